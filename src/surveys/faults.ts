import type { Definition } from './definition.ts'
import { questionFaults } from './question-faults.ts'
import { scaleFaults } from './scale-faults.ts'
import { type Scale, scales } from './scales.ts'
import { shapeFaults } from './shape-faults.ts'
import { wordFaults } from './word-faults.ts'

/** Everything that can be wrong with a definition; each has words in both languages. */
export const faultCodes = [
  // the file as a whole
  'not-json',
  'not-json-at',
  'no-survey',
  'refused-by-surveyjs',
  // its shape
  'too-many-parts',
  'not-allowed',
  'type-not-allowed',
  'part-missing',
  'value-not-allowed',
  'number-too-small',
  'number-too-large',
  'too-few',
  'too-many',
  'bad-name',
  // its words
  'korean-missing',
  'english-missing',
  'words-too-long',
  'words-with-tags',
  'words-with-braces',
  'words-unseen',
  'words-with-address',
  'english-in-korean',
  'korean-in-english',
  // its questions
  'name-twice',
  'name-reserved',
  'answer-twice',
  'condition-not-allowed',
  'condition-later',
  'condition-on-condition',
  'condition-kind',
  'condition-answer',
  'choices-missing',
  'choices-from',
  'choices-open',
  'cannot-decline',
  'declined-not-alone',
  'rows-not-required',
  'range-backwards',
  'too-much-text',
  // its scales
  'scale-unknown',
  'scale-missing',
  'scale-numbers',
  'key-incomplete',
  'reversed-unknown',
  // what must be looked at once
  'safety-code',
  'safety-duty',
  'safety-answer',
  'safety-all',
  'safety-hidden',
  'safety-last',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** Where in a definition, as its writer counts: pages, answers and rows from 1; a question by its name if it has one. */
export interface Place {
  page?: number
  question?: string | number
  part?: 'title' | 'description' | 'choice' | 'row' | 'column' | 'completeText'
  nth?: number
  lang?: 'ko' | 'en'
}

/** For what a definition must not be put before a young person: what, where, and what the words name. */
export interface Fault {
  what: FaultCode
  at: Place
  of?: Record<string, string | number>
}

/** Every fault of a definition, each once, page by page; empty when it may be put before a young person. */
export function faultsOf(definition: unknown, known: Record<string, Scale> = scales): Fault[] {
  const shape = shapeFaults(definition)
  if (shape.length > 0) return distinct(shape)
  // its shape is the one that was looked for
  const whole = definition as Definition
  return distinct([...wordFaults(whole), ...questionFaults(whole), ...scaleFaults(whole, known)])
}

const distinct = (faults: Fault[]): Fault[] =>
  [...new Map(faults.map((fault) => [JSON.stringify([fault.what, fault.at, fault.of]), fault])).values()].sort(
    (one, other) => (one.at.page ?? 0) - (other.at.page ?? 0),
  )
