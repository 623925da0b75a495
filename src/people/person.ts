// Over 150 lines because accounts and what the centre settled for itself are each one page of what is kept.
import type { Day, Moment } from '../time/days.ts'
import type { Days, WeekHours } from '../time/hours.ts'
import type { HelpLine } from './help-lines.ts'

export type Role = 'counsellor' | 'school' | 'lead' | 'admin'

/** Someone with an account. */
export interface Person {
  version: 1
  id: string
  name: string
  email: string
  role: Role
  /** of a school's contact */
  schoolId?: string
  password?: PasswordHash
  factors?: Factors
  /** the link that lets them choose a password; a new one takes the place of the old, using it takes it away */
  invitation?: Invitation
  /** who gave or took which right, oldest first; never shortened (kept 3 years at least, safety standard art. 5) */
  grants?: Grant[]
  /** a counsellor's hours; whenever the centre is open while they are not settled */
  hours?: WeekHours
  /** secret address at which calendar programs read their sessions: SHA-256 of its token, and in which language */
  feed?: { hash: string; at: Moment; lang: 'ko' | 'en' }
  /** whether sessions are announced to them by mail or text; absent: by nothing */
  reminders?: { way: 'mail' | 'text'; to?: string; lang: 'ko' | 'en'; at: Moment }
  /** absent while the account may be used */
  ended?: { by: string; at: Moment }
}

/** scrypt with its parameters, so that they can be raised later. Salt and hash in base64url. */
export interface PasswordHash {
  scheme: 'scrypt'
  cost: number
  blockSize: number
  parallel: number
  salt: string
  hash: string
}

/** What proves, besides the password, that it is them. */
export interface Factors {
  passkeys: Passkey[]
  totp?: Totp
  /** each may be used once; SHA-256 in base64url */
  recoveryCodes: { hash: string; usedAt?: Moment }[]
}

/** A passkey as WebAuthn hands it over: ids and keys in base64url. */
export interface Passkey {
  id: string
  publicKey: string
  counter: number
  transports: string[]
  /** what its owner calls it */
  name: string
  at: Moment
  usedAt?: Moment
}

/** A code that changes every 30 seconds. Secret in base32; each step is good once. */
export interface Totp {
  secret: string
  at: Moment
  lastStep?: number
}

export interface Invitation {
  by: string
  at: Moment
  until: Moment
  /** SHA-256 of the token in the link */
  hash: string
}

export interface Grant {
  by: string
  at: Moment
  what: 'given' | 'changed' | 'taken' | 'given-back' | 'invited' | 'factors-reset'
  role: Role
  schoolId?: string
  why?: string
}

export interface School {
  version: 1
  id: string
  name: string
  level: string
  /** when its students are in lessons */
  lessons?: WeekHours
  /** weeks of examinations: nobody is taken out of them */
  exams?: (Days & { name?: string })[]
}

export interface Room {
  version: 1
  id: string
  name: string
  /** when it may be used; whenever the centre is open if absent */
  hours?: WeekHours
}

/** What the centre has settled for itself. */
export interface Settings {
  version: 1
  centre: string
  /** a store of invented people: loopback only, said on every page */
  demo: boolean
  sessions: { least: number; usual: number; minutes: number }
  /** the day's hours in which a session may lie, `09:00` to `20:00`, by weekday 1 = Monday … 7 = Sunday */
  openingHours: WeekHours
  /** days on which the centre is shut besides the public holidays */
  shut?: (Days & { name: string })[]
  /** notes signed from then on wait for the lead's signature too; absent: they do not */
  countersignedFrom?: Moment
  /** days after which it is a task that a youth was not seen; 21 if absent */
  unseenDays?: number
  since: Day
  retention?: RetentionPeriods
  /** backups are sealed to this; the recovery key that opens them is on paper and nowhere else */
  recovery?: { publicKey: string; at: Moment }
  /** whom a youth or a guardian calls about what is kept */
  contact?: { phone?: string; email?: string }
  /** when surveys can be begun; whenever the centre is open if absent. Somebody must be there who is told of an answer */
  surveyHours?: WeekHours
  /** where a youth finds help at once, in this order; the usual ones if absent */
  helpLines?: HelpLine[]
  /** below how many youths a number is hidden from the public: 3 at least, 5 if absent */
  threshold?: number
  /** what a scale spreads and how reliable it is, where somebody measured it: then a change can be called reliable */
  norms?: Record<string, { sd: number; reliability: number; source: string; by: string; at: Moment }>
  /** the programme's neutral name on certificates and letters */
  programme?: { ko: string; en: string }
  /** minutes in which somebody must take up what a youth answered, and whom to tell when nobody does */
  alarm?: { minutes: number; mail?: string; phone?: string }
}

/** How long what is kept. */
export interface RetentionPeriods {
  /** case files, after the closing: 1 to 5 */
  caseYears: number
  /** referrals that were declined */
  declinedDays: number
  /** whatever is half written */
  draftDays: number
}

/** What holds until the centre settles otherwise. */
export const usualRetention: RetentionPeriods = { caseYears: 3, declinedDays: 90, draftDays: 30 }
