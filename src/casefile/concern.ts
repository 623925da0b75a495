import { done, type Result, refused } from '../result.ts'
import type { CaseFile, Signature } from './casefile.ts'
import { entered } from './journal.ts'

/** Settles a concern, saying how; `at` is its place in the list, counted from 0. */
export function settle(caseFile: CaseFile, at: number, how: string, signature: Signature): Result<CaseFile> {
  const concern = caseFile.concerns[at]
  if (!concern || concern.settled) return refused({ reason: 'changed-meanwhile' })
  const concerns = caseFile.concerns.map((one) => (one === concern ? { ...one, settled: { how, ...signature } } : one))
  return done(entered(caseFile, 'concern-settled', { concerns }, signature))
}
