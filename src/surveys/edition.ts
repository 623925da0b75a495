import { isDeepStrictEqual } from 'node:util'
import type { Edition } from '../people/registers.ts'
import { done, type Result, refused } from '../result.ts'
import type { Moment } from '../time/days.ts'
import type { Definition, SurveyName } from './definition.ts'
import { newestOf, type Shelf } from './shelf.ts'

/*
 * A version that the centre adds: one draft of each survey at a time, which may change until it is published and never
 * after that. A definition comes here only after it was read through and found without a fault.
 */

export interface Facts {
  /** all of the centre's own, drafts too */
  editions: Edition[]
  shelf: Shelf
}
type By = { by: string; at: Moment }

export const editionIdOf = ({ survey, version }: { survey: string; version: number }): string => `${survey}.v${version}`

export const draftOfSurvey = (editions: Edition[], survey: string): Edition | undefined =>
  editions.find((one) => one.survey === survey && !one.published)

/** Adds a draft under the next number of its survey; what is asked already is no new version. */
export function addEdition(
  { survey, definition }: { survey: SurveyName; definition: Definition },
  { editions, shelf }: Facts,
  signature: By,
): Result<Edition> {
  if (draftOfSurvey(editions, survey)) return refused({ field: 'survey', reason: 'draft-there' })
  const newest = newestOf(shelf, survey)
  if (isDeepStrictEqual(newest?.definition, definition))
    return refused({ field: 'definition', reason: 'same-as-newest' })
  const version = (newest?.version ?? 0) + 1
  return done({ id: editionIdOf({ survey, version }), survey, version, definition, ...signature })
}

/** Puts another definition in the place of a draft's. */
export function replaceEdition(
  edition: Edition | undefined,
  definition: Definition,
  { shelf }: Facts,
  signature: By,
): Result<Edition> {
  const draft = asDraft(edition)
  if (!draft.ok) return draft
  const newest = newestOf(shelf, draft.value.survey)
  if (isDeepStrictEqual(newest?.definition, definition))
    return refused({ field: 'definition', reason: 'same-as-newest' })
  return done({ ...draft.value, definition, ...signature })
}

/** A draft may go; nobody was ever asked by it. */
export const removeEdition = (edition: Edition | undefined): Result<Edition> => asDraft(edition)

/** Hands it out from now on, and keeps it as it is for good. `seen`: when the draft was written that they looked at. */
export function publishEdition(
  edition: Edition | undefined,
  seen: Moment,
  { shelf }: Facts,
  signature: By,
): Result<Edition> {
  const draft = asDraft(edition)
  if (!draft.ok) return draft
  const { survey, version, at } = draft.value
  if (at !== seen) return refused({ reason: 'changed-meanwhile' })
  // a newer programme may have brought one of this number, or a later one
  return (newestOf(shelf, survey)?.version ?? 0) >= version
    ? refused({ reason: 'version-taken' })
    : done({ ...draft.value, published: signature })
}

function asDraft(edition: Edition | undefined): Result<Edition> {
  if (!edition) return refused({ reason: 'changed-meanwhile' })
  return edition.published ? refused({ reason: 'edition-published' }) : done(edition)
}
