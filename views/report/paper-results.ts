import type { Published, ShownFigure, ShownScale } from '../../src/report/shown.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'
import { changeTables, isOutcome } from './paper-change.ts'
import { flowTable } from './paper-flow.ts'
import { changeSentences, changeSummary, figureSentences } from './paper-sentences.ts'
import type { Block } from './paper-shape.ts'
import { crossTable, figureTable } from './paper-tables.ts'

type Section = keyof Here['t']['resultsPaper']['sections']

/** Which figures each section of the results holds; whatever stands in none of them comes last. */
const figuresOf: Partial<Record<Section, string[]>> = {
  flow: ['survey-intake', 'survey-exit', 'stage', 'consent'],
  who: ['referred-year', 'referred-half', 'school-level', 'grade', 'age-band', 'gender'],
  ways: ['referral-source', 'referral-basis', 'measure'],
  acts: ['motive', 'motive-all', 'motive-self-main', 'motive-self', 'perpetration-type', 'channel', 'relation'],
  dose: ['waiting', 'sessions-held', 'planned-held', 'attendance', 'hours'],
  exit: ['completion', 'closure-reason'],
  harms: ['concern'],
}
const placed = Object.values(figuresOf).flat()

/** The results in the order of TREND: flow, who, how they came, what it was about, dose, closing, change, harms. */
export function resultBlocks(here: Here, published: Published): Block[] {
  const p = here.t.resultsPaper
  const { figures, crosses, outcome } = published
  const inSection = (section: Section) =>
    (figuresOf[section] ?? []).flatMap((id) => figures.filter((figure) => figure.id === id))
  const section = (name: Section, blocks: Block[], before: Block[] = []): Block[] => [
    { is: 'heading', id: name, text: p.sections[name] },
    ...before,
    ...(blocks.length > 0 ? blocks : [{ is: 'text' as const, text: p.empty }]),
  ]
  const told = (name: Section) => section(name, figureBlocks(here, inSection(name)))
  const further = figureBlocks(
    here,
    figures.filter(({ id }) => !placed.includes(id)),
  )
  const table = flowTable(here, published)
  const flow: Block[] = table ? [table] : []
  const together = crosses.map((cross) => crossTable(here, cross))
  return [
    ...section('flow', [...flow, ...figureBlocks(here, inSection('flow'))]),
    ...(['who', 'ways', 'acts', 'dose', 'exit'] as const).flatMap(told),
    ...section('change', changeBlocks(here, outcome)),
    ...(together.length > 0 ? section('crosses', together) : []),
    ...section('harms', figureBlocks(here, inSection('harms')), [{ is: 'text', text: p.methods.harms }]),
    ...(further.length > 0 ? section('further', further) : []),
  ]
}

/** Each figure with its sentences; those of which nothing can be shown are named together. */
function figureBlocks(here: Here, figures: ShownFigure[]): Block[] {
  const p = here.t.resultsPaper
  const shown = figures.filter(({ rows }) => rows.some(({ count }) => count !== null && count > 0))
  const titles = figures.filter((one) => !shown.includes(one)).map(({ id }) => here.t.report.figures[id].title)
  return [
    ...shown.map(
      (figure): Block => ({ ...figureTable(here, figure), lead: figureSentences(here, figure) || undefined }),
    ),
    ...(titles.length > 0 ? [{ is: 'text' as const, text: fill(p.noneShown, { titles: titles.join(', ') }) }] : []),
  ]
}

function changeBlocks(here: Here, all: ShownScale[]): Block[] {
  const { says } = here.t.resultsPaper
  const outcome = all.filter(isOutcome)
  if (outcome.length === 0) return []
  const p = here.t.resultsPaper
  const shown = outcome.filter(({ numbers }) => numbers)
  if (shown.length === 0) return [{ is: 'text', text: fill(p.noneShown, { titles: p.change.meansTitle }) }]
  const unsaid = changeSummary(
    here,
    outcome.filter(({ numbers }) => !numbers),
  )
  return [
    { is: 'text', text: says.completers },
    ...changeTables(here, outcome),
    { is: 'list', items: [...changeSentences(here, shown), ...unsaid] },
    { is: 'text', text: `${says.exploratory} ${says.cause}` },
  ]
}

/** What a reader in a hurry is told: of whom and how, what is known of them, what changed, and what cannot be said. */
export function abstractBlocks(here: Here, { figures, outcome }: Published, values: Record<string, string>): Block[] {
  const p = here.t.resultsPaper
  const told = ['school-level', 'referral-source', 'motive', 'sessions-held', 'completion']
  const sentences = told
    .flatMap((id) => figures.filter((figure) => figure.id === id))
    .map((figure) => figureSentences(here, figure))
  const changes = changeSummary(here, outcome.filter(isOutcome))
  const items = [...sentences, ...changes].filter((sentence) => sentence !== '')
  return [
    { is: 'text', text: `${fill(p.abstract, values)} ${p.methods.design}` },
    ...(items.length > 0 ? [{ is: 'list' as const, items }] : []),
    { is: 'text', text: p.says.cause },
  ]
}
