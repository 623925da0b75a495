import { randomInt } from 'node:crypto'
import type { CaseFile, IssuedSurvey, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { hashOf } from '../people/token.ts'
import { done, type Result, refused } from '../result.ts'
import { codeMinutes, tabletMinutes } from '../surveys/links.ts'
import { dayOf, type Moment, plusMinutes } from '../time/days.ts'
import { againstWave, isOut, surveyStateOf } from './issue-survey.ts'

/** Eight digits by chance, to be typed into the centre's tablet. */
export const newCode = (): string => String(randomInt(100_000_000)).padStart(8, '0')

/** A code as it was typed, without the gap that makes it easy to read; undefined when it is none. */
export function codeIn(given: unknown): string | undefined {
  const digits = typeof given === 'string' && given.length < 40 ? given.replace(/[\s-]/g, '') : ''
  return /^\d{8}$/.test(digits) ? digits : undefined
}

/** Kept in its place; a code that opens nothing else and only for some minutes. */
export const codeHashOf = (code: string): string => hashOf(`tablet ${code}`)

/**
 * Hands a survey that is out over on the tablet, by a number that holds for ten minutes. A number from before, and a
 * tablet that was given it before, open it no more; what was answered so far is there.
 */
export function handOverSurvey(
  caseFile: CaseFile,
  id: string,
  codeHash: string,
  signature: Signature,
): Result<CaseFile> {
  const issued = caseFile.surveys.find((one) => one.id === id)
  if (!issued || !isOut(surveyStateOf(issued, signature.at))) return refused({ reason: 'changed-meanwhile' })
  const against = againstWave(caseFile, issued.wave, dayOf(signature.at))
  if (against) return refused(against)
  const tablet = { ...signature, codeHash, until: plusMinutes(signature.at, codeMinutes) }
  return done(changed(caseFile, { ...issued, tablet }, signature))
}

/** The tablet typed the number: it gets a link of its own for two hours, and the number opens nothing any more. */
export function takeOver(caseFile: CaseFile, codeHash: string, linkHash: string, now: Moment): Result<CaseFile> {
  const issued = caseFile.surveys.find(({ tablet }) => tablet?.codeHash === codeHash)
  const handed = issued?.tablet
  if (!handed || handed.linkHash || now >= handed.until || !isOut(surveyStateOf(issued, now)))
    return refused({ reason: 'code-unknown', field: 'code' })
  const tablet = { ...handed, linkHash, until: plusMinutes(now, tabletMinutes) }
  return done(changed(caseFile, { ...issued, tablet }, { by: 'youth', at: now }))
}

function changed(caseFile: CaseFile, issued: IssuedSurvey, signature: Signature): CaseFile {
  const surveys = caseFile.surveys.map((one) => (one.id === issued.id ? issued : one))
  return entered(caseFile, 'survey-handed-over', { surveys }, signature)
}
