import type { Release } from '../../src/people/registers.ts'
import { type ReleaseState, releaseStateOf } from '../../src/report/release.ts'
import type { Published } from '../../src/report/shown.ts'
import { type Day, dayOf } from '../../src/time/days.ts'
import type { Here } from '../here.ts'
import { longDay as dayInHouse } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { rowLabel } from './labels.ts'
import { type MethodFacts, methodBlocks } from './paper-methods.ts'
import { abstractBlocks, resultBlocks } from './paper-results.ts'
import type { Block, Paper } from './paper-shape.ts'

/** What a paper is made from: shown numbers only, with where they come from. */
export interface PaperSource
  extends Pick<Release, 'only' | 'cutOff' | 'threshold'>,
    Pick<MethodFacts, 'sessions' | 'norms'> {
  /** absent: a preview that nobody proposed */
  release?: Release
  /** first and last day of the referrals */
  from: string
  to: string
  published: Published
}

/** `1 July 2019` in English, where a day in numbers alone may be read in two ways. */
const longDay = (here: Here, on: Day): string =>
  here.lang === 'en'
    ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(on))
    : dayInHouse(here, on)

/** The results paper in the order of TREND, in the reader's language. */
export function paperOf(here: Here, source: PaperSource): Paper {
  const p = here.t.resultsPaper
  const { published, only, release } = source
  const part = only && rowLabel(here, only.figure, only.code)
  const [from, to] = [longDay(here, source.from), longDay(here, source.to)]
  const facts = { ...source, from, to, part }
  const texts = (all: string[]): Block[] => all.map((text) => ({ is: 'text', text }))
  const parts: [id: keyof typeof p.parts, blocks: Block[]][] = [
    ['abstract', abstractBlocks(here, published, { centre: here.centre, from, to })],
    ['background', texts(p.methods.background)],
    ['methods', methodBlocks(here, facts)],
    ['results', resultBlocks(here, published)],
    ['limits', [{ is: 'list', items: p.methods.limits }, ...texts([p.says.cause])]],
    ['made', texts(madeHow(here, source))],
  ]
  return {
    title: p.name,
    subtitle: fill(part ? p.subtitleOnly : p.subtitle, { from, to, part: part ?? '' }),
    centre: here.centre,
    ...(cautionOf(release) && { caution: p.cautions[cautionOf(release)!] }),
    facts: coverFacts(here, source, `${from} – ${to}`),
    parts: numbered(
      here,
      parts.map(([id, blocks]) => ({ id, heading: p.parts[id], blocks })),
    ),
  }
}

/** Why a paper may not be passed on; undefined where it may. */
function cautionOf(release?: Release): 'draft' | Exclude<ReleaseState, 'approved'> | undefined {
  if (!release) return 'draft'
  const state = releaseStateOf(release)
  return state === 'approved' ? undefined : state
}

function coverFacts(here: Here, { release, cutOff, threshold }: PaperSource, period: string): Paper['facts'] {
  const c = here.t.resultsPaper.cover
  const approved = release?.approved
  return [
    [c.register, release?.id ?? c.unregistered],
    [c.period, period],
    [c.cutOff, longDay(here, cutOff)],
    [c.threshold, fill(c.thresholdValue, { k: threshold })],
    [c.approved, approved ? longDay(here, dayOf(approved.at)) : c.notApproved],
  ]
}

function madeHow(here: Here, { release, cutOff, threshold }: PaperSource): string[] {
  const { made } = here.t.resultsPaper.methods
  const values = { cutOff: longDay(here, cutOff), k: threshold }
  if (!release) return [made.how, fill(made.draft, values)]
  const { approved, id } = release
  const who = approved
    ? fill(made.approved, { centre: here.centre, day: longDay(here, dayOf(approved.at)) })
    : made.pending
  return [made.how, fill(made.counted, { ...values, id }), who]
}

/** Tables are numbered through the whole paper; parts and their headings too. */
function numbered(here: Here, parts: Paper['parts']): Paper['parts'] {
  const { table } = here.t.resultsPaper
  let n = 0
  return parts.map((part, at) => {
    let below = 0
    const blocks = part.blocks.map((block): Block => {
      if (block.is === 'table') return { ...block, title: fill(table, { n: ++n, title: block.title }) }
      return block.is === 'heading' ? { ...block, text: `${at + 1}.${++below} ${block.text}` } : block
    })
    return { ...part, heading: `${at + 1}. ${part.heading}`, blocks }
  })
}
