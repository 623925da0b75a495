import { Reading } from '../form.ts'
import type { Settings } from '../people/person.ts'
import type { Reason } from '../reasons.ts'
import { done, type Result } from '../result.ts'
import { scales } from '../surveys/scales.ts'
import type { Moment } from '../time/days.ts'

/** What the centre settles for its figures: below how many youths a number is hidden, and the programme's neutral name. */
export type FigureRules = Pick<Settings, 'threshold' | 'programme'>

/** Youths: below three, one of two could work out the other. */
export const thresholds = { least: 3, most: 20, usual: 5 } as const

export function readFigureRules(fields: URLSearchParams): Result<FigureRules> {
  const form = new Reading(fields)
  const threshold = form.whole('threshold', thresholds.least, thresholds.most)
  const [ko, en] = [form.maybe('programmeKo', 60), form.maybe('programmeEn', 60)]
  if (ko && !en) form.refuse('programmeEn', 'missing')
  if (en && !ko) form.refuse('programmeKo', 'missing')
  return form.result({ threshold, programme: ko && en ? { ko, en } : undefined })
}

export const fieldsOfRules = ({ threshold, programme }: FigureRules): URLSearchParams =>
  new URLSearchParams({
    threshold: String(threshold ?? thresholds.usual),
    programmeKo: programme?.ko ?? '',
    programmeEn: programme?.en ?? '',
  })

type Norm = NonNullable<Settings['norms']>[string]
export type NormForm = Pick<Norm, 'sd' | 'reliability' | 'source'> & { scale: string }

/** Scales whose change can be called reliable once somebody has measured them. */
export const normScales = (): string[] => Object.keys(scales).filter((scale) => scales[scale]?.outcome)

/** Reads how one scale spreads and how reliable it is; who measured them must be said. */
export function readNorm(fields: URLSearchParams): Result<NormForm> {
  const form = new Reading(fields)
  const scale = form.one('scale', normScales())
  const about = scales[scale]
  const sd = decimalIn(form, 'sd', about ? about.to - about.from : 0, 'sd-not-possible')
  const reliability = decimalIn(form, 'reliability', 1, 'reliability-not-possible')
  return form.result({ scale, sd, reliability, source: form.text('normSource', { most: 300 }) })
}

/** A number above 0 and below a limit, with a point or a comma. */
function decimalIn(form: Reading, field: string, below: number, reason: Reason): number {
  const text = form.text(field, { most: 12 }).replace(',', '.')
  const number = /^\d{0,4}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
  if (text !== '' && Number.isNaN(number)) form.refuse(field, 'not-a-number')
  else if (text !== '' && !(number > 0 && number < below)) form.refuse(field, reason, { below })
  return number
}

/** Sets a scale's norm, in place of one that was there. */
export function withNorm(settings: Settings, { scale, ...norm }: NormForm, by: string, at: Moment): Settings {
  return { ...settings, norms: { ...settings.norms, [scale]: { ...norm, by, at } } }
}

/** Takes a scale's norm away: then no change on it is called reliable. */
export function withoutNorm(settings: Settings, scale: string): Result<Settings> {
  const norms = Object.fromEntries(Object.entries(settings.norms ?? {}).filter(([one]) => one !== scale))
  return done({ ...settings, norms })
}
