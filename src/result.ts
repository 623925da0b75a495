import type { Reason } from './reasons.ts'

/** Why something was not done: a reason with words in both languages, the field it stands at, and what the words name. */
export interface Refusal {
  reason: Reason
  field?: string
  with?: Record<string, string | number>
}

/** What a rule or a reading returns: the value, or every reason against it. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusals: Refusal[] }

export const done = <T>(value: T): Result<T> => ({ ok: true, value })
export const refused = (...refusals: Refusal[]): { ok: false; refusals: Refusal[] } => ({ ok: false, refusals })
