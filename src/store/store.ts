// Over 150 lines because it is the one list of what every way of keeping promises.
import type { CaseFile } from '../casefile/casefile.ts'
import type { DataRow } from '../casefile/data.ts'
import type { Facts, FactsChanged } from '../casefile/facts.ts'
import type { Keeping } from '../casefile/retention.ts'
import type { Row, Stage } from '../casefile/row.ts'
import type { Session } from '../casefile/session.ts'
import type { Person, Room, School, Settings } from '../people/person.ts'
import type { Edition, Registers } from '../people/registers.ts'
import type { Result } from '../result.ts'
import type { Day, Moment } from '../time/days.ts'
import type { Days } from '../time/hours.ts'
import type { Passing } from '../time/passing.ts'

/*
 * Where everything is kept: one interface, one file per way of keeping. Every method is async; values in and out are
 * plain JSON. What is handed in is copied; what is handed out may be frozen, since others may have the same. The store knows the shape of what it keeps, not the programme's rules: what a
 * row or the facts of a case are is handed to it (Summaries).
 */

export interface Reader {
  caseFile(number: string): Promise<CaseFile | undefined>
  /** newest referral first, of one day the highest number first; all of them unless a page is asked for. `total` counts those that the filter lets in. */
  rows(filter: RowFilter, page?: Page): Promise<{ rows: Row[]; total: number }>
  /** coded facts of every case file, in no order that tells who they are */
  facts(): AsyncIterable<Facts>
  /** changes whenever the facts do: the same cut gives the same figures */
  factsCut(): Promise<string>
  /**
   * What changed in the facts since a cut that was given before; all of them when that is too long ago, or none is
   * named. Read one by one, at any time afterwards.
   */
  factsSince(cut?: string): Promise<FactsChanged>
  /**
   * the same with what was answered to each item, read one case after the other; of erased cases the facts alone.
   * `reader`: who will have them; restricted cases in which they are not named are left out
   */
  data(reader?: string): AsyncIterable<DataRow>
  session(id: string): Promise<Session | undefined>
  /** sessions that start at or after `from` and before `to`, earliest first */
  diary(from: Moment, to: Moment): Promise<Session[]>
  /** sessions that this youth attends or was to attend, earliest first */
  sessionsOf(caseNumber: string): Promise<Session[]>
  person(id: string): Promise<Person | undefined>
  /** in any case; of several with one address, who came last */
  personByEmail(email: string): Promise<Person | undefined>
  people(): Promise<Person[]>
  schools(): Promise<School[]>
  rooms(): Promise<Room[]>
  settings(): Promise<Settings | undefined>
  draft(id: string): Promise<Draft | undefined>
  /** newest first, of one moment by id, the last first; everybody's when no owner is named */
  drafts(owner?: string): Promise<Draft[]>
  /** by the hash of its cookie */
  visit(hash: string): Promise<Visit | undefined>
  /** of one person, newest first, of one moment by hash, the last first; ended ones too, as long as they are kept */
  visitsOf(personId: string): Promise<Visit[]>
  entry<K extends keyof Registers>(register: K, id: string): Promise<Registers[K] | undefined>
  /** all of a register that have these values, in the order in which they first came */
  entries<K extends keyof Registers>(register: K, like?: Partial<Registers[K]>): Promise<Registers[K][]>
}

/** What a decision sees, and what it saves: whole or not at all. */
export interface View extends Reader {
  saveCase(caseFile: CaseFile): void
  saveSession(session: Session): void
  savePerson(person: Person): void
  saveSchool(school: School): void
  saveRoom(room: Room): void
  saveSettings(settings: Settings): void
  saveDraft(draft: Draft): void
  removeDraft(id: string): void
  saveVisit(visit: Visit): void
  removeVisit(hash: string): void
  saveEntry<K extends keyof Registers>(register: K, entry: Registers[K]): void
  removeEntry(register: keyof Registers, id: string): void
  /**
   * Destroys a case: its key, its sealed file, its drafts, its part in the diary and in absences, notices of it,
   * alarms and reminders. Its coded facts stay for the figures, under no number and among others, so that nothing leads from them
   * back to it; facts of what this same change saved of it before. Nothing to undo, and no saving of it in the same change.
   */
  eraseCase(number: string): void
  /** The same, and no fact of it stays either: as if it had never been taken in. Its number is not given again. */
  removeCase(number: string): void
  /** the next free number of a year, `2026-0042`; never one under which anything was kept, though it may be gone again */
  nextCaseNumber(year: number): Promise<string>
  /** the next free session id of a day, `2026-11-22-03` */
  nextSessionId(on: Day): Promise<string>
}

