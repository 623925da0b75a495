import { isDeepStrictEqual } from 'node:util'
import type { CaseFile, IssuedSurvey } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf } from '../casefile/questions.ts'
import { done, type Result, refused } from '../result.ts'
import type { Answers } from '../surveys/answers.ts'
import type { Moment } from '../time/days.ts'
import { maySurvey, surveyStateOf } from './issue-survey.ts'

/** Who signs what came by a link: the youth has no account. */
const youth = 'youth'

/** What came with the answers, before it has a time. */
export type Given = Omit<NonNullable<IssuedSurvey['response']>, 'at'>

/** The survey behind a link, while it can be answered. Opening a link spends nothing. */
export function openLink(caseFile: CaseFile, linkHash: string, now: Moment): Result<IssuedSurvey> {
  const issued = caseFile.surveys.find((one) => one.linkHash === linkHash)
  const state = issued && surveyStateOf(issued, now)
  if (!issued || state === 'revoked') return refused({ reason: 'link-unknown' })
  if (state === 'answered') return refused({ reason: 'link-spent' })
  if (state === 'expired') return refused({ reason: 'link-expired' })
  return closingOf(caseFile) || !maySurvey(caseFile) ? refused({ reason: 'link-unknown' }) : done(issued)
}

/** Notes that a link was opened for the first time. */
export function openSurvey(caseFile: CaseFile, linkHash: string, now: Moment): Result<CaseFile> {
  const link = openLink(caseFile, linkHash, now)
  if (!link.ok) return link
  return done(link.value.opened ? caseFile : changed(caseFile, 'survey-opened', { ...link.value, opened: now }, now))
}

/**
 * Takes the answers, once. The same answers again (a second tap, a line that broke) are no refusal and no change;
 * other answers after that are refused.
 */
export function answerSurvey(caseFile: CaseFile, linkHash: string, given: Given, now: Moment): Result<CaseFile> {
  const kept = caseFile.surveys.find((one) => one.linkHash === linkHash)?.response
  if (kept && isDeepStrictEqual(kept.answers, given.answers)) return done(caseFile)
  const link = openLink(caseFile, linkHash, now)
  if (!link.ok) return link
  const answered = { ...link.value, opened: link.value.opened ?? now, response: { ...given, at: now } }
  return done(changed(caseFile, 'survey-answered', answered, now))
}

function changed(
  caseFile: CaseFile,
  deed: 'survey-opened' | 'survey-answered',
  issued: IssuedSurvey,
  now: Moment,
): CaseFile {
  const surveys = caseFile.surveys.map((one) => (one.id === issued.id ? issued : one))
  return entered(caseFile, deed, { surveys }, { by: youth, at: now })
}

/** What the page tells beside the answers: the language, and how long it was open. Neither is trusted far. */
export function readResponse(answers: Answers, { lang, seconds }: Record<string, unknown>): Given {
  const time = wholeUpTo(24 * 3600, seconds)
  return { lang: lang === 'en' ? 'en' : 'ko', answers, ...(time !== undefined && { seconds: time }) }
}

const wholeUpTo = (most: number, given: unknown): number | undefined =>
  typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= most ? given : undefined

/** Half a survey is kept as a draft of its own: one for each that was handed out. */
export const draftOf = (number: string, id: string): string => `survey-${number}-${id}`

export const draftFieldsOf = (answers: Answers, page: unknown): [string, string][] => [
  ['answers', JSON.stringify(answers)],
  ['page', String(wholeUpTo(100, page) ?? 0)],
]

export function draftIn(fields: [string, string][]): { answers: Answers; page: number } {
  const kept = new Map(fields)
  return { answers: JSON.parse(kept.get('answers') ?? '{}'), page: Number(kept.get('page') ?? 0) }
}
