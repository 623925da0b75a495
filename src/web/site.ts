import type { Context, Handler } from 'hono'
import type { Here } from '../../views/here.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import type { Session } from '../casefile/session.ts'
import type { Message } from '../people/message.ts'
import type { Person } from '../people/person.ts'
import type { Absence } from '../people/registers.ts'
import type { Store, Visit } from '../store/store.ts'
import type { Clock } from '../time/clock.ts'
import type { Assets } from './assets.ts'
import type { Entrance } from './entrance.ts'
import type { Metrics } from './metrics.ts'
import type { SetUp } from './set-up.ts'

/** What the site is built on; handed in once, by server.ts or by a test. */
export interface House {
  store: Store
  clock: Clock
  assets: Assets
  /** where people reach it, `https://saegil.example`; absent where it is served on this machine only */
  origin?: string
  entrance?: Entrance
  /** what is sent by itself; the rest waits in the outbox for somebody to send it */
  sends?: readonly Message['way'][]
  /** what is counted, where somebody watches */
  metrics?: Metrics
  /** whether it was told to stop, and should be sent nothing new */
  stopping?: () => boolean
  /** there while nothing is set up */
  setUp?: SetUp
}

/** What a request carries with it. `caseFile` and `session` are there behind a guard that loaded them. */
export interface Site {
  Variables: {
    house: House
    store: Store
    here: Here
    /** the network address it came from */
    from: string
    /** the secret of a cookie that this answer sets */
    secret?: string
    /** the visit under way, halfway or whole */
    visit?: Visit
    person: Person
    /** gave the password and still owes the second factor */
    halfway?: Person
    /** whose visit is over */
    formerly?: Person
    /** who came by a personal link: `youth` or `guardian`; or the id of whoever’s calendar was read */
    link?: { by: string }
    /** a code for the log: why this was done */
    why?: string
    /** a guard has looked at it, and puts it into the log */
    guarded?: true
    caseFile: CaseFile
    session: Session
    /** behind a guard that loaded it */
    absence: Absence
    /** numbers of the cases that a page of several shows or changes: each is in the log */
    several?: string[]
  }
}

export type Ask = Context<Site>
export type Answer = Handler<Site>
