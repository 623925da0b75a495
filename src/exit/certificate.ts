import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { entered } from '../casefile/journal.ts'
import type { Certificate, Printed } from '../casefile/outcome.ts'
import { certificatesInForce } from '../casefile/printed.ts'
import { isAccepted } from '../casefile/questions.ts'
import type { Session } from '../casefile/session.ts'
import { mostGuardians } from '../consent/guardian.ts'
import { Reading } from '../form.ts'
import { done, type Result, refused } from '../result.ts'
import { deliveredTo, type Holder, nameOf, openFor } from './certificate-facts.ts'

export interface CertificateRequest extends Holder {
  /** why it is issued although something is open */
  despite?: string
}

export interface CertificateFacts {
  sessions: Session[]
  programme: Printed['programme']
  issuer: string
  /** a new one by chance; see casefile/check-code.ts */
  code: string
}

/** What the course is called until the centre names it: it says nothing of what it is about. */
export const usualProgramme: Printed['programme'] = {
  ko: '청소년 상담·교육 과정',
  en: 'Youth counselling and education course',
}

/** Reads for whom it is: `youth`, `guardian-0`. */
export function readCertificate(fields: URLSearchParams): Result<CertificateRequest> {
  const form = new Reading(fields)
  const people = ['youth', ...Array.from({ length: mostGuardians }, (_, at) => `guardian-${at}`)]
  const named = form.one('holder', people)
  const despite = form.maybe('despiteOpen', 1000)
  const holder: Holder =
    named === 'youth' ? { whose: 'youth' } : { whose: 'guardian', guardian: Number(named.slice(9)) }
  return form.result({ ...holder, ...(despite && { despite }) })
}

export const isSameHolder = (one: Holder, other: Holder): boolean =>
  one.whose === other.whose && one.guardian === other.guardian

/**
 * Issues a certificate of what was taken, by locked attendance. Refused while a session, hours or a survey of the
 * holder's own are open, unless it says why it is issued all the same. One holder has one in force.
 */
export function certify(
  caseFile: CaseFile,
  what: CertificateRequest,
  facts: CertificateFacts,
  signature: Signature,
): Result<CaseFile> {
  const inTheWay = certificatesInForce(caseFile).find((one) => isSameHolder(one, what))
  if (inTheWay) return refused({ field: 'holder', reason: 'certificate-in-force', with: { number: inTheWay.number } })
  return issued(caseFile, what, facts, signature, caseFile.certificates ?? [])
}

/** Revokes a certificate and issues another in its place, in one go: the holder is never without. */
export function certifyAnew(
  caseFile: CaseFile,
  nth: number,
  { why, despite }: { why: string; despite?: string },
  facts: CertificateFacts,
  signature: Signature,
): Result<CaseFile> {
  const old = caseFile.certificates?.[nth - 1]
  if (!old || old.revoked) return refused({ reason: 'certificate-revoked' })
  const what: CertificateRequest = {
    whose: old.whose,
    ...(old.guardian !== undefined && { guardian: old.guardian }),
    ...(despite && { despite }),
  }
  return issued(caseFile, what, facts, signature, marked(caseFile, old, why, signature), old.number)
}

/** Says that a certificate holds no longer; it stays in the file, and its check page says so. */
export function revokeCertificate(
  caseFile: CaseFile,
  nth: number,
  why: string,
  signature: Signature,
): Result<CaseFile> {
  const old = caseFile.certificates?.[nth - 1]
  if (!old || old.revoked) return refused({ reason: 'certificate-revoked' })
  return done(
    entered(caseFile, 'certificate-revoked', { certificates: marked(caseFile, old, why, signature) }, signature),
  )
}

const marked = ({ certificates = [] }: CaseFile, old: Certificate, why: string, signature: Signature): Certificate[] =>
  certificates.map((one) => (one === old ? { ...one, revoked: { why, ...signature } } : one))

function issued(
  caseFile: CaseFile,
  { despite, ...holder }: CertificateRequest,
  { sessions, programme, issuer, code }: CertificateFacts,
  signature: Signature,
  before: Certificate[],
  replaces?: string,
): Result<CaseFile> {
  const field = 'holder'
  if (caseFile.imported) return refused({ reason: 'case-imported' })
  if (!isAccepted(caseFile)) return refused({ reason: 'not-open-yet' })
  if (holder.whose === 'guardian' && !caseFile.guardians[holder.guardian ?? 0])
    return refused({ field, reason: 'guardian-unknown' })
  const name = nameOf(caseFile, holder)
  if (!name) return refused({ field, reason: 'name-missing' })
  const delivered = deliveredTo(caseFile, holder, sessions)
  if (!delivered) return refused({ field, reason: 'nothing-held' })
  const isOpen = openFor(caseFile, holder, sessions).length > 0
  if (isOpen && !despite) return refused({ field: 'despiteOpen', reason: 'course-open' })
  const certificate: Certificate = {
    ...{ number: `${caseFile.number}-${before.length + 1}`, code, ...holder, name, programme, issuer },
    ...delivered,
    ...(isOpen && { despite }),
    ...(replaces && { replaces }),
    ...signature,
  }
  return done(entered(caseFile, 'certified', { certificates: [...before, certificate] }, signature))
}