export interface Store extends Reader {
  /**
   * Read, decide, save in turn. `decide` sees a consistent view; when it returns a value, all that it saved is kept
   * and would survive a power cut before the promise resolves; when it refuses or throws, nothing is. Two changes
   * that read the same thing never both win. A change inside a change would wait for itself: it is given up.
   */
  change<T>(decide: (view: View) => Promise<Result<T>> | Result<T>): Promise<Result<T>>
  /** On disk when it resolves. Throws when it could not be written: then the page must not leave. */
  log(entry: LogEntry): Promise<void>
  /** The log between two moments, oldest first. */
  logged(from: Moment, to: Moment): AsyncIterable<LoggedEntry>
  /**
   * The same store behind a school's wall: cases that another school referred are not there, nor their sessions, whatever
   * is asked; and none can be saved. A second wall, behind what the pages may do.
   */
  behind(schoolId: string): Store
  /** What passes within minutes, the same on every machine that serves this store. */
  readonly passing: Passing
  /** A key for one purpose, the same on every machine and after a restart; only who has the master key can make it. */
  secret(purpose: string): Uint8Array
  /** Resolves when it can read and keep things now; throws otherwise. */
  ready(): Promise<void>
  /** What is wrong with the second place that keeps checkpoints of the log; undefined while nothing is. */
  checkpointTrouble(): Promise<CheckpointTrouble | undefined>
  close(): Promise<void>
}

export interface RowFilter {
  /** who will read them: restricted cases in which they are not named are left out */
  reader?: string
  /** only the restricted cases that are kept from this person */
  keptFrom?: string
  /** only cases that are open at a moment to somebody who broke the glass */
  openTo?: { by: string; at: Moment }
  stages?: readonly Stage[]
  /** only cases in which this counsellor stands in on that day */
  coveredBy?: { by: string; on: Day }
  /** only cases that were ordered by the same letter; see the row's `decision` */
  decision?: string
  /** only cases whose youth must not meet that of this one, as they themselves say */
  apartFrom?: { number: string; schoolId?: string }
  /** only these cases */
  numbers?: readonly string[]
  counsellorId?: string
  /** the school that referred */
  referredBy?: string
  /** part of a name, or of a case number */
  text?: string
  /** exactly this name */
  name?: string
  linkHash?: string
  /** a follow-up is due on one of these days */
  followUpDue?: Days
  /** retention runs, by its rule, from this day or an earlier one */
  keptSince?: Record<Keeping['rule'], Day>
}

export interface Page {
  from: number
  most: number
}

/** Something half typed, kept for its owner. */
export interface Draft {
  id: string
  owner: string
  /**
   * `form`: what was typed into any page when the visit ended; `path` is where it was going. `import`: a table of cases
   * that nobody has said yes to
   */
  kind: 'referral' | 'survey' | 'form' | 'import'
  path?: string
  fields: [string, string][]
  at: Moment
}

/** Someone signed in, somewhere. The cookie holds a random id, the store its hash. */
export interface Visit {
  hash: string
  personId: string
  startedAt: Moment
  seenAt: Moment
  /** network address, and the kind of browser and system, for the list of one's own visits */
  from?: string
  device?: string
  /** when a second factor was given last; a visit of someone who needs one does not count before */
  factorAt?: Moment
  /** signed out, here or from another device; kept for a while so that what is typed in an old page is not lost */
  ended?: { by: string; at: Moment }
}

/** Who looked at what or changed what. Ids and codes only: nothing readable about a person. */
export interface LogEntry {
  at: Moment
  /** a person's id; absent when nobody was signed in */
  by?: string
  role?: string
  /** network address */
  from?: string
  deed: string
  caseNumber?: string
  decision: 'allowed' | 'refused'
  /** a code: of a download's purpose, of the ground of an opening */
  why?: string
  /** answer's status */
  status: number
}

export interface LoggedEntry extends LogEntry {
  seq: number
  /** hash of the entry before, and of this one with it */
  previous: string
  hash: string
}

/** The second place cannot be written, or it knows of entries that the log does not hold. */
export interface CheckpointTrouble {
  what: 'not-written' | 'log-behind'
  /** of the entry that it is about */
  since: Moment
}

/** How a record is summed up for lists and figures; the programme's rules, handed to the store. */
export interface Summaries {
  row(caseFile: CaseFile, sessions: Session[]): Row
  facts(caseFile: CaseFile, sessions: Session[], editions: Edition[]): Facts
  data(caseFile: CaseFile, sessions: Session[], editions: Edition[]): DataRow
  /** what stays of them when the case is erased */
  keptFacts(facts: Facts): Facts
  /** whose time a session takes, each by a name of its own; none when nobody's. Nobody can be in two places at once. */
  claims(session: Session): string[]
  /** brings a case file of any older shape to the newest */
  upgraded(record: Record<string, unknown>): CaseFile
}
