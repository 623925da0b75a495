import { Reading } from '../form.ts'
import { may } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import { done, type Result, refused } from '../result.ts'
import { type Moment, plusMinutes } from '../time/days.ts'
import type { CaseFile, Signature } from './casefile.ts'
import { entered } from './journal.ts'
import { belongingOf } from './questions.ts'

/** How long a broken glass lets somebody read. */
export const glassMinutes = 60
/** Letters, so that no row of dots or blanks makes a reason. */
export const leastLetters = 20

export interface Opening {
  caseNumber: string
  why: string
}

/** Reads which case is to be opened in an emergency, and why. */
export function readOpening(fields: URLSearchParams): Result<Opening> {
  const form = new Reading(fields)
  const caseNumber = form.text('caseNumber', { most: 20 })
  const why = form.text('why', { most: 1000 })
  if (form.has('why') && (why.match(/\p{L}/gu) ?? []).length < leastLetters)
    form.refuse('why', 'reason-too-short', { least: leastLetters })
  return form.result({ caseNumber, why })
}

/**
 * Breaks the glass: for an hour a counsellor may read one case that is not theirs. Only one at a time, so that it stays
 * an emergency. A restricted case cannot be opened in this way, and looks like one that is not there.
 */
export function breakGlass(
  caseFile: CaseFile | undefined,
  why: string,
  { person, open }: { person: Person; open: string[] },
  signature: Signature,
): Result<CaseFile> {
  const field = 'caseNumber'
  const [other] = open.filter((number) => number !== caseFile?.number)
  if (other) return refused({ field, reason: 'glass-open', with: { case: other } })
  if (!caseFile || caseFile.restricted) return refused({ field, reason: 'case-not-to-open' })
  if (may(person, 'see a case', belongingOf(caseFile, signature.at))) return refused({ field, reason: 'case-is-open' })
  const opening = { why, until: plusMinutes(signature.at, glassMinutes), ...signature }
  return done(entered(caseFile, 'glass-broken', { openings: [...caseFile.openings, opening] }, signature))
}

/** Ends one's own opening before its hour is over. */
export function endOpening(caseFile: CaseFile, { by, at }: Signature): Result<CaseFile> {
  if (!openUntil(caseFile, by, at)) return refused({ reason: 'changed-meanwhile' })
  const openings = caseFile.openings.map((one) => (one.by === by && at < one.until ? { ...one, until: at } : one))
  return done(entered(caseFile, 'glass-closed', { openings }, { by, at }))
}

/** Until when somebody may read this case because they broke the glass; undefined when they may not. */
export const openUntil = ({ openings }: CaseFile, personId: string, now: Moment): Moment | undefined =>
  openings.find(({ by, until }) => by === personId && now < until)?.until
