import type { Moment } from './days.ts'

/** Tells what time it is. Handed in everywhere, so that in a test time stands still. */
export interface Clock {
  now(): Moment
}

export const wallClock: Clock = { now: () => new Date().toISOString() }
