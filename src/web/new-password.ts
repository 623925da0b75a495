import { commonPasswords } from '../people/common-passwords.ts'
import { hashOf } from '../people/password.ts'
import { weaknessOf } from '../people/password-rule.ts'
import type { PasswordHash, Person } from '../people/person.ts'
import { type Result, refused } from '../result.ts'
import type { Store } from '../store/store.ts'
import { unlessBusy } from './password-check.ts'

/**
 * The hash of a password that somebody chose, or why it may not be used. `known` are the names about them that others
 * know: their own, the centre's, their school's, the part of their address before the @.
 */
export async function newPassword(
  typed: string | null,
  known: string[],
  field = 'newPassword',
): Promise<Result<PasswordHash>> {
  if (!typed) return refused({ reason: 'missing', field })
  const weakness = weaknessOf(typed, known, await commonPasswords())
  if (weakness) return refused({ ...weakness, field })
  return unlessBusy(() => hashOf(typed), field)
}

/** Names about somebody that others know as well. */
export async function knownAbout(
  { name, email, schoolId }: Person,
  store: Pick<Store, 'schools' | 'settings'>,
): Promise<string[]> {
  const school = schoolId && (await store.schools()).find(({ id }) => id === schoolId)?.name
  const centre = (await store.settings())?.centre
  return [name, email.split('@')[0], centre, school].filter((word) => word !== undefined && word !== '') as string[]
}
