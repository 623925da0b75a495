import type { SessionMessage } from '../../src/people/message.ts'
import { recipientsOf } from '../../src/sessions/remind.ts'
import { newsOf, remindAt } from '../../src/sessions/remind-news.ts'
import { type Moment, plusMinutes } from '../../src/time/days.ts'
import type { Course } from './course.ts'

/**
 * Reminders of the last days and of tomorrow. Nothing is ever sent from a demonstration: those of the past were sent by
 * hand, the rest waits for whoever looks at the outbox.
 */
export function toldOf(courses: Course[], now: Moment): SessionMessage[] {
  const files = courses.map(({ file }) => file)
  const sessions = new Map(courses.flatMap((one) => one.sessions.map((session) => [session.id, session])))
  const made = [...sessions.values()].flatMap((session) => {
    const at = remindAt(session.startAt)
    return at > now || session.cancelled ? [] : newsOf(session, recipientsOf(session, files, [], at), [], at)
  })
  const wanted = made.filter(({ caseNumber, at }) => at > (sinceOf(files, caseNumber) ?? now))
  return wanted.map((one) =>
    one.startAt > now ? one : { ...one, sent: { at: plusMinutes(one.at, 25), byHand: 'seo' } },
  )
}

/** Since when somebody of a case is reminded. */
const sinceOf = (files: Course['file'][], caseNumber?: string): Moment | undefined =>
  files.find(({ number }) => number === caseNumber)?.reminders?.[0]?.at
