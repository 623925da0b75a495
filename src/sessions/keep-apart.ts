import type { CaseFile, Signature } from '../casefile/casefile.ts'
import type { Apart } from '../casefile/course.ts'
import { entered } from '../casefile/journal.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import { keptApartOf } from './apart.ts'

export const apartWhys = ['together', 'same-incident', 'harmed', 'other'] as const satisfies readonly Apart['why'][]

/** Whom a youth must not meet, and why. */
export interface Keeping {
  caseNumber?: string
  schoolId?: string
  why: Apart['why']
}

/** Reads whom to keep apart: the youth of another case, the youths of a whole school, or both. */
export function readKeeping(fields: URLSearchParams, schools: string[]): Result<Keeping> {
  const form = new Reading(fields)
  const numbers = form.caseNumbers('apartCase')
  const schoolId = form.oneOrNone('apartSchool', schools)
  if (numbers.length > 1) form.refuse('apartCase', 'not-a-case-number')
  if (numbers.length === 0 && !schoolId && form.refusals.length === 0) form.refuse('apartCase', 'apart-missing')
  return form.result({ caseNumber: numbers[0], schoolId, why: form.one('apartWhy', apartWhys) })
}

/** Which of those in force ends, and why. */
export interface Ending {
  from: Apart['from']
  why: string
}

/** `apartFrom` holds a case number or the id of a school, after what it is: `case:2026-0002`. */
export function readEnding(fields: URLSearchParams, { cases, schools }: { cases: string[]; schools: string[] }) {
  const form = new Reading(fields)
  const offered = [...cases.map((number) => `case:${number}`), ...schools.map((id) => `school:${id}`)]
  const [what, ...id] = (form.oneOrNone('apartFrom', offered) ?? '').split(':')
  const from: Apart['from'] = what === 'school' ? { schoolId: id.join(':') } : { caseNumber: id.join(':') }
  return form.result<Ending>({ from, why: form.text('why', { most: 500 }) })
}

/**
 * Notes whom the youth must not meet. `known` says whether the other case is one that the asker may know of: one that
 * is kept from them is refused like one that is not there.
 */
export function keepApart(
  caseFile: CaseFile,
  { caseNumber, schoolId, why }: Keeping,
  known: (number: string) => boolean,
  signature: Signature,
): Result<CaseFile> {
  const { cases, schools } = keptApartOf(caseFile)
  if (caseNumber === caseFile.number) return refused({ reason: 'apart-self', field: 'apartCase' })
  if (caseNumber && !known(caseNumber)) return refused({ reason: 'case-unknown', field: 'apartCase' })
  if (caseNumber && cases.includes(caseNumber)) return refused({ reason: 'apart-already', field: 'apartCase' })
  if (schoolId && schools.includes(schoolId)) return refused({ reason: 'apart-already', field: 'apartSchool' })
  const from: Apart['from'][] = [...(caseNumber ? [{ caseNumber }] : []), ...(schoolId ? [{ schoolId }] : [])]
  const apart = [...(caseFile.apart ?? []), ...from.map((one): Apart => ({ from: one, why, ...signature }))]
  return done(entered(caseFile, 'kept-apart', { apart }, signature))
}

/** Lets them meet again, with a reason. What the referral named gets its mark in the list beside it. */
export function letMeet(caseFile: CaseFile, { from, why }: Ending, signature: Signature): Result<CaseFile> {
  const { cases, schools } = keptApartOf(caseFile)
  const stands = 'caseNumber' in from ? cases.includes(from.caseNumber) : schools.includes(from.schoolId)
  if (!stands) return refused({ reason: 'apart-not-there', field: 'why' })
  const ended = { why, ...signature }
  const noted = (caseFile.apart ?? []).map((one) => (!one.ended && isSame(one.from, from) ? { ...one, ended } : one))
  const { by, at } = caseFile.referral
  const named: Apart = { from, why: 'other', by, at, ended }
  const apart = noted.some((one) => one.ended === ended) ? noted : [...noted, named]
  return done(entered(caseFile, 'let-meet', { apart }, signature))
}

const isSame = (one: Apart['from'], other: Apart['from']): boolean => JSON.stringify(one) === JSON.stringify(other)
