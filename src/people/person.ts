import type { Day, Moment } from '../time/days.ts'

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

export interface School {
  version: 1
  id: string
  name: string
  level: string
}

export interface Room {
  version: 1
  id: string
  name: string
}

/** What the centre has settled for itself. */
export interface Settings {
  version: 1
  centre: string
  /** a store of invented people: loopback only, said on every page */
  demo: boolean
  sessions: { least: number; usual: number; minutes: number }
  /** the day's hours in which a session may lie, `09:00` to `20:00`, by weekday 1 = Monday … 7 = Sunday */
  openingHours: Record<number, { from: string; to: string } | undefined>
  since: Day
}
