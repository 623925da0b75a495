import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import type { Day } from '../time/days.ts'
import { basisOf, isAccepted, referredOnOf, schoolLevelOf } from './reads.ts'
import type { Youths } from './youths.ts'

/** Which youths are counted. Absent: no limit. */
export interface Filter {
  /** first and last day of the referral, both counted in */
  from?: Day
  to?: Day
  schoolLevel?: string
  basis?: string
}

/** Reads the filter of a figure's address. */
export function readFilter(fields: URLSearchParams): Result<Filter> {
  const form = new Reading(fields)
  const read = {
    from: form.dayOrNone('from'),
    to: form.dayOrNone('to'),
    schoolLevel: form.oneOrNone('schoolLevel', codesOf('schoolLevel')),
    basis: form.oneOrNone('basis', codesOf('referralBasis')),
  }
  if (read.from && read.to && read.to < read.from) form.refuse('to', 'period-backwards')
  return form.result(Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)))
}

/** The youths whom the figures are about: their referral was accepted, and the filter lets them in. */
export function countedIn(youths: Youths, { from, to, schoolLevel, basis }: Filter): Youths {
  let found = youths.where(isAccepted, (accepted) => accepted)
  if (from !== undefined || to !== undefined)
    found = found.where(referredOnOf, (on) => (from === undefined || on >= from) && (to === undefined || on <= to))
  if (schoolLevel !== undefined) found = found.where(schoolLevelOf, (level) => level === schoolLevel)
  return basis === undefined ? found : found.where(basisOf, (one) => one === basis)
}
