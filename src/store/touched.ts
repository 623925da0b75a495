import type { Row } from '../casefile/row.ts'
import type { Session } from '../casefile/session.ts'
import type { Kept } from './entries.ts'
import type { State } from './state.ts'

/** Something as it was before a change, and as it is after it; absent where it is not there. */
export interface Was<T> {
  before?: T | undefined
  after?: T | undefined
}

/** What one change puts in place. */
export interface Touched {
  /** the records that it writes or removes */
  paths: ReadonlySet<string>
  /** the cases of which it writes the file, the row or the facts, or a session */
  cases: ReadonlySet<string>
  rows: readonly Was<Row>[]
  sessions: readonly Was<Session>[]
  entries: readonly Was<Kept>[]
}

/** What a change laid over a state puts in place there. */
export function touchedBy(state: State, paths: Iterable<string>, cases: Iterable<string>): Touched {
  const { rows, diary, registers } = state
  const changed = [...rows.changed()]
  const booked = diary.changed()
  const attending = booked.flatMap(({ before, after }) => [...(before?.attendees ?? []), ...(after?.attendees ?? [])])
  return {
    paths: new Set(paths),
    cases: new Set([
      ...cases,
      ...changed.flatMap(({ before, after }) => before?.number ?? after?.number ?? []),
      ...attending.map(({ caseNumber }) => caseNumber),
    ]),
    rows: changed,
    sessions: booked,
    entries: registers.changed(),
  }
}

/** Whether something that a change touches, as it was or as it will be, is what is meant. */
export const isAny = <T>(touched: readonly Was<T>[], meant: (one: T) => boolean): boolean =>
  touched.some(({ before, after }) => (before !== undefined && meant(before)) || (after !== undefined && meant(after)))

/** Whether two changes write the same, so that one of them would be lost. */
export const isSame = (one: Touched, other: Touched): boolean =>
  overlap(one.paths, other.paths) || overlap(one.cases, other.cases)

const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((value) => other.has(value))
