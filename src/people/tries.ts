import type { Moment } from '../time/days.ts'
import type { Tries } from './registers.ts'

/*
 * Guessing is slowed down, never stopped: whoever knows the password gets in after a wait, so that nobody can lock
 * somebody else out for good. Per account the wait doubles; per network address, where a whole school may sit behind
 * one, there is room for 20 failures a minute.
 */

const longestWait = 1_200
const failuresAMinute = 20
const minute = 60
/** After a day without a failure it counts no more. */
const forgottenAfter = 24 * 60 * minute

const secondsSince = ({ at }: Tries, now: Moment): number => (Date.parse(now) - Date.parse(at)) / 1000

/** Seconds after the n-th failure: 0, 0, 1, 2, 4, 8 … 1,200. At most 84 guesses fit into a day. */
export const delayAfter = (failures: number): number => (failures < 3 ? 0 : Math.min(2 ** (failures - 3), longestWait))

/** A clock that was set back makes nobody wait longer than the delay itself. */
const left = (delay: number, since: number): number => Math.min(delay, Math.max(0, Math.ceil(delay - since)))

/** Whole seconds until this account may be tried again. */
export const accountWait = (tries: Tries | undefined, now: Moment): number =>
  tries === undefined || isForgotten(tries, now) ? 0 : left(delayAfter(tries.failures), secondsSince(tries, now))

/** Whole seconds until this address may try again; `at` is when its present minute began. */
export const addressWait = (tries: Tries | undefined, now: Moment): number =>
  tries === undefined || tries.failures < failuresAMinute ? 0 : left(minute, secondsSince(tries, now))

const isForgotten = (tries: Tries, now: Moment): boolean => secondsSince(tries, now) >= forgottenAfter

/** One more try at an account. It counts before it is looked at, so that many at once gain nothing. */
export const triedAccount = (id: string, tries: Tries | undefined, now: Moment): Tries => ({
  id,
  failures: tries && !isForgotten(tries, now) ? tries.failures + 1 : 1,
  at: now,
})

export function triedAddress(id: string, tries: Tries | undefined, now: Moment): Tries {
  if (!tries || secondsSince(tries, now) >= minute) return { id, failures: 1, at: now }
  return { ...tries, failures: tries.failures + 1 }
}

/** A try that was right, or that could not be looked at, takes itself back. */
export const takenBack = (tries: Tries): Tries => ({ ...tries, failures: Math.max(0, tries.failures - 1) })
