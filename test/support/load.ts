import { isDeepStrictEqual } from 'node:util'
import type { Store } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import { type Moment, momentAt, plusDays } from '../../src/time/days.ts'
import { holidayOn } from '../../src/time/holidays.ts'
import type { SignedIn, TwoServers } from './servers.ts'

/* People who read and book with hardly a pause, each on a case and at a time of their own. */

/** Milliseconds between an answer and the next question. */
const pause = 20

export interface Asked {
  /** milliseconds of performance.now() */
  began: number
  took: number
  path: string
  status: number
  by?: number
  /** what was to be booked */
  booking?: { caseNumber: string; startAt: Moment }
}

export interface Load {
  /** everything asked so far */
  asked: Asked[]
  /** lets each finish what is under way */
  stop(): Promise<Asked[]>
}

/** `readers` and `writers` at a time, on this many cases that are Han's and Bora's in turn. */
export async function underLoad(
  two: TwoServers,
  { readers, writers, cases }: { readers: number; writers: number; cases: number },
): Promise<Load> {
  const people = await Promise.all(['han', 'bora'].map((id) => two.signedIn(id)))
  const all: Asked[] = []
  let over = false
  let next = 0
  const one = async (path: string, act: () => ReturnType<SignedIn['get']>, booking?: Asked['booking']) => {
    const began = performance.now()
    const { status, took, by } = await act()
    all.push({ began, took, path, status, by, ...(booking && { booking }) })
    await new Promise((later) => setTimeout(later, pause))
  }
  const write = async () => {
    const nth = next++
    const number = numbered((nth % cases) + 1)
    const [sessionOn, startTime] = timeOf(nth)
    const booking = { caseNumber: number, startAt: momentAt(sessionOn, startTime) }
    const form = { sessionOn, startTime, minutes: '10', kind: 'individual', mode: 'phone' }
    const path = `/cases/${number}/sessions`
    await one(path, () => (people[(nth % cases) % 2] as SignedIn).post(path, form), booking)
  }
  const read = async (nth: number) => {
    const at = nth % cases
    const paths = ['/cases', `/cases/${numbered(at + 1)}`, '/calendar']
    const path = paths[nth % paths.length] ?? '/'
    await one(path, () => (people[at % 2] as SignedIn).get(path))
  }
  const until = async (act: (nth: number) => Promise<void>) => {
    for (let nth = 0; !over; nth++) await act(nth)
  }
  const working = [
    ...Array.from({ length: writers }, () => until(write)),
    ...Array.from({ length: readers }, (_, at) => until((nth) => read(nth + 7 * at))),
  ]
  return {
    asked: all,
    async stop() {
      over = true
      await Promise.all(working)
      return all
    },
  }
}

const numbered = (n: number): string => `2026-${String(n).padStart(4, '0')}`

/** Working days of a year from tomorrow on. */
const days = Array.from({ length: 365 }, (_, at) => plusDays('2026-11-23', at)).filter((on) => !holidayOn(on))

/** Times that do not overlap, on these days in turn. */
const timeOf = (nth: number): [on: string, time: string] => {
  const slot = Math.floor(nth / days.length)
  const hour = String(7 + Math.floor(slot / 6)).padStart(2, '0')
  return [days[nth % days.length] ?? '', `${hour}:${slot % 6}0`]
}

/** What was acknowledged and is not there, and what is there by half. */
export async function lostIn(store: Store, asked: Asked[]): Promise<string[]> {
  const diary = await store.diary('2026-01-01T00:00:00.000Z', '2029-01-01T00:00:00.000Z')
  const held = new Set(diary.flatMap(({ attendees, startAt }) => attendees.map((a) => `${a.caseNumber} ${startAt}`)))
  const acknowledged = asked.filter(({ booking, status }) => booking && status === 303)
  const lost = acknowledged.flatMap(({ booking: one }) => {
    const place = `${one?.caseNumber} ${one?.startAt}`
    return held.has(place) ? [] : [`${place} is lost`]
  })
  for (const row of (await store.rows({})).rows) {
    const caseFile = await store.caseFile(row.number)
    const sessions = await store.sessionsOf(row.number)
    const ofDiary = diary.filter(({ attendees }) => attendees.some(({ caseNumber }) => caseNumber === row.number))
    const isWhole = caseFile && isDeepStrictEqual(JSON.parse(JSON.stringify(summaries.row(caseFile, sessions))), row)
    if (!isWhole || sessions.length !== ofDiary.length) lost.push(`${row.number} is there by half`)
  }
  return lost
}

/** How many were answered with each status. */
export const statusesOf = (asked: Asked[]): Record<number, number> => {
  const counts: Record<number, number> = {}
  for (const { status } of asked) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
