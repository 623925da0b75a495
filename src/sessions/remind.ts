import type { CaseFile } from '../casefile/casefile.ts'
import { belongingOf, remindersOf, reminderTo } from '../casefile/questions.ts'
import { attendeeOf, type Session, trackOf } from '../casefile/session.ts'
import { mayTellReferrer } from '../consent/share.ts'
import { may } from '../people/may.ts'
import { addressOf, type SessionMessage } from '../people/message.ts'
import type { Person } from '../people/person.ts'
import type { Moment } from '../time/days.ts'
import { mayNotMeet } from './book.ts'

/** Somebody who wants word of a session: how, in which language, and since when. */
export interface Recipient extends Pick<SessionMessage, 'whose' | 'way' | 'to' | 'lang' | 'caseNumber'> {
  since: Moment
}

/**
 * Who is told of a session, each address once. Nobody is, who did not choose it; and nobody at all about a case that is
 * closed, or whose consents are not there. Youth and guardians hear of the youth's sessions, a guardian of those that
 * are the guardian's own; contacts of the school that referred, of the youth's alone and where it may know the dates;
 * the counsellor of all.
 */
export function recipientsOf(session: Session, caseFiles: CaseFile[], people: Person[], now: Moment): Recipient[] {
  const met = caseFiles.filter((caseFile) => attendeeOf(session, caseFile.number) && mayNotMeet(caseFile).length === 0)
  if (met.length === 0) return []
  const all = [
    ...met.flatMap((caseFile) => ofCase(session, caseFile)),
    ...met.flatMap((caseFile) => ofSchool(session, caseFile, people, now)),
    ...people.filter(({ id, ended }) => id === session.counsellorId && !ended).flatMap((one) => ofHouse(session, one)),
  ]
  return [...new Map(all.reverse().map((one) => [keyOf(one), one])).values()].reverse()
}

/** What is said to a school names the case, so that of two youths in one group it hears of each. */
export const keyOf = (one: Pick<SessionMessage, 'whose' | 'way' | 'to' | 'caseNumber'>): string =>
  one.whose === 'school' ? `${addressOf(one)} ${one.caseNumber}` : addressOf(one)

function ofCase(session: Session, caseFile: CaseFile): Recipient[] {
  const track = trackOf(session.kind)
  const guest = attendeeOf(session, caseFile.number)?.guardian
  const hears = ({ whose, guardian }: { whose: string; guardian?: number }) =>
    track === 'youth' || (track === 'guardian' && whose === 'guardian' && guardian === guest)
  return remindersOf(caseFile)
    .filter(hears)
    .flatMap((choice) => {
      const { whose, way, lang, at } = choice
      const to = reminderTo(caseFile, choice)
      return way === 'none' || !to ? [] : [{ whose, way, to, lang, caseNumber: caseFile.number, since: at }]
    })
}

function ofSchool(session: Session, caseFile: CaseFile, people: Person[], now: Moment): Recipient[] {
  if (trackOf(session.kind) !== 'youth' || !mayTellReferrer(caseFile)) return []
  const belonging = belongingOf(caseFile, now)
  return people
    .filter((person) => may(person, 'follow a referral', belonging))
    .flatMap((person) => asRecipient(person, 'school', caseFile.number))
}

/** A group is nobody's alone: word of it to the counsellor stands in no case. */
const ofHouse = ({ attendees }: Session, person: Person): Recipient[] =>
  asRecipient(person, 'counsellor', attendees.length === 1 ? attendees[0]?.caseNumber : undefined)

function asRecipient(person: Person, whose: 'school' | 'counsellor', caseNumber?: string): Recipient[] {
  const { reminders, email } = person
  const to = reminders?.way === 'mail' ? email : reminders?.to
  if (!reminders || !to) return []
  const { way, lang, at } = reminders
  return [{ whose, way, to, lang, since: at, ...(caseNumber && { caseNumber }) }]
}
