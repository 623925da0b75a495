import type { Day, Moment } from '../time/days.ts'
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

/** What stands on a certificate: it stays true of the paper that somebody holds, whatever is changed afterwards. */
export interface Printed {
  /** the case's number and a running one, `2026-0042-1` */
  number: string
  /** stands in the address of its check page: whoever holds the paper has it */
  code: string
  whose: 'youth' | 'guardian'
  name: string
  /** says that the course was completed, or only that it was attended */
  as: 'completed' | 'attended'
  /** the course's neutral name, and the centre's */
  programme: { ko: string; en: string }
  issuer: string
  /** first and last day on which a session took place */
  from: Day
  to: Day
  sessions: number
  minutes: number
  orderedHours?: number
  /** code of the legal basis, and the number and day of the letter that ordered it */
  basis: string
  decisionNumber?: string
  decidedOn?: Day
  /** when it was issued */
  at: Moment
}

export interface Certificate extends Printed, Signature {
  /** which of the guardians, counted from 0 */
  guardian?: number
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
