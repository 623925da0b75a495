import { Reading } from '../form.ts'
import type { Result } from '../result.ts'

/** Which cases go to whom. */
export interface Reassignment {
  numbers: string[]
  to: string
  why?: string
  /** sessions that the new counsellor cannot take are left as they are */
  leave: boolean
}

/** Reads to whom cases are given; `numbers` and `counsellors` are what may be chosen. */
export function readReassignment(
  fields: URLSearchParams,
  numbers: string[],
  counsellors: string[],
): Result<Reassignment> {
  const form = new Reading(fields)
  return form.result({
    numbers: form.several('cases', numbers),
    to: form.one('toId', counsellors),
    why: form.maybe('why', 500),
    leave: form.has('leave'),
  })
}
