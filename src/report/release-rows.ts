import type { Value } from './data-set-shape.ts'
import type { FigureId } from './figures.ts'
import type { Published, ShownCross, ShownFigure, ShownScale, Spread } from './shown.ts'

/** Words for what a release holds by code; where there are none, the code itself. */
export interface Labels {
  title(figure: FigureId): string
  label(figure: FigureId, code: string): string
  scale(code: string): string
}

/** Columns of a release as a file: one number a line. */
export const releaseHead = [
  ...['table', 'title', 'row', 'row_label', 'column', 'column_label'],
  ...['measure', 'unit', 'value', 'note'],
] as const

/** Stands in the note of a number that is hidden; its value is empty. */
export const hiddenNote = '.X'

type Line = [
  ...place: [string, string, string, string, string, string],
  measure: string,
  unit: string,
  n: number | null,
]

/** A release as lines of one number each, in the order of the release. */
export function releaseRows({ figures, crosses, outcome }: Published, labels: Labels): Value[][] {
  const lines = [
    ...figures.flatMap((figure) => figureLines(figure, labels)),
    ...crosses.flatMap((cross) => crossLines(cross, labels)),
    ...outcome.flatMap((scale) => scaleLines(scale, labels)),
  ]
  return lines.map((line) => {
    const n = line[8]
    return [...line.slice(0, 8).map(String), n ?? '', n === null ? hiddenNote : '']
  })
}

function figureLines({ id, unit, base, missing, rows }: ShownFigure, { title, label }: Labels): Line[] {
  const of = (code: string): [string, string, string, string, string, string] => {
    return [id, title(id), code, code && label(id, code), '', '']
  }
  return [
    [...of(''), 'base', unit, base],
    [...of(''), 'missing', 'youths', missing],
    ...rows.flatMap(({ code, count, percent }): Line[] => [
      [...of(code), 'count', unit, count],
      [...of(code), 'percent', 'percent', percent],
    ]),
  ]
}

function crossLines(cross: ShownCross, { title, label }: Labels): Line[] {
  const { rows, columns, rowCodes, columnCodes, cells, rowTotals, columnTotals, base } = cross
  const name = `${rows} x ${columns}`
  const both = `${title(rows)} x ${title(columns)}`
  const line = (row: string, column: string, measure: string, n: number | null): Line => [
    ...([name, both, row, row && label(rows, row), column, column && label(columns, column)] as const),
    ...([measure, 'youths', n] as const),
  ]
  return [
    line('', '', 'base', base),
    ...rowCodes.flatMap((row, at) =>
      columnCodes.map((column, c) => line(row, column, 'count', cells[at]?.[c] ?? null)),
    ),
    ...rowCodes.map((row, at) => line(row, '', 'row_total', rowTotals[at] ?? null)),
    ...columnCodes.map((column, at) => line('', column, 'column_total', columnTotals[at] ?? null)),
  ]
}

/** Of a scale without numbers the pairs alone; a number that was never worked out has no line. */
function scaleLines({ scale, pairs, numbers }: ShownScale, labels: Labels): Line[] {
  const line = (measure: string, unit: string, n: number | null): Line => [
    ...(['outcome', '', scale, labels.scale(scale), '', ''] as const),
    ...([measure, unit, n] as const),
  ]
  const spread = (when: string, { mean, sd, median }: Spread) => [
    line(`${when}_mean`, 'score', mean),
    line(`${when}_sd`, 'score', sd),
    line(`${when}_median`, 'score', median),
  ]
  const counted = [line('pairs', 'youths', pairs)]
  if (!numbers) return counted
  const { before, after, change, effect, p } = numbers
  return [
    ...counted,
    ...spread('intake', before),
    ...spread('exit', after),
    line('change_mean', 'score', change.mean),
    line('change_low', 'score', change.low),
    line('change_high', 'score', change.high),
    ...(effect === undefined ? [] : [line('effect_gz', 'ratio', effect)]),
    ...(p === undefined ? [] : [line('p_wilcoxon', 'probability', p)]),
  ]
}
