import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { Reading } from '../form.ts'
import type { Import } from '../people/registers.ts'
import { done, type Result, refused } from '../result.ts'

/** Whether nobody has done anything to a case since it was taken over: its file has one line, and the diary none. */
export const isUntouched = ({ journal }: CaseFile, sessions: number): boolean =>
  journal.length === 1 && journal[0]?.deed === 'imported' && sessions === 0

/** As many as a sentence names. */
const mostNamed = 10

/** Which cases of an import were worked on, or are gone; and of those, which whoever takes it back may know of. */
export interface Touched {
  n: number
  known: string[]
}

/** Takes an import back whole, or not at all. What a reader may not know of is counted, and not named. */
export function takeBackImport(one: Import, why: string, { n, known }: Touched, signature: Signature): Result<Import> {
  if (one.takenBack) return refused({ reason: 'changed-meanwhile' })
  const named = known.slice(0, mostNamed).join(', ') || '–'
  const more = known.length > mostNamed ? ' …' : ''
  if (n > 0) return refused({ reason: 'import-touched', with: { n, cases: named + more } })
  return done({ ...one, takenBack: { ...signature, why } })
}

export function readTakingBack(fields: URLSearchParams): Result<string> {
  const form = new Reading(fields)
  return form.result(form.text('takeBackWhy', { most: 1000 }))
}
