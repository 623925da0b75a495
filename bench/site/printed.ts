import type { Measured } from './load.ts'
import type { Options, Run } from './whole-run.ts'

export interface Results {
  at: string
  machine: string
  options: Options
  bare: Run['asked']
  runs: Run[]
}

const cells = (all: (string | number)[]) => `| ${all.join(' | ')} |`
const few = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))
const megabytes = (bytes: number | undefined) => (bytes === undefined ? '–' : (bytes / 1e6).toFixed(0))

/** All figures as tables in Markdown: as they are, by the bare page of 50 rows, and by those of the fewest cases. */
export function printed({ at, machine, bare, runs }: Results): string {
  const [least] = runs
  const table = bare['bare-table'] ?? []
  const line = (cases: number | string, name: string, all: Measured[]): string => {
    const beside = (others: Measured[] | undefined, of: (one: Measured) => number): string => {
      const ratios = all.map((one) => {
        const other = others?.find(({ connections }) => connections === one.connections)
        return other === undefined || of(other) === 0 ? '–' : few(of(one) / of(other))
      })
      return ratios.join(' · ')
    }
    const each = (of: (one: Measured) => number) => all.map((one) => few(of(one))).join(' · ')
    const before = cases === least?.cases ? undefined : least?.asked[name]
    return cells([
      ...[name, cases, all.map(({ perSecond }) => perSecond.toFixed(0)).join(' · ')],
      ...[each(({ p50 }) => p50), each(({ p99 }) => p99), each(({ cpu }) => cpu)],
      ...[beside(table, ({ cpu }) => cpu), beside(table, ({ p50 }) => p50)],
      beside(before, ({ cpu }) => cpu),
    ])
  }
  const names = [...new Set(runs.flatMap(({ asked }) => Object.keys(asked)))]
  const lines = [
    ...Object.entries(bare).map(([name, all]) => line('–', name, all)),
    ...names.flatMap((name) =>
      runs.flatMap(({ cases, asked }) => (asked[name] ? [line(cases, name, asked[name])] : [])),
    ),
  ]
  const heads = [
    ...['what', 'cases', 'a second', 'p50 ms', 'p99 ms', 'cpu ms', 'cpu × bare', 'p50 × bare'],
    `cpu × that of ${least?.cases}`,
  ]
  return [
    `${at}, ${machine}; ${table.map(({ connections }) => connections).join(' · ')} at a time`,
    '',
    ...[cells(heads), cells(heads.map(() => '---')), ...lines, ''],
    ...[startOf(runs), '', diskOf(runs), '', sizesOf(runs)],
  ].join('\n')
}

function startOf(runs: Run[]): string {
  const heads = [
    'cases',
    'first ready after s',
    'ready after s',
    'MB then',
    'MB after reading',
    'MB after writing',
    'report after a change ms',
    'its cpu ms',
    'export s',
    'MB at most',
  ]
  const lines = runs.map(({ cases, start, firstReport, exported }) =>
    cells([
      ...[cases, ...[start.firstReadyAfter, start.readyAfter].map((took) => (took / 1000).toFixed(2))],
      ...[megabytes(start.memory), megabytes(start.memoryAfterReading)],
      ...[megabytes(start.memoryAfterWriting), firstReport ? few(firstReport.took) : '–'],
      ...[firstReport ? few(firstReport.cpu) : '–', exported?.seconds.toFixed(1) ?? '–', megabytes(exported?.peak)],
    ]),
  )
  return [cells(heads), cells(heads.map(() => '---')), ...lines].join('\n')
}

function diskOf(runs: Run[]): string {
  const heads = ['to the disk', 'cases', 'bytes', 'bare step p50 ms', 'p99 ms', 'p50 of one at a time × bare step']
  const lines = runs.flatMap(({ cases, asked, disk = {} }) =>
    Object.entries(disk).map(([name, { bytes, p50, p99 }]) => {
      const one = asked[name]?.find(({ connections }) => connections === 1)
      return cells([name, cases, bytes, few(p50), few(p99), one ? few(one.p50 / p50) : '–'])
    }),
  )
  return [cells(heads), cells(heads.map(() => '---')), ...lines].join('\n')
}

function sizesOf(runs: Run[]): string {
  const names = Object.keys(runs[0]?.sizes ?? {})
  const lines = names.map((name) => cells([name, ...runs.map(({ sizes }) => sizes[name] ?? '–')]))
  const heads = ['bytes over the wire', ...runs.map(({ cases }) => `${cases} cases`)]
  return [cells(heads), cells(heads.map(() => '---')), ...lines].join('\n')
}
