import type { Unit } from '../../src/report/figures.ts'
import { type Counted, changeOf, isHopedFor, type Said, saidOf, summedUp } from '../../src/report/sentences.ts'
import type { ShownFigure, ShownScale } from '../../src/report/shown.ts'
import { holmOf } from '../../src/report/statistics/holm.ts'
import { scales } from '../../src/surveys/scales.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'
import { number, rowLabel } from './labels.ts'
import { changeIn, pIn } from './score.ts'

export const scaleName = ({ lang }: Here, scale: string): string => scales[scale]?.[lang] ?? scale

/** What the numbers of a figure say, in sentences; empty where nothing may be said. */
export function figureSentences(here: Here, figure: ShownFigure): string {
  const { title } = here.t.report.figures[figure.id]
  const said = saidOf(figure)
  const opens = said.some(({ says }) => says === 'most' || says === 'all')
  return said.map((one) => inWords(here, figure, one, title, opens)).join(' ')
}

function inWords(here: Here, figure: ShownFigure, said: Said, title: string, opens: boolean): string {
  const { says } = here.t.resultsPaper
  const row = (one: Counted) => rowInWords(here, figure, one)
  if (said.says === 'missing') return fill(says.missing, { n: number(said.missing) })
  const base = fill(says.of[figure.unit], { n: number(said.base) })
  if (said.says === 'all') return fill(says.all, { title, base, label: rowLabel(here, figure.id, said.row.code) })
  if (said.says === 'most') return fill(says.most, { title, base, row: row(said.row) })
  const rows = said.rows.map(row).join(', ')
  return opens ? fill(says.also, { rows }) : fill(says.shown, { title, base, rows })
}

function rowInWords(here: Here, { id, unit }: { id: ShownFigure['id']; unit: Unit }, row: Counted): string {
  const { says } = here.t.resultsPaper
  const values = { label: rowLabel(here, id, row.code), amount: fill(says.amount[unit], { n: number(row.count) }) }
  return row.percent === null ? fill(says.row, values) : fill(says.rowShare, { ...values, percent: row.percent })
}

/** One sentence or two for each scale. */
export function changeSentences(here: Here, outcome: ShownScale[]): string[] {
  const adjusted = holmOf(outcome.map(({ numbers }) => numbers?.p))
  return outcome.map((one, at) => changeInWords(here, one, adjusted[at]))
}

function changeInWords(here: Here, one: ShownScale, p?: number): string {
  const { says } = here.t.resultsPaper
  const scale = scaleName(here, one.scale)
  const change = changeOf(one)
  if (change === 'hidden' || !one.numbers) return fill(says.hidden, { scale })
  const pairs = number(one.pairs ?? 0)
  if (change === 'too-few') return fill(says.tooFew, { scale, pairs })
  const { mean, low, high } = one.numbers.change
  const hoped = isHopedFor(one.scale, change)
  const about = scales[one.scale] ?? { kind: 'agreement' }
  const moved = (n: number) => changeIn(here, about, n)
  return [
    fill(says[change], { scale, pairs, mean: moved(mean), low: moved(low), high: moved(high) }),
    ...(hoped === undefined ? [] : [hoped ? says.hoped : says.against]),
    ...(p === undefined ? [] : [fill(says.adjusted, { p: pIn(here, p) })]),
  ].join(' ')
}

/** All scales in one to four sentences, by their names alone. */
export function changeSummary(here: Here, outcome: ShownScale[]): string[] {
  const sums = summedUp(outcome)
  return (['hoped', 'against', 'unclear', 'unsaid'] as const)
    .filter((which) => sums[which].length > 0)
    .map((which) =>
      fill(here.t.resultsPaper.says.summary[which], {
        scales: sums[which].map((scale) => scaleName(here, scale)).join(', '),
      }),
    )
}
