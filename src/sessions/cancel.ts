import type { Signature } from '../casefile/casefile.ts'
import type { Session } from '../casefile/session.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import { againstChanging } from './move.ts'

/** Who called it off: codes of the list `attendance`; `excused` is the youth or guardian, beforehand. */
export const cancelCodes = ['excused', 'cancelled-by-centre', 'cancelled-by-referrer'] as const

export interface Cancelling {
  code: (typeof cancelCodes)[number]
  why?: string
}

export function readCancelling(fields: URLSearchParams): Result<Cancelling> {
  const form = new Reading(fields)
  return form.result({ code: form.one('cancelCode', cancelCodes), why: form.maybe('cancelWhy', 500) })
}

/** Calls a session off, with who did and why. It stays in the diary and its number is not given again. */
export function cancel(session: Session, { code, why }: Cancelling, signature: Signature): Result<Session> {
  const against = againstChanging(session)
  if (against.length > 0) return refused(...against)
  return done({ ...session, cancelled: { code, ...(why && { why }), ...signature } })
}
