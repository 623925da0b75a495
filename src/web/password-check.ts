import { fits, TooBusy } from '../people/password.ts'
import type { Person } from '../people/person.ts'
import { done, type Result, refused } from '../result.ts'

/** Whether a password is somebody's; works as long for nobody. */
export const checked = (
  typed: string | null,
  person: Person | undefined,
  field = 'password',
): Promise<Result<boolean>> => unlessBusy(() => fits((typed ?? '').slice(0, 600), person?.password), field)

/** Hashing takes its turn, and when too many wait for theirs it is refused. */
export async function unlessBusy<T>(work: () => Promise<T>, field: string): Promise<Result<T>> {
  try {
    return done(await work())
  } catch (error) {
    if (error instanceof TooBusy) return refused({ reason: 'sign-in-busy', field })
    throw error
  }
}
