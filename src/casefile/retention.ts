import type { RetentionPeriods } from '../people/person.ts'
import type { Destruction } from '../people/registers.ts'
import { type Day, dayOf, plusDays, plusMonths } from '../time/days.ts'
import type { CaseFile, Signature } from './casefile.ts'
import { closingOf, triageOf } from './questions.ts'

/** What a row says of a case whose retention runs; see retentionOf for the whole. */
export interface Keeping {
  rule: Destruction['rule']
  /** the day of the closing, or on which the referral was declined */
  since: Day
  held: boolean
  /** an erasure that one person proposed and a second one may approve now */
  proposed?: Signature
}

export type Hold = CaseFile['holds'][number]

/** What becomes of a case, and when. */
export interface Retention {
  /** `open`: no clock runs · `running`: it does · `held`: kept longer, for a reason · `due`: it may be erased */
  state: 'open' | 'running' | 'held' | 'due'
  rule?: Destruction['rule']
  since?: Day
  /** from this day on the name may go */
  dueOn?: Day
  hold?: Hold
  proposed?: Signature
}

/** The hold in force, if there is one. */
export const holdOf = ({ holds }: CaseFile): Hold | undefined => holds.findLast(({ lifted }) => !lifted)

/**
 * The proposal to erase that stands: one after which nothing at all was done to the case. Whoever approves it agrees to
 * what the other person saw.
 */
export const proposalOf = ({ erasure, journal }: CaseFile): Signature | undefined =>
  journal.at(-1)?.deed === 'erasure-proposed' ? erasure : undefined

/** What a case's clock runs from; undefined while the case is open. Reopening stops it, closing again starts it anew. */
export function keepingOf(caseFile: CaseFile): Keeping | undefined {
  const closing = closingOf(caseFile)
  const step = triageOf(caseFile)
  const proposed = proposalOf(caseFile)
  const more = { held: holdOf(caseFile) !== undefined, ...(proposed && { proposed }) }
  if (closing) return { rule: 'case-closed', since: closing.on, ...more }
  if (step?.decision === 'declined') return { rule: 'referral-declined', since: dayOf(step.at), ...more }
  return undefined
}

/** The first day on which it may go. From 29 February it is 28 February where the year has no such day. */
export const dueOnAfter = ({ rule, since }: Pick<Keeping, 'rule' | 'since'>, periods: RetentionPeriods): Day =>
  rule === 'case-closed' ? plusMonths(since, 12 * periods.caseYears) : plusDays(since, periods.declinedDays)

/** Which rule applies to a case today, when its name goes, and what holds it back. */
export function retentionOf(caseFile: CaseFile, periods: RetentionPeriods, today: Day): Retention {
  const keeping = keepingOf(caseFile)
  const hold = holdOf(caseFile)
  if (!keeping) return { state: 'open', ...(hold && { hold }) }
  const { rule, since, proposed } = keeping
  const dueOn = dueOnAfter(keeping, periods)
  const state = hold ? 'held' : dueOn <= today ? 'due' : 'running'
  return { state, rule, since, dueOn, ...(hold && { hold }), ...(proposed && { proposed }) }
}
