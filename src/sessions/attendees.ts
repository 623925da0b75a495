import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import { againstGiving } from '../casefile/restrict.ts'
import { attendeeOf, type Session, trackOf } from '../casefile/session.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { isAboutMeeting, mustNotMeet } from './apart.ts'
import { groupKinds, mayNotMeet } from './book.ts'
import { type Diary, objectionsTo } from './clash.ts'
import { againstChanging } from './move.ts'
import { nextOrdinal } from './progress.ts'
import { casesOf } from './slot.ts'
import { hasBegun } from './status.ts'

/** A group and the case file of the youth who joins or leaves it, both as they are afterwards. */
export interface Joined {
  session: Session
  caseFile: CaseFile
}

interface JoiningFacts {
  diary: Diary
  /** sessions so far of the youth who joins */
  ofCase: Session[]
}

/** Adds a youth to a group that is booked and has not begun, who could have been booked into it. */
export function join(
  session: Session,
  caseFile: CaseFile,
  { diary, ofCase }: JoiningFacts,
  despite: string | undefined,
  signature: Signature,
): Result<Joined> {
  const { number } = caseFile
  const field = 'joins'
  const against: Refusal[] = [
    ...againstRegrouping(session, signature),
    ...(groupKinds.includes(session.kind) ? [] : [{ reason: 'not-a-group' as const }]),
    ...(attendeeOf(session, number) ? [{ reason: 'in-group-already' as const }] : []),
    ...mayNotMeet(caseFile, session.startAt),
    ...againstGiving(caseFile, session.counsellorId, field),
  ]
  if (against[0]) return refused({ ...against[0], field })
  const objections = objectionsToJoining(session, number, diary).map((one) => ({ ...one, field }))
  const left = despite === undefined ? objections : objections.filter((one) => !isAboutMeeting(one))
  if (left.length > 0) return refused(...left)
  const attendee = { caseNumber: number, ordinal: nextOrdinal(ofCase, number, trackOf(session.kind)) }
  const meeting = despite !== undefined && objections.length > 0 && { despite: { why: despite, ...signature } }
  return done({
    session: { ...session, attendees: [...session.attendees, attendee], ...meeting },
    caseFile: noted(caseFile, session, 'joined', signature),
  })
}

/** Takes a youth out of a group before it begins. The last one stays: a session of nobody is cancelled instead. */
export function leave(session: Session, caseFile: CaseFile, signature: Signature): Result<Joined> {
  const against = againstRegrouping(session, signature)
  if (against.length > 0) return refused(...against)
  if (!attendeeOf(session, caseFile.number)) return refused({ reason: 'changed-meanwhile' })
  if (session.attendees.length === 1) return refused({ reason: 'last-attendee' })
  const attendees = session.attendees.filter(({ caseNumber }) => caseNumber !== caseFile.number)
  return done({ session: { ...session, attendees }, caseFile: noted(caseFile, session, 'left', signature) })
}

/** What speaks against this youth at that time: their own sessions, and whom they must not meet there. */
function objectionsToJoining(session: Session, number: string, diary: Diary): Refusal[] {
  const { apart = new Map() } = diary
  const within = casesOf(session).filter((other) => mustNotMeet(number, other, apart))
  const around = objectionsTo({ ...session, caseNumbers: [number] }, diary, { selves: [session.id] })
  return [
    ...within.map((other): Refusal => ({ reason: 'must-not-meet', with: { case: number, other } })),
    ...around.filter((one) => one.reason === 'youth-taken' || isAboutMeeting(one)),
  ]
}

function againstRegrouping(session: Session, { at }: Signature): Refusal[] {
  const settled = againstChanging(session)
  return settled.length > 0 ? settled : hasBegun(session, at) ? [{ reason: 'session-begun' }] : []
}

const noted = (caseFile: CaseFile, { id }: Session, what: 'joined' | 'left', signature: Signature): CaseFile =>
  entered(
    caseFile,
    what === 'joined' ? 'joined-group' : 'left-group',
    { groups: [...(caseFile.groups ?? []), { sessionId: id, what, ...signature }] },
    signature,
  )
