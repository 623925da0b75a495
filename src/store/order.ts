import type { Session } from '../casefile/session.ts'
import type { Draft, Visit } from './store.ts'

/* In which order a reader gets things, whatever keeps them. */

export const byStart = (a: Session, b: Session): number =>
  a.startAt === b.startAt ? (a.id < b.id ? -1 : 1) : a.startAt < b.startAt ? -1 : 1

const newest = (a: string[], b: string[]): number => {
  const at = a.findIndex((one, nth) => one !== b[nth])
  return at < 0 ? 0 : a[at]! < b[at]! ? 1 : -1
}
/** Of one moment, those that come last by name first. */
export const newestDraft = (a: Draft, b: Draft): number => newest([a.at, a.id], [b.at, b.id])
export const newestVisit = (a: Visit, b: Visit): number => newest([a.startedAt, a.hash], [b.startedAt, b.hash])

/** The order of the files would tell who is who. */
export function shuffled<T>(items: T[]): T[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1))
    ;[items[at], items[other]] = [items[other]!, items[at]!]
  }
  return items
}
