import { missingCodes, type Value, type Variable } from './data-set-shape.ts'

/** A variable without what reads it. */
const described = ({ name, kind, ko, en, codes, asked }: Variable) => ({ name, kind, ko, en, codes, asked })

/** What stands before the rows: what each value of a row is, in order, and why one may be missing. */
export const beginningOf = (variables: readonly Variable[]): string =>
  `{"missing":${JSON.stringify(missingCodes)},\n"variables":${JSON.stringify(variables.map(described))},\n"rows":[`

/** Rows, each in a line; `first`: none came before them. */
export const jsonRows = (rows: readonly (readonly Value[])[], first: boolean): string =>
  rows.map((row, at) => `${first && at === 0 ? '' : ','}\n${JSON.stringify(row)}`).join('')

export const ending = '\n]}\n'
