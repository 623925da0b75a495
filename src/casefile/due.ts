import type { RetentionPeriods } from '../people/person.ts'
import { type Day, plusDays, plusMonths } from '../time/days.ts'
import { dueOnAfter, type Keeping } from './retention.ts'
import type { Row } from './row.ts'

/** How far ahead the queue looks. */
export const aheadDays = 90

/** A case whose time is over or soon will be. Names nobody: all that whoever sees no case is shown of it. */
export interface DueCase extends Keeping {
  number: string
  dueOn: Day
}

/** The same for whoever may see the case. */
export interface NamedDueCase extends DueCase {
  name: string
}

export interface Queue<T extends DueCase> {
  due: T[]
  /** within the next 90 days */
  soon: T[]
  /** whose time is over or soon would be, but somebody holds them back */
  held: T[]
}

/**
 * From when at the latest the retention of a case runs that is due on a day; a few days too many where months are of
 * different length. Lets a store leave out all others before they are looked at one by one.
 */
export const reachOf = (periods: RetentionPeriods, dueOn: Day): Record<Keeping['rule'], Day> => ({
  'case-closed': plusDays(plusMonths(dueOn, -12 * periods.caseYears), 3),
  'referral-declined': plusDays(dueOn, -periods.declinedDays),
})

/** What is due for erasure and what soon will be, the longest due first. */
export function queueOf(rows: Row[], periods: RetentionPeriods, today: Day): Queue<NamedDueCase> {
  const cases = rows
    .flatMap(({ number, name, keeping }) =>
      keeping ? [{ number, name, ...keeping, dueOn: dueOnAfter(keeping, periods) }] : [],
    )
    .filter(({ dueOn }) => dueOn <= plusDays(today, aheadDays))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.number.localeCompare(b.number))
  const free = cases.filter(({ held }) => !held)
  return {
    due: free.filter(({ dueOn }) => dueOn <= today),
    soon: free.filter(({ dueOn }) => dueOn > today),
    held: cases.filter(({ held }) => held),
  }
}

/** The queue without a name in it. */
export function nameless({ due, soon, held }: Queue<NamedDueCase>): Queue<DueCase> {
  const bare = (cases: NamedDueCase[]) => cases.map(({ name: _, ...rest }): DueCase => rest)
  return { due: bare(due), soon: bare(soon), held: bare(held) }
}
