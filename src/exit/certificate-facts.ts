import type { CaseFile } from '../casefile/casefile.ts'
import type { Certificate, Printed } from '../casefile/outcome.ts'
import { closingOf } from '../casefile/questions.ts'
import { attendeeOf, isHeld, type Session, trackOf } from '../casefile/session.ts'
import { inForce } from '../consent/gate.ts'
import { isSigned } from '../sessions/note.ts'
import { dayOf } from '../time/days.ts'
import { type OpenThing, openThings } from './close.ts'

/** For whom: the youth, or one of the guardians, counted from 0. */
export type Holder = Pick<Certificate, 'whose' | 'guardian'>

/** What is worked out for a certificate from the file and from attendance that nobody can change any more. */
export type Delivered = Pick<Printed, 'from' | 'to' | 'sessions' | 'minutes' | 'orderedHours'> &
  Pick<Printed, 'as' | 'basis' | 'decisionNumber' | 'decidedOn'>

/** Attendance is locked by the signed note, or by the closing of the case; see sessions/attend.ts. */
const isLocked = (caseFile: CaseFile, { id }: Session): boolean =>
  closingOf(caseFile) !== undefined || isSigned(caseFile, id)

/** Sessions on the holder's own track: the youth's, or the education of that guardian. Counselling of a guardian is no hour of theirs. */
const onTrack = ({ number }: CaseFile, { whose, guardian = 0 }: Holder, sessions: Session[]): Session[] =>
  sessions.filter((session) =>
    whose === 'youth'
      ? trackOf(session.kind) === 'youth'
      : session.kind === 'guardian-education' && (attendeeOf(session, number)?.guardian ?? 0) === guardian,
  )

/**
 * What stands against a certificate for now: sessions, hours, attendance and survey of the holder's own. Concerns,
 * the guardian's part of a youth's course and the other way round have nothing to do with what was taken. A survey is
 * voluntary (PIPA art. 16): who said no to it is not kept waiting.
 */
export function openFor(caseFile: CaseFile, holder: Holder, sessions: Session[]): OpenThing[] {
  const own = onTrack(caseFile, holder, sessions)
  const unlocked = own.filter((one) => isHeld(one, caseFile.number) && !isLocked(caseFile, one)).length
  const counted: OpenThing['what'][] =
    holder.whose === 'guardian'
      ? ['guardian-hours-left', 'sessions-booked', 'notes-missing']
      : ['sessions-left', 'hours-left', 'sessions-booked', 'notes-missing', 'exit-survey-missing']
  return openThings(caseFile, own, unlocked).filter(
    ({ what }) => counted.includes(what) && !(what === 'exit-survey-missing' && declinesSurveys(caseFile)),
  )
}

const declinesSurveys = (caseFile: CaseFile): boolean =>
  caseFile.surveys.some(({ survey, refused }) => survey === 'exit' && refused) ||
  (caseFile.consents.some(({ kind, giver }) => kind === 'survey' && giver === 'youth') &&
    !inForce(caseFile, 'survey', 'youth'))

/** Of what is open, that without which the course cannot be called completed. */
const undone: OpenThing['what'][] = ['sessions-left', 'hours-left', 'guardian-hours-left']

/** What was delivered to somebody so far; undefined while no session with locked attendance took place. */
export function deliveredTo(caseFile: CaseFile, holder: Holder, sessions: Session[]): Delivered | undefined {
  const own = onTrack(caseFile, holder, sessions)
  const locked = own.filter((one) => isHeld(one, caseFile.number) && isLocked(caseFile, one))
  const days = locked.map(({ startAt }) => dayOf(startAt)).sort()
  const [from] = days
  const to = days.at(-1)
  if (from === undefined || to === undefined) return undefined
  const { referral } = caseFile
  const ordered = holder.whose === 'youth' ? referral.orderedHours : referral.orderedGuardianHours
  const isOrdered = holder.whose === 'youth' || ordered !== undefined
  const partly = openFor(caseFile, holder, sessions).some(({ what }) => undone.includes(what))
  return {
    ...{ from, to, sessions: locked.length, minutes: minutesIn(caseFile, locked) },
    ...(ordered !== undefined && { orderedHours: ordered }),
    as: partly ? 'attended' : 'completed',
    // a guardian whom nobody ordered came of their own accord, whatever was ordered for the youth
    basis: isOrdered ? referral.basis : 'voluntary',
    ...(isOrdered && referral.decisionNumber && { decisionNumber: referral.decisionNumber }),
    ...(isOrdered && referral.decidedOn && { decidedOn: referral.decidedOn }),
  }
}

const minutesIn = ({ number }: CaseFile, held: Session[]): number =>
  held.reduce((sum, session) => sum + (attendeeOf(session, number)?.attendance?.creditedMinutes ?? 0), 0)

/** The holder's name as the file has it now. */
export const nameOf = ({ youth, guardians }: CaseFile, { whose, guardian = 0 }: Holder): string | undefined =>
  (whose === 'youth' ? youth.name : guardians[guardian]?.name)?.trim() || undefined

/** Whether a certificate no longer says what the file says: it stays true of the paper, and can be issued anew. */
export function isOutdated(caseFile: CaseFile, certificate: Certificate, sessions: Session[]): boolean {
  const now = deliveredTo(caseFile, certificate, sessions)
  if (!now || nameOf(caseFile, certificate) !== certificate.name) return true
  const facts = [
    'from',
    'to',
    'sessions',
    'minutes',
    'orderedHours',
    'as',
    'basis',
    'decisionNumber',
    'decidedOn',
  ] as const
  return facts.some((fact) => now[fact] !== certificate[fact])
}
