import { Reading } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { CaseFile, Signature } from './casefile.ts'
import { entered } from './journal.ts'
import { counsellorOf } from './questions.ts'

/** Whom a case is to be kept to, by id, and why. */
export interface Restriction {
  to: string[]
  why: string
}

export interface RestrictionFacts {
  /** ids of the leads, one of whom must be named, or nobody could ever lift it */
  leads: string[]
  /** ids of the counsellors of its sessions still to come */
  meeting: string[]
  /** names by person's id */
  names: ReadonlyMap<string, string>
}

/** Reads whom a case is to be kept to; `people` are the ids that may be named. */
export function readRestriction(fields: URLSearchParams, people: string[]): Result<Restriction> {
  const form = new Reading(fields)
  return form.result({ to: form.several('restrictedTo', people), why: form.text('why', { most: 1000 }) })
}

/**
 * Keeps a case to the people who are named, or changes who they are. A lead must be among them, so that it can be
 * lifted again, and whoever works on the case: its counsellor and those who hold its next sessions.
 */
export function restrict(
  caseFile: CaseFile,
  { to, why }: Restriction,
  { leads, meeting, names }: RestrictionFacts,
  signature: Signature,
): Result<CaseFile> {
  const field = 'restrictedTo'
  const own = counsellorOf(caseFile)
  const left = [...new Set([...(own ? [own] : []), ...meeting])].filter((id) => !to.includes(id))
  const against: Refusal[] = [
    ...(to.some((id) => leads.includes(id)) ? [] : [{ field, reason: 'lead-not-named' as const }]),
    ...left.map((id) => ({ field, reason: 'counsellor-not-named' as const, with: { who: names.get(id) ?? id } })),
  ]
  if (against.length > 0) return refused(...against)
  return done(entered(caseFile, 'restricted', { restricted: { to, why, ...signature } }, signature))
}

/** Opens a restricted case again to everyone whose it is. Who had been named, and why, stays in the journal. */
export function liftRestriction(caseFile: CaseFile, signature: Signature): Result<CaseFile> {
  if (!caseFile.restricted) return refused({ reason: 'changed-meanwhile' })
  return done(entered(caseFile, 'unrestricted', { restricted: undefined }, signature))
}

/** Why a person cannot be given work on a case: it is restricted, and they are not named. */
export const againstGiving = ({ restricted }: CaseFile, personId: string, field: string): Refusal[] =>
  restricted && !restricted.to.includes(personId) ? [{ reason: 'not-named', field }] : []
