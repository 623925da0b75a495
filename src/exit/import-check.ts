import type { Survey } from '../surveys/definition.ts'
import type { Day } from '../time/days.ts'
import { faultOfText, RowReading } from './import-cell.ts'
import { foldedWord } from './import-codes.ts'
import { type Column, faultsOfColumns, type ImportedWave, importedWaves, leftOut, surveyFor } from './import-columns.ts'
import type { Found, ImportNote } from './import-fault.ts'
import { type ImportRow, readRow } from './import-row.ts'

/** What a table is held against besides itself. */
export interface ImportFacts {
  today: Day
  /** references of cases that came with an import and are still there */
  known: readonly string[]
}

export interface Checked {
  columns: Column[]
  /** rows of the table below its heads, blank ones too */
  count: number
  /** every fault, in the order of the rows; while there is one, nothing is taken over */
  faults: Found[]
  notes: Found<ImportNote>[]
  /** what would be made; only of a table without faults */
  rows: ImportRow[]
}

/** References are told apart as people tell them apart. */
export const sameReference = foldedWord

/** Holds a table against all that is asked of one; says everything that is wrong, and changes nothing. */
export function checkImport([, ...body]: string[][], columns: Column[], { today, known }: ImportFacts): Checked {
  const faults = faultsOfColumns(columns)
  const notes: Found<ImportNote>[] = []
  const rows: ImportRow[] = []
  const surveys = Object.fromEntries(
    importedWaves.map((wave) => [wave, surveyFor(wave, columns)]).filter(([, survey]) => survey),
  ) as Partial<Record<ImportedWave, Survey>>
  const taken = new Set(known.map(sameReference))
  const firsts = new Map<string, number>()
  body.forEach((cells, at) => {
    const row = at + 2
    if (cells.every((cell) => cell.trim() === '')) {
      faults.push({ what: 'blank-row', row })
      return
    }
    const reading = new RowReading(row, cellsOf(cells, columns))
    const read = readRow(reading, surveys, today)
    againstOthers(reading, read.reference ?? '', firsts, taken)
    faults.push(...reading.faults)
    faults.push(...besides(cells, columns, row))
    notes.push(...notesOn(reading, read))
    if (reading.faults.length === 0) rows.push(read as ImportRow)
  })
  return { columns, count: body.length, faults, notes, rows: faults.length > 0 ? [] : rows }
}

/** By target; of columns that stand for the same the first. */
function cellsOf(cells: string[], columns: Column[]): Map<string, { head: string; text: string }> {
  const found = new Map<string, { head: string; text: string }>()
  columns.forEach(({ head, target }, at) => {
    if (target && target !== leftOut && !found.has(target)) found.set(target, { head, text: cells[at] ?? '' })
  })
  return found
}

/** Cells under no head, and what may not stand even in a column that is left out. */
function besides(cells: string[], columns: Column[], row: number): Found[] {
  const isBeyond = cells.slice(columns.length).some((cell) => cell.trim() !== '')
  const numbered = columns.flatMap(({ head, target }, at): Found[] =>
    target === leftOut && faultOfText(cells[at] ?? '') === 'holds-resident-number'
      ? [{ what: 'holds-resident-number', row, column: head }]
      : [],
  )
  return [...(isBeyond ? [{ what: 'more-cells', row, with: { n: columns.length } } as const] : []), ...numbered]
}

function againstOthers(
  reading: RowReading,
  reference: string,
  firsts: Map<string, number>,
  taken: ReadonlySet<string>,
): void {
  if (reference === '') return
  const key = sameReference(reference)
  const first = firsts.get(key)
  if (first !== undefined) reading.refuse('case', 'reference-twice', { first })
  else if (taken.has(key)) reading.refuse('case', 'reference-known')
  firsts.set(key, first ?? reading.row)
}

function notesOn({ row }: RowReading, read: Partial<ImportRow>): Found<ImportNote>[] {
  const { sessionsHeld = 0, minutesHeld = 0, closing, surveys = [] } = read
  const notes: Found<ImportNote>[] = []
  if (sessionsHeld > 0 && minutesHeld === 0) notes.push({ what: 'sessions-without-minutes', row })
  if (!closing && surveys.some(({ wave }) => wave === 'exit')) notes.push({ what: 'exit-without-closing', row })
  return notes
}
