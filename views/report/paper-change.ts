import type { ShownScale, Spread } from '../../src/report/shown.ts'
import { holmOf } from '../../src/report/statistics/holm.ts'
import { quantileOfT } from '../../src/report/statistics/student-t.ts'
import { type Scale, scales } from '../../src/surveys/scales.ts'
import type { Here } from '../here.ts'
import { scaleName } from './paper-sentences.ts'
import type { TableBlock, TableRow } from './paper-shape.ts'
import { shownNumber } from './paper-tables.ts'
import { changeIn, pIn, scoreIn, signed } from './score.ts'
import { hiddenMark } from './shown.ts'

const unknown: Pick<Scale, 'kind'> = { kind: 'agreement' }
const aboutOf = (scale: string): Pick<Scale, 'kind'> => scales[scale] ?? unknown

/** Whether a scale counts as an outcome at all: distress and satisfaction do not. */
export const isOutcome = ({ scale }: ShownScale): boolean => scales[scale]?.outcome === true

/** Means and medians before and after, and beside them what became of the difference: two tables, narrow enough for paper. */
export function changeTables(here: Here, outcome: ShownScale[]): TableBlock[] {
  const { change: c, hiddenNote } = here.t.resultsPaper
  const notes = outcome.some(({ numbers }) => !numbers) ? [hiddenNote] : []
  const isDrawn = outcome.some(({ scale, numbers }) => numbers && isAgreed(scale))
  const ends = { before: c.intake, after: c.exit, from: 1, to: 5 }
  return [
    {
      ...{ is: 'table', id: 'change-means', title: c.meansTitle },
      heads: [c.scale, c.pairs, c.before, c.after, c.medians],
      rows: outcome.map((one) => meansRow(here, one)),
      notes: [c.base, ...(isDrawn ? [c.intervalNote] : []), ...notes],
      ...(isDrawn && { chart: { look: 'means', label: c.chart, about: ends } }),
    },
    {
      ...{ is: 'table', id: 'change-differences', title: c.differenceTitle },
      heads: [c.scale, c.pairs, c.mean, c.effect, c.p, c.holm],
      rows: differenceRows(here, outcome),
      notes: [c.base, c.effectNote, c.testNote, ...notes],
    },
  ]
}

/** Scales from 1 to 5 are drawn on one axis; knowledge is a share and is not. */
const isAgreed = (scale: string): boolean => aboutOf(scale).kind === 'agreement'

function meansRow(here: Here, { scale, pairs, numbers }: ShownScale): TableRow {
  const head = [scaleName(here, scale), shownNumber(pairs)]
  if (!numbers) return { cells: [...head, hiddenMark, hiddenMark, hiddenMark], data: { skip: '' } }
  const { before, after } = numbers
  const about = aboutOf(scale)
  const spread = ({ mean, sd }: Spread) => `${scoreIn(about, mean)} (${scoreIn(about, sd)})`
  const medians = `${scoreIn(about, before.median)} / ${scoreIn(about, after.median)}`
  const drawn = { ...ends('before', before, pairs), ...ends('after', after, pairs) }
  return { cells: [...head, spread(before), spread(after), medians], data: isAgreed(scale) ? drawn : { skip: '' } }
}

/** For the chart: a mean with its 95 % interval, worked out from what the table shows. */
function ends(part: string, { mean, sd }: Spread, pairs: number | null): Record<string, string> {
  if (pairs === null || pairs < 2) return { [part]: String(mean) }
  const reach = (quantileOfT(0.975, pairs - 1) * sd) / Math.sqrt(pairs)
  return { [part]: String(mean), [`${part}-low`]: String(mean - reach), [`${part}-high`]: String(mean + reach) }
}

function differenceRows(here: Here, outcome: ShownScale[]): TableRow[] {
  const adjusted = holmOf(outcome.map(({ numbers }) => numbers?.p))
  return outcome.map(({ scale, pairs, numbers }, at) => {
    const head = [scaleName(here, scale), shownNumber(pairs)]
    if (!numbers) return { cells: [...head, hiddenMark, hiddenMark, hiddenMark, hiddenMark] }
    const { mean, low, high } = numbers.change
    const [moved, from, to] = [mean, low, high].map((value) => changeIn(here, aboutOf(scale), value))
    return {
      cells: [
        ...head,
        `${moved} (${from} ~ ${to})`,
        signed(here, numbers.effect),
        pIn(here, numbers.p),
        pIn(here, adjusted[at]),
      ],
    }
  })
}
