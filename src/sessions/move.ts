import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { isHeld, type Session } from '../casefile/session.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { isAboutMeeting } from './apart.ts'
import { mayNotMeet } from './book.ts'
import type { Moving } from './booking-form.ts'
import { type Diary, objectionsTo } from './clash.ts'
import { casesOf, type Slot } from './slot.ts'

/**
 * Moves a session to another time: it keeps its id and its number, and remembers when it was, who asked and why.
 * Refused like a booking when the new time is taken; a session that was called off or has attendance stays where it is.
 */
export function move(
  session: Session,
  moving: Moving,
  diary: Diary,
  caseFiles: CaseFile[],
  signature: Signature,
): Result<Session> {
  const against = [...againstChanging(session), ...caseFiles.flatMap((file) => mayNotMeet(file))].slice(0, 1)
  if (against.length > 0) return refused(...against)
  const slot = slotAfter(session, moving)
  if (isSame(slot, session)) return refused({ reason: 'same-time', field: 'startTime' })
  const objections = objectionsToMoving(session, slot, diary, [session.id])
  const left = moving.despite === undefined ? objections : objections.filter((one) => !isAboutMeeting(one))
  if (left.length > 0) return refused(...left)
  return done(moved(session, moving, objections.length > 0, signature))
}

/** The session at its new time. `meeting`: the lead lets youths meet there who must not, and says why. */
export function moved(session: Session, moving: Moving, meeting: boolean, signature: Signature): Session {
  const { startAt, roomId, askedBy, why, despite } = moving
  const past = { from: session.startAt, ...(session.roomId && { fromRoomId: session.roomId }), askedBy, why }
  return {
    ...session,
    ...{ startAt, ...(roomId && { roomId }) },
    ...(meeting && despite !== undefined && { despite: { why: despite, ...signature } }),
    moved: [...session.moved, { ...past, ...signature }],
  }
}

/** Who and what a session would take up after it moved. */
export const slotAfter = (session: Session, { startAt, roomId = session.roomId }: Pick<Moving, 'startAt' | 'roomId'>) =>
  ({
    ...{
      startAt,
      roomId,
      minutes: session.minutes,
      kind: session.kind,
      mode: session.mode,
      counsellorId: session.counsellorId,
    },
    caseNumbers: casesOf(session),
  }) satisfies Slot

export const isSame = (slot: Pick<Slot, 'startAt' | 'roomId'>, { startAt, roomId }: Session): boolean =>
  slot.startAt === startAt && slot.roomId === roomId

/**
 * What speaks against a session's new time. Youths whom the lead lets sit in one group may do so at another time too;
 * who comes before or after them there is another matter.
 */
export const objectionsToMoving = (session: Session, slot: Slot, diary: Diary, selves: string[]): Refusal[] =>
  objectionsTo(slot, diary, { selves })
    .filter((one) => !(session.despite && isAboutMeeting(one) && one.field === 'with'))
    .map((one) => (one.field === 'with' ? { ...one, field: 'startTime' } : one))

/** Why a session can be neither moved nor cancelled any more: it was called off, held, or somebody missed it. */
export function againstChanging(session: Session): Refusal[] {
  if (session.cancelled) return [{ reason: 'session-cancelled' }]
  if (session.attendees.some(({ caseNumber }) => isHeld(session, caseNumber))) return [{ reason: 'session-held' }]
  return session.attendees.some(({ attendance }) => attendance) ? [{ reason: 'attendance-given' }] : []
}
