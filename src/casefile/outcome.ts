import type { Day } from '../time/days.ts'
import type { Motives, Signature } from './casefile.ts'

/*
 * What is kept of what came of the course, and of what figures are made from: the last part of the privacy inventory
 * that casefile.ts begins; the same rules hold.
 */

export interface SecondCoding extends Signature {
  motives: Motives
  types: string[]
  channels: string[]
  relation: string
}

/** What was printed on a certificate, word for word: it stays true of the paper that somebody holds. */
export interface Certificate extends Signature {
  /** the case's number and a running one, `2026-0042-1` */
  number: string
  /** stands in the address of its check page: whoever holds the paper has it */
  code: string
  whose: 'youth' | 'guardian'
  /** which of the guardians, counted from 0 */
  guardian?: number
  name: string
  /** first and last day on which a session took place */
  from: Day
  to: Day
  sessions: number
  minutes: number
  /** code of the legal basis, and the number and day of the letter that ordered it */
  basis: string
  decisionNumber?: string
  decidedOn?: Day
  /** issued although something was open, and why */
  despite?: string
  /** the number of the certificate in place of which it was issued */
  replaces?: string
  revoked?: Signature & { why: string }
}

export interface Imported extends Signature {
  /** which import: the register of imports has its id */
  batch: string
  /** by what the centre's own table called it */
  reference: string
  sessionsHeld: number
  minutesHeld: number
}
