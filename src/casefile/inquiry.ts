import { Reading } from '../form.ts'
import type { Inquiry } from '../people/registers.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Signature } from './casefile.ts'

/** All that an inquiry about a juvenile case may be answered for (Juvenile Act art. 70), and everything else. */
export const purposes = ['trial', 'investigation', 'military', 'other'] as const
export const given = ['dates', 'completion', 'referral', 'record'] as const

export type InquiryForm = Pick<Inquiry, 'asker' | 'document' | 'purpose' | 'caseNumber' | 'give'>

/** Reads an inquiry; whoever does not say that it is to be answered, refuses it. */
export function readInquiry(fields: URLSearchParams): Result<InquiryForm> {
  const form = new Reading(fields)
  const answered = form.one('verdict', ['refuse', 'answer'] as const) === 'answer'
  const numbers = form.caseNumbers('caseNumber')
  if (numbers.length > 1) form.refuse('caseNumber', 'not-a-case-number')
  return form.result({
    asker: form.text('asker', { most: 200 }),
    document: form.maybe('requestNumber', 100),
    purpose: form.one('askedFor', purposes),
    caseNumber: numbers[0],
    ...(answered && { give: form.several('give', given) }),
  })
}

/**
 * Records an inquiry. `known`: whether the case that it names is one that whoever records it may see. What is to be
 * answered waits for a second person.
 */
export function recordInquiry(id: string, form: InquiryForm, known: boolean, signature: Signature): Result<Inquiry> {
  const against: Refusal[] = []
  if (form.give) {
    if (form.purpose === 'other') against.push({ field: 'askedFor', reason: 'not-for-that' })
    if (!form.document) against.push({ field: 'requestNumber', reason: 'document-needed' })
    if (!known) against.push({ field: 'caseNumber', reason: 'case-unknown' })
  }
  return against.length > 0 ? refused(...against) : done({ id, ...form, ...signature })
}

/** What became of it. */
export const inquiryStateOf = ({ give, approved, declined }: Inquiry): 'refused' | 'awaiting' | 'answered' =>
  approved ? 'answered' : give && !declined ? 'awaiting' : 'refused'

/** The second person agrees that it is answered, or not. Never whoever recorded it. */
export function settleInquiry(
  inquiry: Inquiry,
  verdict: 'approved' | 'declined',
  signature: Signature,
): Result<Inquiry> {
  if (inquiryStateOf(inquiry) !== 'awaiting') return refused({ reason: 'not-awaiting' })
  if (inquiry.by === signature.by) return refused({ reason: 'same-person' })
  return done({ ...inquiry, [verdict]: signature })
}
