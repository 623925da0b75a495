import type { CaseFile } from './casefile.ts'
import type { Certificate, Printed } from './outcome.ts'

/** What stands on the paper, without who issued it, in spite of what, and what became of it. */
export const printedOf = (certificate: Certificate): Printed => {
  const { number, code, whose, name, as, programme, issuer, from, to, sessions, minutes } = certificate
  const { orderedHours, basis, decisionNumber, decidedOn, at } = certificate
  return {
    ...{ number, code, whose, name, as, programme, issuer, from, to, sessions, minutes, basis, at },
    ...(orderedHours !== undefined && { orderedHours }),
    ...(decisionNumber !== undefined && { decisionNumber }),
    ...(decidedOn !== undefined && { decidedOn }),
  }
}

/** Those that were not revoked, oldest first. */
export const certificatesInForce = ({ certificates = [] }: CaseFile): Certificate[] =>
  certificates.filter(({ revoked }) => !revoked)
