import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { isHeld, type Session } from '../casefile/session.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
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
  if (slot.startAt === session.startAt && slot.roomId === session.roomId)
    return refused({ reason: 'same-time', field: 'startTime' })
  const objections = objectionsTo(slot, diary, { selves: [session.id], despite: session.despite !== undefined })
  if (objections.length > 0) return refused(...objections)
  const { askedBy, why } = moving
  const moved = [...session.moved, { from: session.startAt, fromRoomId: session.roomId, askedBy, why, ...signature }]
  return done({ ...session, startAt: slot.startAt, ...(slot.roomId && { roomId: slot.roomId }), moved })
}

/** Who and what a session would take up after it moved. */
export const slotAfter = (session: Session, { startAt, roomId = session.roomId }: Moving): Slot => ({
  ...{ startAt, roomId, minutes: session.minutes, mode: session.mode, counsellorId: session.counsellorId },
  caseNumbers: casesOf(session),
})

/** Why a session can be neither moved nor cancelled any more: it was called off, held, or somebody missed it. */
export function againstChanging(session: Session): Refusal[] {
  if (session.cancelled) return [{ reason: 'session-cancelled' }]
  if (session.attendees.some(({ caseNumber }) => isHeld(session, caseNumber))) return [{ reason: 'session-held' }]
  return session.attendees.some(({ attendance }) => attendance) ? [{ reason: 'attendance-given' }] : []
}
