import type { Facts } from '../casefile/facts.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Result } from '../result.ts'
import type { Day } from '../time/days.ts'

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

/** Whether a youth belongs to what the figures are about: their referral was accepted, and the filter lets them in. */
export const isCounted = (facts: Facts, { from, to, schoolLevel, basis }: Filter): boolean =>
  facts.accepted &&
  (from === undefined || facts.referredOn >= from) &&
  (to === undefined || facts.referredOn <= to) &&
  (schoolLevel === undefined || facts.schoolLevel === schoolLevel) &&
  (basis === undefined || facts.basis === basis)
