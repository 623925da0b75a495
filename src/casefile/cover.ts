import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import type { CaseFile, Signature } from './casefile.ts'
import type { Cover } from './course.ts'
import { entered } from './journal.ts'
import { closingOf, counsellorOf } from './questions.ts'
import { againstGiving } from './restrict.ts'

/** Who is to stand in, in which cases, and whether the sessions of that time go to them. */
export interface Arrangement {
  coveredBy: string
  numbers: string[]
  sessions: boolean
}

type Standing = Pick<Cover, 'counsellorId' | 'from' | 'to'>

/** Reads who stands in; `numbers` and `colleagues` are what may be chosen. */
export function readArrangement(fields: URLSearchParams, numbers: string[], colleagues: string[]): Result<Arrangement> {
  const form = new Reading(fields)
  return form.result({
    coveredBy: form.one('coveredBy', colleagues),
    numbers: form.several('cases', numbers),
    sessions: form.has('sessionsToo'),
  })
}

/**
 * Lets a colleague stand in for the counsellor of a case from one day to another: the case is theirs as well for as
 * long. Not in a restricted case in which they are not named.
 */
export function cover(caseFile: CaseFile, standing: Standing, counsellorId: string, by: Signature): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (counsellorOf(caseFile) !== counsellorId) return refused({ reason: 'changed-meanwhile' })
  const kept = againstGiving(caseFile, standing.counsellorId, 'coveredBy')
  if (kept.length > 0) return refused(...kept)
  const { covers = [] } = caseFile
  if (covers.some((one) => isSame(one, standing))) return done(caseFile)
  return done(entered(caseFile, 'cover-arranged', { covers: [...covers, { ...standing, ...by }] }, by))
}

/** Ends a cover at once; the case file keeps that it was there. As it is when it ended already. */
export function endCover(caseFile: CaseFile, standing: Standing, by: Signature): CaseFile {
  const { covers = [] } = caseFile
  if (!covers.some((one) => isSame(one, standing))) return caseFile
  const ended = covers.map((one) => (isSame(one, standing) ? { ...one, ended: by } : one))
  return entered(caseFile, 'cover-ended', { covers: ended }, by)
}

const isSame = (one: Cover, { counsellorId, from, to }: Standing): boolean =>
  !one.ended && one.counsellorId === counsellorId && one.from === from && one.to === to
