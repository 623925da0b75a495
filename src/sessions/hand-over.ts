import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { againstGiving } from '../casefile/restrict.ts'
import { attendeeOf, type Session } from '../casefile/session.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Moment } from '../time/days.ts'
import { type Diary, objectionsTo } from './clash.ts'
import { casesOf, type Slot, spanOf } from './slot.ts'
import { againstCounsellor } from './times.ts'

export interface HandOverFacts {
  /** everyone who attends */
  attending: CaseFile[]
  diary: Diary
}

/** Sessions still to come that a counsellor holds, of those given. */
export const comingWith = (sessions: Session[], counsellorId: string, now: Moment): Session[] =>
  sessions.filter(
    (one) =>
      one.counsellorId === counsellorId &&
      one.startAt > now &&
      !one.cancelled &&
      one.attendees.every(({ attendance }) => !attendance),
  )

/**
 * Gives a booked session to another counsellor at the same time and place; it remembers who had it. Refused when they
 * are not free then, or may not know of one who attends. What else speaks against the time spoke against it before.
 */
export function handOver(
  session: Session,
  to: string,
  { attending, diary }: HandOverFacts,
  signature: Signature,
): Result<Session> {
  if (session.counsellorId === to) return done(session)
  const slot: Slot = { ...session, counsellorId: to, caseNumbers: casesOf(session) }
  const against = [
    ...attending
      .filter(({ number }) => attendeeOf(session, number))
      .flatMap((file) => againstGiving(file, to, 'counsellorId')),
    ...notFree(slot, session.id, diary),
  ]
  if (against.length > 0) return refused(...against)
  const handedOver = [...(session.handedOver ?? []), { from: session.counsellorId, ...signature }]
  return done({ ...session, counsellorId: to, handedOver })
}

/** Why a counsellor is not free at a time, said of the session that they would take over. */
function notFree(slot: Slot, self: string, diary: Diary): Refusal[] {
  const field = 'counsellorId'
  const said = { session: spanOf(slot), who: diary.people.get(slot.counsellorId) ?? slot.counsellorId }
  const times = againstCounsellor(slot, diary).map(({ reason, with: days = {} }): Refusal => {
    const { from = '', to = '' } = days
    return reason === 'counsellor-away'
      ? { reason: 'hand-over-away', field, with: { ...said, from, to } }
      : { reason: 'hand-over-off', field, with: said }
  })
  const taken = objectionsTo(slot, diary, { selves: [self], despite: true })
    .filter(({ reason }) => reason === 'counsellor-taken' || reason === 'counsellor-busy')
    .map(({ with: other = {} }): Refusal => {
      const { when = '' } = other
      return { reason: 'hand-over-taken', field, with: { ...said, when } }
    })
  return [...times, ...taken]
}
