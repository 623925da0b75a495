import { randomBytes } from 'node:crypto'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import type { Moment } from '../time/days.ts'
import type { LogReview } from './registers.ts'

/** What was gone through: how many entries, up to which one. */
export interface Reviewed {
  month: string
  /** the month that it is now */
  thisMonth: string
  entries: number
  lastHash: string
}

export function readRemarks(fields: URLSearchParams): Result<string | undefined> {
  const form = new Reading(fields)
  return form.result(form.maybe('remarks', 4000))
}

/** Records that somebody went through the log of a month that is over. It may be gone through again, by others too. */
export function review(
  remarks: string | undefined,
  { month, thisMonth, entries, lastHash }: Reviewed,
  signature: { by: string; at: Moment },
): Result<LogReview> {
  if (month >= thisMonth) return refused({ reason: 'month-not-over' })
  if (entries === 0) return refused({ reason: 'nothing-logged' })
  const id = randomBytes(12).toString('hex')
  return done({ id, month, ...signature, ...(remarks && { remarks }), entries, lastHash })
}
