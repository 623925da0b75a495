import type { CaseFile, IssuedSurvey, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf } from '../casefile/questions.ts'
import { inForce, isConsented } from '../consent/gate.ts'
import { done, type Result, refused } from '../result.ts'
import { linkDays } from '../surveys/links.ts'
import { type Moment, plusMinutes } from '../time/days.ts'

export type SurveyState = 'answered' | 'revoked' | 'expired' | 'opened' | 'sent'

/** What has become of a survey that was handed out. */
export function surveyStateOf({ response, revoked, expiresAt, opened }: IssuedSurvey, now: Moment): SurveyState {
  if (response) return 'answered'
  if (revoked) return 'revoked'
  if (now >= expiresAt) return 'expired'
  return opened ? 'opened' : 'sent'
}

/** Whether this youth may be asked: the gate is open, and they agreed to surveys and have not taken it back. */
export const maySurvey = (caseFile: CaseFile): boolean => isConsented(caseFile) && inForce(caseFile, 'survey', 'youth')

/** Hands out a survey by a one-time link that holds for 14 days. One at a time for each survey. */
export function issueSurvey(
  caseFile: CaseFile,
  { survey, linkHash }: { survey: string; linkHash: string },
  { version, needsPlan }: { version: number; needsPlan: boolean },
  signature: Signature,
): Result<CaseFile> {
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (!isConsented(caseFile)) return refused({ reason: 'before-consent' })
  if (!maySurvey(caseFile)) return refused({ reason: 'survey-consent-needed' })
  if (needsPlan && !caseFile.plan) return refused({ field: 'survey', reason: 'not-open-yet' })
  const before = caseFile.surveys.filter((one) => one.survey === survey)
  const states = before.map((one) => surveyStateOf(one, signature.at))
  if (states.includes('answered')) return refused({ field: 'survey', reason: 'survey-answered' })
  if (states.some((state) => state === 'sent' || state === 'opened'))
    return refused({ field: 'survey', reason: 'survey-issued' })
  const issued: IssuedSurvey = {
    ...signature,
    id: `${survey}-${before.length + 1}`,
    survey,
    version,
    wave: survey,
    linkHash,
    expiresAt: plusMinutes(signature.at, linkDays * 24 * 60),
  }
  return done(entered(caseFile, 'survey-issued', { surveys: [...caseFile.surveys, issued] }, signature))
}

/** Makes a link useless. What was answered stays. */
export function revokeSurvey(caseFile: CaseFile, id: string, signature: Signature): Result<CaseFile> {
  const issued = caseFile.surveys.find((one) => one.id === id)
  if (!issued) return refused({ reason: 'link-unknown' })
  if (issued.response) return refused({ reason: 'link-spent' })
  if (issued.revoked) return done(caseFile)
  const surveys = caseFile.surveys.map((one) => (one === issued ? { ...one, revoked: signature } : one))
  return done(entered(caseFile, 'survey-revoked', { surveys }, signature))
}
