import type { Moment } from '../time/days.ts'
import type { PasswordHash, Person } from './person.ts'
import { hashOf } from './token.ts'

/** Whom a link invites at this moment; nobody when it is unknown, used, replaced or over. */
export const invitedBy = (token: string, people: Person[], now: Moment): Person | undefined =>
  people.find(
    ({ invitation, ended }) => !ended && invitation && invitation.hash === hashOf(token) && now < invitation.until,
  )

/** The link is used up and the password is the one chosen; second factors stay as they are. */
export function takenUp({ invitation: _, ...person }: Person, password: PasswordHash): Person {
  return { ...person, password }
}
