import type { CaseFile, PersonalLink, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { isAccepted } from '../casefile/questions.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import { linkDays } from '../surveys/links.ts'
import { type Moment, plusMinutes } from '../time/days.ts'
import { mostGuardians } from './guardian.ts'

/** How long an own page can be opened. Erasing the case ends it sooner: there is nothing left to open. */
const pageDays = 90
const minutesOfDay = 24 * 60

/** The youth, or one of the guardians, counted from 0. */
export type Whose = Pick<PersonalLink, 'whose' | 'guardian'>

export const isSamePerson = (one: Whose, other: Whose): boolean =>
  one.whose === other.whose && one.guardian === other.guardian

/** Reads for whom a link is to be made: `youth`, `guardian-0`. */
export function readWhose(fields: URLSearchParams): Result<Whose> {
  const form = new Reading(fields)
  const people = ['youth', ...Array.from({ length: mostGuardians }, (_, at) => `guardian-${at}`)]
  const named = form.one('whose', people)
  return form.result(named === 'youth' ? { whose: 'youth' } : { whose: 'guardian', guardian: Number(named.slice(9)) })
}

export type LinkState = 'revoked' | 'expired' | 'answered' | 'late' | 'waiting'

/** What has become of a link; `late`: its page still opens, but the days for answering are over. */
export function linkStateOf({ revoked, expiresAt, answered, answerBy }: PersonalLink, now: Moment): LinkState {
  if (revoked) return 'revoked'
  if (now >= expiresAt) return 'expired'
  if (answered) return 'answered'
  return now >= answerBy ? 'late' : 'waiting'
}

/** Whether a link opens its page. */
export const opens = (link: PersonalLink, now: Moment): boolean =>
  !['revoked', 'expired'].includes(linkStateOf(link, now))

/** Makes a link to the own page of one person. An older one of the same person no longer opens. */
export function issueLink(
  caseFile: CaseFile,
  { whose, guardian, linkHash }: Whose & { linkHash: string },
  signature: Signature,
): Result<CaseFile> {
  if (!isAccepted(caseFile)) return refused({ reason: 'not-open-yet' })
  if (whose === 'guardian' && !caseFile.guardians[guardian ?? -1])
    return refused({ field: 'whose', reason: 'guardian-unknown' })
  const after = (days: number) => plusMinutes(signature.at, days * minutesOfDay)
  const link: PersonalLink = {
    ...signature,
    id: `${whose}-${caseFile.links.length + 1}`,
    ...{ whose, ...(whose === 'guardian' && { guardian }), linkHash },
    ...{ answerBy: after(linkDays), expiresAt: after(pageDays) },
  }
  const older = caseFile.links.map((one) =>
    isSamePerson(one, link) && !one.revoked ? { ...one, revoked: signature } : one,
  )
  return done(entered(caseFile, 'link-issued', { links: [...older, link] }, signature))
}

/** Makes a link useless. What was answered by it stays. */
export function revokeLink(caseFile: CaseFile, id: string, signature: Signature): Result<CaseFile> {
  const link = caseFile.links.find((one) => one.id === id)
  if (!link) return refused({ reason: 'link-unknown' })
  if (link.revoked) return done(caseFile)
  const links = caseFile.links.map((one) => (one === link ? { ...one, revoked: signature } : one))
  return done(entered(caseFile, 'link-revoked', { links }, signature))
}
