/** Everything that can be wrong with a table of cases; each has a sentence in both languages in views/report. */
export const importFaults = [
  // its columns
  'column-missing',
  'column-unknown',
  'column-twice',
  'item-unknown',
  'item-not-asked',
  'item-not-taken',
  // any row, any cell
  'blank-row',
  'more-cells',
  'missing',
  'control-character',
  'formula',
  'too-long',
  'holds-resident-number',
  // codes
  'code-unknown',
  'code-not-valid-then',
  'code-twice',
  'several-where-one',
  'main-not-among',
  // days
  'not-a-day',
  'in-the-future',
  'birth-after-referral',
  'age-outside',
  'closed-before-referral',
  'closed-without-reason',
  'reason-without-closing',
  // numbers
  'not-a-number',
  'not-whole',
  'negative',
  'too-large',
  'minutes-without-sessions',
  'grade-not-fitting',
  // one row against the others, and against what is there
  'reference-twice',
  'reference-known',
  // answers
  'answer-unknown',
  'answer-alone',
  'answer-not-asked',
  'answer-not-ticked',
] as const
export type ImportFault = (typeof importFaults)[number]

/** What is no fault, but should be looked at before it is taken over. */
export const importNotes = ['sessions-without-minutes', 'exit-without-closing'] as const
export type ImportNote = (typeof importNotes)[number]

/** Where something is wrong: the row as a spreadsheet counts it, from 1, and the column by its own head. */
export interface Found<What extends string = ImportFault> {
  what: What
  row: number
  column?: string
  /** what stands in the cell, shortened; never where it may not be shown */
  cell?: string
  /** what the sentence names */
  with?: Record<string, string | number>
}

const mostShown = 40

/** A cell as it is named in a sentence. */
export const shortened = (cell: string): string =>
  [...cell].length > mostShown ? `${[...cell].slice(0, mostShown).join('')}…` : cell
