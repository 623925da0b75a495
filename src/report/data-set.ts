import type { DataRow } from '../casefile/data.ts'
import type { Shelf } from '../surveys/shelf.ts'
import { factVariables } from './data-set-facts.ts'
import { type DataPart, dataParts, toldOf, type Value, type Variable } from './data-set-shape.ts'
import { surveyVariables } from './data-set-surveys.ts'

/**
 * Every variable that a data set may hold, in its order. Names stay as they are when a version of a survey is added:
 * what it asks anew, or otherwise, follows under names of its own.
 */
export function everyVariable(shelf: Shelf): Variable[] {
  const taken = new Set<string>()
  const facts = factVariables(dataParts, taken)
  return [...facts, ...surveyVariables(shelf, taken)]
}

/** Those of the chosen parts; the random name is in all. */
export const variablesOf = (parts: readonly DataPart[], shelf: Shelf): Variable[] =>
  everyVariable(shelf).filter((variable) => variable.parts.some((part) => parts.includes(part)))

/** One line of the data set. */
export function lineOf(row: DataRow, variables: readonly Variable[], id: string): Value[] {
  const told = toldOf(row, id)
  return variables.map((variable) => variable.of(told))
}
