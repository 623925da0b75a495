import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { closingOf, counsellorOf, isAccepted } from '../casefile/questions.ts'
import { againstGiving } from '../casefile/restrict.ts'
import type { Session } from '../casefile/session.ts'
import { consentedOn, isConsented } from '../consent/gate.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { dayOf } from '../time/days.ts'
import type { Booking } from './booking-form.ts'
import { type Diary, objectionsTo, type Slot } from './clash.ts'
import { nextOrdinal } from './progress.ts'

/** What the rule is told besides the form: the free id, the youth's sessions so far, and the diary around that time. */
export interface BookingFacts extends Diary {
  id: string
  ofCase: Session[]
}

/**
 * Books one session for a youth whose consents are there. Refused at the field, with who is in the way and when, if
 * counsellor, room or youth are taken; in the past only when it is said to have taken place already. It is the case's
 * counsellor who holds it unless another is named.
 */
export function book(caseFile: CaseFile, booking: Booking, facts: BookingFacts, signature: Signature): Result<Session> {
  const against = mayNotMeet(caseFile)
  if (against.length > 0) return refused(...against)
  const first = consentedOn(caseFile)
  if (first && dayOf(booking.startAt) < first)
    return refused({ reason: 'too-early', field: 'sessionOn', with: { on: first } })
  const slot = slotFor(caseFile, booking)
  const objections = [
    ...againstGiving(caseFile, slot.counsellorId, 'counsellorId'),
    ...objectionsTo(slot, facts, { took: booking.past }),
  ]
  if (objections.length > 0) return refused(...objections)
  const { kind, mode, startAt, minutes } = booking
  const { counsellorId, roomId } = slot
  const ordinal = nextOrdinal(facts.ofCase, caseFile.number)
  return done({
    ...{ version: 1, id: facts.id, kind, mode, startAt, minutes, counsellorId, ...(roomId && { roomId }) },
    ...{ attendees: [{ caseNumber: caseFile.number, ordinal }], booked: signature, moved: [] },
  })
}

/** Who and what a booking would take up. */
export const slotFor = (caseFile: CaseFile, { startAt, minutes, mode, counsellorId, roomId }: Booking): Slot => ({
  ...{ startAt, minutes, mode, roomId, caseNumbers: [caseFile.number] },
  counsellorId: counsellorId ?? counsellorOf(caseFile) ?? '',
})

/** Why a youth cannot be met at all now: closed, not taken on, or consents missing. */
export function mayNotMeet(caseFile: CaseFile): Refusal[] {
  if (closingOf(caseFile)) return [{ reason: 'case-closed' }]
  if (!isAccepted(caseFile)) return [{ reason: 'not-open-yet' }]
  return isConsented(caseFile) ? [] : [{ reason: 'before-consent' }]
}
