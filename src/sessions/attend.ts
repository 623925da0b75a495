import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { closingOf } from '../casefile/questions.ts'
import { type Attendance, attendeeOf, heldCodes, type Session } from '../casefile/session.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import { type Diary, inThePlaceOf } from './clash.ts'
import { isSigned } from './note.ts'
import { hasBegun } from './status.ts'

/** Attendance codes that can be marked; a session that was called off is cancelled instead. */
export const markCodes = ['attended', 'late', 'left-early', 'excused', 'no-show'] as const

export interface Mark {
  caseNumber: string
  code: (typeof markCodes)[number]
  /** absent: the whole session when it was attended in full, nothing when it was missed */
  creditedMinutes?: number
}

/** Reads one youth's attendance; `numbers` are the cases that may be marked. If there is one, it need not be named. */
export function readMark(fields: URLSearchParams, numbers: string[]): Result<Mark> {
  const form = new Reading(fields)
  const only = numbers.length === 1 ? numbers[0] : undefined
  return form.result({
    caseNumber: form.has('caseNumber') || !only ? form.one('caseNumber', numbers) : only,
    code: form.one('attendance', markCodes),
    creditedMinutes: form.wholeOrNone('creditedMinutes', 0, 10_000),
  })
}

/**
 * Marks who came and for how many minutes it counts: never more than the session had, none for one who did not come.
 * May be put right until the note is signed; what stood there before is kept. The same once more is no change. A missed
 * session whose time was given to another cannot be made a held one: no hour is credited twice.
 */
export function attend(
  session: Session,
  mark: Mark,
  { caseFile, diary }: { caseFile: CaseFile; diary: Diary },
  signature: Signature,
): Result<Session> {
  const attendee = attendeeOf(session, mark.caseNumber)
  if (!attendee || caseFile.number !== mark.caseNumber) return refused({ reason: 'not-offered', field: 'caseNumber' })
  if (session.cancelled) return refused({ reason: 'session-cancelled' })
  if (!hasBegun(session, signature.at)) return refused({ reason: 'not-begun', field: 'attendance' })
  if (closingOf(caseFile)) return refused({ reason: 'case-closed' })
  if (isSigned(caseFile, session.id)) return refused({ reason: 'attendance-locked', field: 'attendance' })
  const taken = heldCodes.includes(mark.code) ? inThePlaceOf(session, diary) : []
  if (taken.length > 0) return refused(...taken.map((one) => ({ ...one, field: 'attendance' })))
  const credited = creditedBy(mark, session.minutes)
  if (!credited.ok) return credited
  const attendance: Attendance = { code: mark.code, creditedMinutes: credited.value, ...signature }
  if (attendee.attendance) {
    const { earlier = [], ...before } = attendee.attendance
    if (before.code === mark.code && before.creditedMinutes === credited.value) return done(session)
    attendance.earlier = [...earlier, before]
  }
  const attendees = session.attendees.map((one) => (one === attendee ? { ...attendee, attendance } : one))
  return done({ ...session, attendees })
}

function creditedBy({ code, creditedMinutes }: Mark, minutes: number): Result<number> {
  const field = 'creditedMinutes'
  if (!heldCodes.includes(code)) return creditedMinutes ? refused({ reason: 'credited-not-zero', field }) : done(0)
  // how much of a session counts that began late or ended early is for the counsellor to say
  if (creditedMinutes === undefined) return code === 'attended' ? done(minutes) : refused({ reason: 'missing', field })
  if (creditedMinutes > minutes) return refused({ reason: 'credited-too-long', field, with: { most: minutes } })
  return done(creditedMinutes)
}
