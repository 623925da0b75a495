import { isDeepStrictEqual } from 'node:util'
import type { CaseFile, IssuedSurvey, Signature } from '../casefile/casefile.ts'
import { raise } from '../casefile/concern.ts'
import { entered, type FileDeed } from '../casefile/journal.ts'
import { done, type Result, refused } from '../result.ts'
import type { Answers } from '../surveys/answers.ts'
import type { Survey } from '../surveys/definition.ts'
import { mostWrongPins } from '../surveys/links.ts'
import { raisedBy } from '../surveys/safety.ts'
import { type Day, dayOf, type Moment } from '../time/days.ts'
import { againstWave, askableFrom, isOut, surveyStateOf } from './issue-survey.ts'

/** Who signs what came by a link: the youth has no account. */
const youth = 'youth'

/** What came with the answers, before it has a time. */
export type Given = Omit<NonNullable<IssuedSurvey['response']>, 'at'>

/** How somebody asks for a survey: hashes of the token and, with it, of the number told by voice; and whether it is the hour for it. */
export interface Knock {
  linkHash: string
  pinHash?: string
  now: Moment
  isOpen: boolean
}

/** The survey to which a link leads, its own or that of the tablet; whatever has become of it since. */
export const behindLink = (caseFile: CaseFile, linkHash: string): IssuedSurvey | undefined =>
  caseFile.surveys.find((one) => one.linkHash === linkHash || one.tablet?.linkHash === linkHash)

/** Whether more than a link was needed: a number told by voice, or the counsellor who stands beside the tablet. */
export const isGuarded = ({ pin, linkHash }: IssuedSurvey, knock: Pick<Knock, 'linkHash'>): boolean =>
  pin !== undefined || linkHash !== knock.linkHash

/** The survey behind a link, while it can be answered. Opening a link spends nothing. */
export function openLink(caseFile: CaseFile, { linkHash, pinHash, now, isOpen }: Knock): Result<IssuedSurvey> {
  const issued = behindLink(caseFile, linkHash)
  const state = issued && surveyStateOf(issued, now)
  if (!issued || state === 'revoked') return refused({ reason: 'link-unknown' })
  if (state === 'answered' || state === 'refused') return refused({ reason: 'link-spent' })
  if (state === 'locked') return refused({ reason: 'link-locked' })
  const isTablet = issued.linkHash !== linkHash
  if (state === 'expired' || (isTablet && now >= (issued.tablet?.until ?? now)))
    return refused({ reason: 'link-expired' })
  if (againstWave(caseFile, issued.wave, dayOf(now))) return refused({ reason: 'link-unknown' })
  if (issued.pin && !isTablet && pinHash !== issued.pin.hash)
    return refused({ reason: pinHash === undefined ? 'pin-needed' : 'pin-wrong' })
  return isOpen ? done(issued) : refused({ reason: 'survey-closed-now' })
}

/** One more wrong number; after the fifth the link is dead. */
export function missPin(caseFile: CaseFile, linkHash: string, now: Moment): CaseFile {
  const issued = behindLink(caseFile, linkHash)
  if (!issued?.pin || issued.pin.wrong >= mostWrongPins) return caseFile
  const pin = { ...issued.pin, wrong: issued.pin.wrong + 1 }
  return changed(caseFile, 'survey-pin-missed', { ...issued, pin }, { by: youth, at: now })
}

/** Notes that a link was opened for the first time: from then on this version is asked, whatever is published later. */
export function openSurvey(caseFile: CaseFile, knock: Knock, version: number): Result<CaseFile> {
  const link = openLink(caseFile, knock)
  if (!link.ok) return link
  const by = { by: youth, at: knock.now }
  return done(
    link.value.opened
      ? caseFile
      : changed(caseFile, 'survey-opened', { ...link.value, version, opened: knock.now }, by),
  )
}

/**
 * Takes the answers, once. The same answers again (a second tap, a line that broke) are no refusal and no change;
 * other answers after that are refused.
 */
export function answerSurvey(caseFile: CaseFile, knock: Knock, given: Given): Result<CaseFile> {
  const kept = behindLink(caseFile, knock.linkHash)?.response
  if (kept && isDeepStrictEqual(kept.answers, given.answers)) return done(caseFile)
  const link = openLink(caseFile, knock)
  if (!link.ok) return link
  const answered = { ...link.value, opened: link.value.opened ?? knock.now, response: { ...given, at: knock.now } }
  return done(changed(caseFile, 'survey-answered', answered, { by: youth, at: knock.now }))
}

/**
 * The youth would rather not answer this one. It is no refusal of counselling, and it can be asked again. The same said
 * twice (a line that broke) is said once.
 */
export function refuseSurvey(caseFile: CaseFile, knock: Knock): Result<CaseFile> {
  if (behindLink(caseFile, knock.linkHash)?.refused) return done(caseFile)
  const link = openLink(caseFile, knock)
  if (!link.ok) return link
  const by = { by: youth, at: knock.now }
  return done(changed(caseFile, 'survey-refused', { ...link.value, refused: knock.now }, by))
}

/** What stood on a paper, on what day, and which version was printed there if not the one that was handed out. */
export type OnPaper = Pick<Given, 'answers' | 'lang'> & { on: Day; version?: number }

/**
 * Answers that were given on paper, typed in by somebody of the house; what was left blank stays blank. The paper may
 * have been filled in before anybody noted that it was handed out.
 */
export function enterSurvey(
  caseFile: CaseFile,
  id: string,
  { answers, lang, on, version }: OnPaper,
  signature: Signature,
): Result<CaseFile> {
  const issued = caseFile.surveys.find((one) => one.id === id)
  if (!issued || !isOut(surveyStateOf(issued, signature.at))) return refused({ reason: 'changed-meanwhile' })
  const today = dayOf(signature.at)
  const against = againstWave(caseFile, issued.wave, today)
  if (against) return refused(against)
  if (on > today) return refused({ field: 'filledOn', reason: 'in-the-future' })
  const from = askableFrom(caseFile, issued.wave)
  if (from && on < from) return refused({ field: 'filledOn', reason: 'too-early', with: { on: from } })
  if (Object.keys(answers).length === 0) return refused({ reason: 'nothing-entered' })
  const response = { at: signature.at, lang, answers, paper: { ...signature, on } }
  const asked = { version: version ?? issued.version, opened: issued.opened ?? signature.at }
  return done(changed(caseFile, 'survey-entered', { ...issued, ...asked, response }, signature))
}

/**
 * What answers to safety questions make urgent: concerns that this survey has not raised yet. The case as it was when
 * there is nothing new; also of answers that are not sent yet, since whoever stops there needs help no less.
 */
export function raiseFromAnswers(
  caseFile: CaseFile,
  { id }: IssuedSurvey,
  { survey, answers }: { survey: Survey; answers: Answers },
  signature: Signature,
): CaseFile {
  const known = caseFile.concerns.filter(({ surveyId }) => surveyId === id).map(({ code }) => code)
  const codes = raisedBy(survey, answers).filter((code) => !known.includes(code))
  if (codes.length === 0) return caseFile
  const flags = codes.map((code) => ({ code, severity: 'urgent' as const, surveyId: id }))
  const raised = raise(caseFile, flags, 'survey', signature)
  return raised.ok ? raised.value : caseFile
}

function changed(caseFile: CaseFile, deed: FileDeed, issued: IssuedSurvey, signature: Signature): CaseFile {
  const surveys = caseFile.surveys.map((one) => (one.id === issued.id ? issued : one))
  return entered(caseFile, deed, { surveys }, signature)
}
