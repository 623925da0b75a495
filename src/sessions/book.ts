import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { closingOf, counsellorOf, isAccepted } from '../casefile/questions.ts'
import { againstGiving } from '../casefile/restrict.ts'
import { type Attendee, attendeeOf, isMissed, type Session, type Track, trackOf } from '../casefile/session.ts'
import { consentedOn, isConsented } from '../consent/gate.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { dayOf } from '../time/days.ts'
import { isAboutMeeting } from './apart.ts'
import type { Booking } from './booking-form.ts'
import { type Diary, objectionsTo } from './clash.ts'
import { nextOrdinal } from './progress.ts'
import type { Slot } from './slot.ts'

/** What the rule is told besides the form: the free id, the youths' sessions so far, and the diary around that time. */
export interface BookingFacts extends Diary {
  id: string
  /** sessions so far of everyone who attends */
  ofCases: Session[]
}

/**
 * Books one session for youths whose consents are there: the first is the one in whose case it is booked, the others
 * sit in a group with them. Refused at the field, with who is in the way and when, if counsellor, room or youth are
 * taken; in the past only when it is said to have taken place already. It is the first case's counsellor who holds it
 * unless another is named.
 */
export function book(
  caseFiles: CaseFile[],
  booking: Booking,
  facts: BookingFacts,
  signature: Signature,
): Result<Session> {
  const { kind, mode, startAt, minutes, guardian, catchesUp, despite } = booking
  const slot = slotFor(caseFiles, booking)
  const against = [
    ...caseFiles.flatMap((file, at) =>
      mayNotMeet(file, startAt).map((one) => (at === 0 ? one : { ...one, field: 'with' })),
    ),
    ...againstAttendees(caseFiles, booking),
    ...againstCatchingUp(caseFiles, booking, facts.ofCases),
  ]
  if (against.length > 0) return refused(...against)
  const objections = [
    ...caseFiles.flatMap((file) => againstGiving(file, slot.counsellorId, 'counsellorId')),
    ...againstGone(slot, facts, booking.past),
    ...objectionsTo(slot, facts, { took: booking.past }),
  ]
  const left = despite === undefined ? objections : objections.filter((one) => !isAboutMeeting(one))
  if (left.length > 0) return refused(...left)
  const { counsellorId, roomId } = slot
  const attendees = caseFiles.map(({ number }): Attendee => {
    const ordinal = nextOrdinal(facts.ofCases, number, trackOf(kind))
    return { caseNumber: number, ordinal, ...(guardian !== undefined && { guardian }) }
  })
  return done({
    ...{ version: 1, id: facts.id, kind, mode, startAt, minutes, counsellorId, ...(roomId && { roomId }) },
    ...{ attendees, booked: signature, moved: [], ...(catchesUp && { catchesUp }) },
    // a reason that was not needed would speak of a meeting that there is not
    ...(despite !== undefined && objections.length > 0 && { despite: { why: despite, ...signature } }),
  })
}

/** Who and what a booking would take up. */
export const slotFor = (
  caseFiles: CaseFile[],
  {
    startAt,
    minutes,
    kind,
    mode,
    counsellorId,
    roomId,
  }: Pick<Booking, 'startAt' | 'minutes' | 'kind' | 'mode' | 'counsellorId' | 'roomId'>,
): Slot => ({
  ...{ startAt, minutes, kind, mode, roomId, caseNumbers: caseFiles.map(({ number }) => number) },
  counsellorId: counsellorId ?? (caseFiles[0] && counsellorOf(caseFiles[0])) ?? '',
})

/**
 * Why a youth cannot be met: closed, not taken on, consents missing, or not yet given at that time. Of one case in a
 * group it is said which.
 */
export function mayNotMeet(caseFile: CaseFile, startAt?: Session['startAt']): Refusal[] {
  if (closingOf(caseFile)) return [{ reason: 'case-closed' }]
  if (!isAccepted(caseFile)) return [{ reason: 'not-open-yet' }]
  if (!isConsented(caseFile)) return [{ reason: 'before-consent' }]
  const first = consentedOn(caseFile)
  const early = startAt !== undefined && first !== undefined && dayOf(startAt) < first
  return early ? [{ reason: 'too-early', field: 'sessionOn', with: { on: first } }] : []
}

/** Nothing is booked with somebody who will not be there; what they held before they left may still be put down. */
export const againstGone = ({ counsellorId }: Slot, { gone, people }: Diary, past: boolean): Refusal[] =>
  !past && gone?.has(counsellorId)
    ? [{ reason: 'counsellor-gone', field: 'counsellorId', with: { who: people.get(counsellorId) ?? counsellorId } }]
    : []

/**
 * Missed sessions of this case that nothing in force makes up for, on this track if one is named. One that was to make
 * up for another is not among them: it is the other that is still owed.
 */
export function toCatchUp(sessions: Session[], caseNumber: string, track?: Track): Session[] {
  const own = sessions.filter((session) => attendeeOf(session, caseNumber))
  const owed = (session: Session) =>
    isMissed(session, caseNumber) &&
    !own.some(({ id }) => id === session.catchesUp) &&
    !own.some((other) => other.catchesUp === session.id && !other.cancelled && !isMissed(other, caseNumber))
  return own.filter((session) => (track === undefined || trackOf(session.kind) === track) && owed(session))
}

function againstCatchingUp([first]: CaseFile[], { kind, catchesUp }: Booking, ofCases: Session[]): Refusal[] {
  if (!first || catchesUp === undefined) return []
  const open = toCatchUp(ofCases, first.number, trackOf(kind))
  return open.some(({ id }) => id === catchesUp) ? [] : [{ reason: 'not-to-catch-up', field: 'catchesUp' }]
}

/** Several attend a group or what is taught to several; a guardian comes alone, and must be one of the case's. */
function againstAttendees([first, ...others]: CaseFile[], { kind, guardian }: Booking): Refusal[] {
  if (others.length > 0 && !groupKinds.includes(kind)) return [{ reason: 'not-a-group', field: 'with' }]
  if (trackOf(kind) !== 'guardian')
    return guardian === undefined ? [] : [{ reason: 'not-with-guardian', field: 'guardian' }]
  if (guardian === undefined) return [{ reason: 'guardian-not-named', field: 'guardian' }]
  return first?.guardians[guardian] ? [] : [{ reason: 'guardian-unknown', field: 'guardian' }]
}

/** Kinds of session that several may attend. */
export const groupKinds = ['group', 'education']
