import type { Published, ShownFigure } from '../../src/report/shown.ts'
import type { Here } from '../here.ts'
import { rowLabel } from './labels.ts'
import type { TableBlock, TableRow } from './paper-shape.ts'
import { shownNumber } from './paper-tables.ts'

/** Figures of which every youth has exactly one code: their base is all youths who were accepted. */
const whole = ['school-level', 'age-band', 'gender', 'referral-source', 'referral-basis', 'completion', 'stage']

/**
 * From the referral to the exit survey, as far as the release shows it: accepted, intake survey answered, completed,
 * exit survey answered. Nothing is worked out here: each number stands in another table too.
 */
export function flowTable(here: Here, { figures, outcome }: Published): TableBlock | undefined {
  const { flow } = here.t.resultsPaper
  const found = (id: string) => figures.find((figure) => figure.id === id)
  const step = (label: string, n: number | null): TableRow => ({ cells: [label, shownNumber(n)] })
  const at = (id: string, code: string, label?: string): TableRow[] => {
    const figure = found(id)
    const row = figure?.rows.find((one) => one.code === code)
    return figure && row ? [step(label ?? rowLabel(here, figure.id, code), row.count)] : []
  }
  const all: ShownFigure | undefined = whole.map(found).find((figure) => figure && figure.base !== null)
  const rows = [
    ...(all ? [step(flow.accepted, all.base)] : []),
    ...at('survey-intake', 'answered', flow.intake),
    ...at('completion', 'completed'),
    ...at('completion', 'completed-early'),
    ...at('survey-exit', 'answered', flow.exit),
  ]
  if (rows.length < 2) return undefined
  const hidden = rows.some(({ cells }) => cells[1] === shownNumber(null))
  const notes = [flow.base, flow.referred, ...(outcome.length > 0 ? [flow.compared] : [])]
  return {
    ...{ is: 'table', id: 'flow', title: flow.title },
    heads: [flow.step, here.t.report.column.youths],
    rows,
    notes: [...notes, ...(hidden ? [here.t.resultsPaper.hiddenNote] : [])],
  }
}
