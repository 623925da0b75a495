import { Reading } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Moment } from '../time/days.ts'
import { isOfSchool, mightEver } from './may.ts'
import type { Grant, Invitation, Person, Role, School } from './person.ts'

/*
 * Who gives and takes rights. Nobody their own; never the last administrator's; and every change is written down with
 * who and when, after all that was written before.
 */

type Signature = Pick<Grant, 'by' | 'at'>
export type Right = Pick<Person, 'role' | 'schoolId'>
/** Everyone of the house, and the schools that there are: what a right is held against. */
export interface House {
  people: Person[]
  schools: School[]
}

export const roles: readonly Role[] = ['counsellor', 'lead', 'school', 'admin']

export function readPerson(fields: URLSearchParams): Result<Pick<Person, 'name' | 'email'>> {
  const form = new Reading(fields)
  return form.result({ name: form.text('personName', { most: 60 }), email: form.email('email') })
}

export function readRight(fields: URLSearchParams): Result<Right> {
  const form = new Reading(fields)
  return form.result({ role: form.one('role', roles), schoolId: form.maybe('schoolId') })
}

/** A new account, without a password: the invitation lets its owner choose one. */
export function invite(
  { id, name, email, role, schoolId }: Pick<Person, 'id' | 'name' | 'email'> & Right,
  invitation: Invitation,
  { people, schools }: House,
): Result<Person> {
  const against = [...whyNotEmail(email, id, people), ...whyNotRight({ role, schoolId }, schools)]
  if (against.length > 0) return refused(...against)
  const person: Person = { version: 1, id, name, email, ...rightOf({ role, schoolId }), invitation }
  return done(written(person, 'given', invitation))
}

/** Another role, or another school. What calendars could read by the role before is closed to them. */
export function assignRole(person: Person, right: Right, house: House, signature: Signature): Result<Person> {
  const against = [...whyNotChange(person, signature), ...whyNotRight(right, house.schools)]
  if (against.length > 0) return refused(...against)
  const { schoolId: _, feed: __, ...rest } = person
  const changed: Person = { ...rest, ...rightOf(right) }
  if (isLast(person, house.people) && !keepsHouse(changed)) return refused({ reason: 'last-admin', field: 'role' })
  return done(written(changed, 'changed', signature))
}

/** The account may not be used any more; a link that waits for its owner is gone, and so is a calendar's address. */
export function end(person: Person, people: Person[], signature: Signature): Result<Person> {
  const against = whyNotChange(person, signature)
  if (against.length > 0) return refused(...against)
  if (isLast(person, people)) return refused({ reason: 'last-admin' })
  const { invitation: _, feed: __, ...rest } = person
  return done(written({ ...rest, ended: { by: signature.by, at: signature.at } }, 'taken', signature))
}

/** The account may be used again, with the right that it had. */
export function giveBack(person: Person, { schools }: Pick<House, 'schools'>, signature: Signature): Result<Person> {
  if (person.id === signature.by) return refused({ reason: 'own-rights' })
  if (!person.ended) return refused({ reason: 'account-not-ended' })
  const against = whyNotRight(person, schools)
  if (against.length > 0) return refused(...against)
  const { ended: _, ...rest } = person
  return done(written(rest, 'given-back', signature))
}

/** A new link to choose a password; the one before, if there is one, opens nothing any more. The password stays. */
export function inviteAnew(person: Person, invitation: Invitation): Result<Person> {
  const against = whyNotChange(person, invitation)
  if (against.length > 0) return refused(...against)
  return done(written({ ...person, invitation }, 'invited', invitation))
}

/**
 * Passkeys, authenticator app and recovery codes count no more, and the password neither: or it alone would be enough to
 * set up new ones. Their owner starts anew with a link.
 */
export function resetFactors(person: Person, why: string, signature: Signature): Result<Person> {
  const against = whyNotChange(person, signature)
  if (against.length > 0) return refused(...against)
  const { factors: _, password: __, feed: ___, ...rest } = person
  return done(written(rest, 'factors-reset', signature, why))
}

/** A name or an address that was mistyped, or has changed: no right, so one's own too. */
export function correct(person: Person, to: Pick<Person, 'name' | 'email'>, people: Person[]): Result<Person> {
  const against = whyNotEmail(to.email, person.id, people)
  return against.length > 0 ? refused(...against) : done({ ...person, ...to })
}

export type AccountState = 'in-use' | 'invited' | 'link-over' | 'ended'

/** How an account stands: whether its owner can use it, or is still to choose a password. */
export function accountStateOf({ ended, password, invitation }: Person, now: Moment): AccountState {
  if (ended) return 'ended'
  if (password) return 'in-use'
  return invitation && now < invitation.until ? 'invited' : 'link-over'
}

/** Who could still look after the accounts without this one: nobody, so that it must stay as it is. */
export const isLast = (person: Person, people: Person[]): boolean =>
  keepsHouse(person) && !people.some((other) => other.id !== person.id && keepsHouse(other))

const keepsHouse = (person: Person): boolean =>
  mightEver(person, 'settle the accounts') && person.password !== undefined

/** Everything that was given and taken, newest first. */
export const historyOf = (people: Person[]): (Grant & { person: Person })[] =>
  people
    .flatMap((person) => (person.grants ?? []).map((grant) => ({ ...grant, person })))
    .sort((one, other) => (one.at < other.at ? 1 : -1))

const rightOf = ({ role, schoolId }: Right): Right => (isOfSchool(role) ? { role, schoolId } : { role })

function written(person: Person, what: Grant['what'], { by, at }: Signature, why?: string): Person {
  const grant: Grant = { by, at, what, ...rightOf(person), ...(why && { why }) }
  return { ...person, grants: [...(person.grants ?? []), grant] }
}

const whyNotChange = (person: Person, { by }: Signature): Refusal[] => {
  if (person.id === by) return [{ reason: 'own-rights' }]
  return person.ended ? [{ reason: 'account-ended' }] : []
}

const whyNotEmail = (email: string, id: string, people: Person[]): Refusal[] =>
  people.some((other) => other.email === email && other.id !== id) ? [{ field: 'email', reason: 'email-taken' }] : []

const whyNotRight = ({ role, schoolId }: Right, schools: School[]): Refusal[] =>
  isOfSchool(role) && !schools.some(({ id }) => id === schoolId) ? [{ field: 'schoolId', reason: 'school-needed' }] : []
