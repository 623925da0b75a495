import { commonPasswords } from '../people/common-passwords.ts'
import { hashOf, TooBusy } from '../people/password.ts'
import { weaknessOf } from '../people/password-rule.ts'
import type { PasswordHash } from '../people/person.ts'
import { done, type Result, refused } from '../result.ts'

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
  try {
    return done(await hashOf(typed))
  } catch (error) {
    if (error instanceof TooBusy) return refused({ reason: 'sign-in-busy', field })
    throw error
  }
}
