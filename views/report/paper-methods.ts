import type { Settings } from '../../src/people/person.ts'
import { type Scale, scales } from '../../src/surveys/scales.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'
import type { Block, TableBlock } from './paper-shape.ts'

export interface MethodFacts {
  from: string
  to: string
  /** the one school level or basis, in words */
  part?: string
  threshold: number
  sessions: Settings['sessions']
  norms: NonNullable<Settings['norms']>
}

/** In the order of what is measured: stopping oneself, others, the act, the law, what comes of it, and how it goes. */
const measured = [
  ...(['CTRL', 'PEER', 'EMP', 'PSEV', 'MYTH', 'MD', 'BYST', 'LAW', 'RESP', 'SUPP'] as const),
  ...(['WELL', 'SAT'] as const),
]

/** Design, participants, ways in, the counselling, measures, analysis, and which numbers are shown. */
export function methodBlocks(here: Here, facts: MethodFacts): Block[] {
  const m = here.t.resultsPaper.methods
  const { from, to, part, threshold } = facts
  const heading = (id: keyof typeof m.headings): Block => ({ is: 'heading', id, text: m.headings[id] })
  const text = (words: string): Block => ({ is: 'text', text: words })
  return [
    ...[heading('design'), text(m.design)],
    ...[heading('participants'), text(m.participants)],
    ...[heading('recruitment'), text(fill(m.recruitment, { from, to }))],
    ...(part ? [text(fill(m.recruitmentOnly, { part }))] : []),
    ...[heading('intervention'), tidier(here, facts)],
    ...[heading('measures'), text(m.measureLead), measures(here, facts.norms)],
    ...[heading('analysis'), ...m.analysis.map(text)],
    heading('disclosure'),
    { is: 'list', items: m.disclosure.map((rule) => fill(rule, { k: threshold })) },
  ]
}

/** Template for intervention description and replication (Hoffmann 2014), its twelve items. */
function tidier(here: Here, { sessions }: MethodFacts): Block {
  const { title, ...items } = here.t.resultsPaper.methods.tidier
  const { usual, least, minutes } = sessions
  const values = { centre: here.centre, usual, least, minutes }
  return {
    is: 'box',
    title,
    items: Object.values(items).map(([name = '', text = '']) => [name, fill(text, values)]),
  }
}

function measures(here: Here, norms: MethodFacts['norms']): TableBlock {
  const m = here.t.resultsPaper.methods
  return {
    ...{ is: 'table', id: 'measures', title: m.measureTitle },
    heads: m.measureHeads,
    rows: measured.flatMap((code) => {
      const scale = scales[code]
      return scale ? [{ cells: measureCells(here, code, scale, norms) }] : []
    }),
    notes: [m.measureNote],
  }
}

function measureCells(
  { t, lang }: Here,
  code: (typeof measured)[number],
  scale: Scale,
  norms: MethodFacts['norms'],
): string[] {
  const m = t.resultsPaper.methods
  const reliability = norms[code]?.reliability ?? scale.reliability
  return [
    scale[lang],
    m.measures[code],
    String(scale.items.length),
    fill(m.range, { from: scale.from, to: scale.to }),
    scale.outcome ? m.direction[scale.better] : m.notOutcome,
    reliability === null ? m.reliabilityUnknown : reliability.toFixed(2),
  ]
}
