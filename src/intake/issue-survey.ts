import type { CaseFile, IssuedSurvey, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf } from '../casefile/questions.ts'
import { consentedOn, guardiansDisagree, inForce, isConsented, isGuardianNeeded, isInForce } from '../consent/gate.ts'
import { Reading } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { linkDays, mostWrongPins } from '../surveys/links.ts'
import { monthsOf, surveyIn, type Wave, waves } from '../surveys/waves.ts'
import { type Day, dayOf, type Moment, plusDays, plusMinutes, plusMonths } from '../time/days.ts'

export const surveyStates = ['answered', 'refused', 'revoked', 'locked', 'expired', 'opened', 'sent'] as const
export type SurveyState = (typeof surveyStates)[number]

/** Whether its link is dead, since too many wrong numbers were tried. */
export const isLocked = ({ pin }: IssuedSurvey): boolean => pin !== undefined && pin.wrong >= mostWrongPins

/** What has become of a survey that was handed out. `locked`: too many wrong numbers. */
export function surveyStateOf(issued: IssuedSurvey, now: Moment): SurveyState {
  const { response, refused: declined, revoked, expiresAt, opened } = issued
  if (response) return 'answered'
  if (declined) return 'refused'
  if (revoked) return 'revoked'
  if (isLocked(issued)) return 'locked'
  if (now >= expiresAt) return 'expired'
  return opened ? 'opened' : 'sent'
}

/** Whether answers can still come. */
export const isOut = (state: SurveyState): boolean => state === 'sent' || state === 'opened'

/**
 * Whether this youth may be asked: the gate is open, and they agreed to surveys and have not taken it back. Of a child
 * under 14 no guardian is asked for it besides, but one who said no to it is heard.
 */
export const maySurvey = (caseFile: CaseFile): boolean =>
  isConsented(caseFile) && inForce(caseFile, 'survey', 'youth') && guardianLets(caseFile)

function guardianLets(caseFile: CaseFile): boolean {
  const said = caseFile.consents.some((one) => one.kind === 'survey' && one.giver === 'guardian' && !one.invalidated)
  if (!said || !isGuardianNeeded(caseFile)) return true
  return inForce(caseFile, 'survey', 'guardian') && !guardiansDisagree(caseFile, 'survey')
}

/** Days before its date from which a follow-up can be sent, and after it until when: later it is another time's answer. */
const followUpEarly = 14
const followUpLate = 45

/** The day on which a follow-up is due; undefined while the case is open, and for what is asked before its closing. */
export function followUpDueOn(caseFile: CaseFile, wave: string): Day | undefined {
  const [closing, months] = [closingOf(caseFile), monthsOf(wave)]
  return closing && months !== undefined ? plusMonths(closing.on, months) : undefined
}

/** The first day on which somebody can have answered: the gate was open, they had agreed, and it was time. */
export function askableFrom(caseFile: CaseFile, wave: string): Day | undefined {
  const agreed = caseFile.consents.filter((one) => one.kind === 'survey' && one.giver === 'youth' && isInForce(one))
  const dueOn = followUpDueOn(caseFile, wave)
  const days = [consentedOn(caseFile), agreed.map(({ on }) => on).sort()[0], dueOn && plusDays(dueOn, -followUpEarly)]
  return days
    .filter((on) => on !== undefined)
    .sort()
    .at(-1)
}

/** Why a survey cannot be answered or handed out at this point of the programme, if it cannot. */
export function againstWave(caseFile: CaseFile, wave: string, today: Day): Refusal | undefined {
  const isFollowUp = monthsOf(wave) !== undefined
  if (!isFollowUp && closingOf(caseFile)) return { reason: 'case-closed' }
  if (!isConsented(caseFile)) return { reason: 'before-consent' }
  if (!maySurvey(caseFile)) return { reason: 'survey-consent-needed' }
  if (wave === 'exit' && !caseFile.plan) return { field: 'wave', reason: 'not-open-yet' }
  if (!isFollowUp) return undefined
  const dueOn = followUpDueOn(caseFile, wave)
  if (!dueOn) return { field: 'wave', reason: 'not-closed' }
  const from = plusDays(dueOn, -followUpEarly)
  return today < from ? { field: 'wave', reason: 'too-early', with: { on: from } } : undefined
}

/** Why a survey cannot be handed out now; what is out already may be answered a little longer. */
export function againstIssuing(caseFile: CaseFile, wave: string, today: Day): Refusal | undefined {
  const dueOn = followUpDueOn(caseFile, wave)
  const isOver = dueOn !== undefined && today > plusDays(dueOn, followUpLate)
  return againstWave(caseFile, wave, today) ?? (isOver ? { field: 'wave', reason: 'follow-up-over' } : undefined)
}

/** How a survey comes to the youth. */
export const ways = ['link', 'tablet', 'paper'] as const
export type Way = (typeof ways)[number]

/** Reads which survey is handed out, by which way; a link may ask for a number that is told by voice. */
export function readHandingOut(fields: URLSearchParams): Result<{ wave: Wave; way: Way; withPin: boolean }> {
  const form = new Reading(fields)
  const [wave, way] = [form.one('wave', waves), form.one('way', ways)]
  return form.result({ wave, way, withPin: form.oneOrNone('pin', ['yes']) === 'yes' && way === 'link' })
}

/** Hands out a survey: one at a time for each point of the programme, and never again once it was answered. */
export function issueSurvey(
  caseFile: CaseFile,
  { wave, ...link }: { wave: Wave } & Pick<IssuedSurvey, 'linkHash' | 'pin'>,
  version: number,
  signature: Signature,
): Result<CaseFile> {
  const against = againstIssuing(caseFile, wave, dayOf(signature.at))
  if (against) return refused(against)
  const before = caseFile.surveys.filter((one) => one.wave === wave)
  const states = before.map((one) => surveyStateOf(one, signature.at))
  if (states.includes('answered')) return refused({ field: 'wave', reason: 'survey-answered' })
  if (states.some(isOut)) return refused({ field: 'wave', reason: 'survey-issued' })
  const issued: IssuedSurvey = {
    ...signature,
    ...link,
    id: `${wave}-${before.length + 1}`,
    survey: surveyIn(wave),
    version,
    wave,
    expiresAt: plusMinutes(signature.at, linkDays * 24 * 60),
  }
  return done(entered(caseFile, 'survey-issued', { surveys: [...caseFile.surveys, issued] }, signature))
}

/** Makes a link useless. What was answered stays. */
export function revokeSurvey(caseFile: CaseFile, id: string, signature: Signature): Result<CaseFile> {
  const issued = caseFile.surveys.find((one) => one.id === id)
  if (!issued) return refused({ reason: 'link-unknown' })
  if (issued.response) return refused({ reason: 'link-spent' })
  // it was the youth who ended it, and that is to stay what became of it
  if (issued.refused) return refused({ reason: 'changed-meanwhile' })
  if (issued.revoked) return done(caseFile)
  const surveys = caseFile.surveys.map((one) => (one === issued ? { ...one, revoked: signature } : one))
  return done(entered(caseFile, 'survey-revoked', { surveys }, signature))
}
