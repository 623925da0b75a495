import type { CaseFile, Signature } from '../casefile/casefile.ts'
import type { Session } from '../casefile/session.ts'
import { Reading } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { type Day, dayOf, momentAt, timeOf } from '../time/days.ts'
import { book } from './book.ts'
import { reachOfWish } from './series.ts'
import { sessionsNear, sessionsOn } from './series-day.ts'
import { type Place, type SeriesFacts, suitsFor } from './series-places.ts'
import { mostSessions, type Wish } from './series-wish.ts'
import { overlaps, spanOf } from './slot.ts'
import { cautionsOn } from './times.ts'

/** One date of the table; its fields end in its place there, `startTime-3`. */
export interface SeriesRow extends Place {
  place: number
}

/** Fields of a row, without their place. */
export const rowFields = ['sessionOn', 'startTime', 'roomId'] as const

/** The places of the rows in a form. */
export const placesIn = (fields: URLSearchParams): number[] =>
  Array.from({ length: mostSessions }, (_, at) => at + 1).filter((place) => fields.has(`sessionOn-${place}`))

/** Reads the dates of the table. One without a day is left out. What can be read is there beside what cannot. */
export function readRows(fields: URLSearchParams, rooms: string[]): { rows: SeriesRow[]; refusals: Refusal[] } {
  const form = new Reading(fields)
  const rows = placesIn(fields).flatMap((place): SeriesRow[] => {
    const before = form.refusals.length
    const on = form.dayOrNone(`sessionOn-${place}`)
    if (on === undefined) return []
    const time = form.time(`startTime-${place}`)
    const roomId = form.oneOrNone(`roomId-${place}`, rooms)
    if (form.refusals.length > before) return []
    return [{ place, startAt: momentAt(on, time), ...(roomId && { roomId }) }]
  })
  return { rows, refusals: form.refusals }
}

/** Dates as the fields of the table, from its first row on; empty rows to the end of the course. */
export const fieldsOfRows = (dates: Place[], count: number): [name: string, value: string][] =>
  Array.from({ length: Math.max(count, dates.length) }, (_, at) => dates[at]).flatMap((date, at) => [
    [`sessionOn-${at + 1}`, date ? dayOf(date.startAt) : ''],
    [`startTime-${at + 1}`, date ? timeOf(date.startAt) : ''],
    [`roomId-${at + 1}`, date?.roomId ?? ''],
  ])

/** The fields without one of the rows; those behind it move up. */
export function withoutRow(fields: URLSearchParams, place: number): URLSearchParams {
  const left = new URLSearchParams([...fields].filter(([name]) => !isOfRow(name)))
  const places = placesIn(fields).filter((one) => one !== place)
  for (const [at, from] of places.entries())
    for (const name of rowFields) left.set(`${name}-${at + 1}`, fields.get(`${name}-${from}`) ?? '')
  return left
}

const isOfRow = (name: string): boolean => rowFields.some((field) => name.startsWith(`${field}-`))

/** What the rule is told: the sessions so far of everyone who attends, besides what the planner knows. */
export interface BookingAllFacts extends SeriesFacts {
  ofCases: Session[]
}

/**
 * Books all dates of a course or none, in the order of their days, so that the numbers follow the calendar. What
 * speaks against a date stands at its row; what speaks against all of them is said once. The ids are the rows' places:
 * real ones are given when they are kept.
 */
export function bookAll(
  caseFiles: CaseFile[],
  wish: Wish,
  rows: SeriesRow[],
  facts: BookingAllFacts,
  signature: Signature,
): Result<Session[]> {
  if (rows.length === 0) return refused({ reason: 'no-dates', field: 'sessionOn-1' })
  const booked: Session[] = []
  const refusals: Refusal[] = []
  for (const row of inTime(rows)) {
    const beside = booked.find((one) => overlaps({ ...row, minutes: wish.minutes }, one))
    const result = beside
      ? refused({ reason: 'overlaps-row', field: 'startTime', with: { when: spanOf(beside) } })
      : bookOne(caseFiles, wish, row, { facts, booked }, signature)
    if (result.ok) booked.push(result.value)
    else refusals.push(...result.refusals.map((refusal) => atRow(refusal, row)))
  }
  return refusals.length > 0 ? refused(...onceEach(refusals)) : done(booked)
}

function bookOne(
  caseFiles: CaseFile[],
  { kind, mode, minutes, counsellorId, guardian, with: others }: Wish,
  { place, startAt, roomId }: SeriesRow,
  { facts, booked }: { facts: BookingAllFacts; booked: Session[] },
  signature: Signature,
): Result<Session> {
  const booking = { kind, mode, minutes, counsellorId, guardian, with: others, startAt, roomId, past: false }
  const sessions = sessionsNear([...facts.diary.sessions, ...booked], dayOf(startAt))
  const ofCases = [...facts.ofCases, ...booked]
  return book(caseFiles, booking, { ...facts.diary, sessions, ofCases, id: String(place) }, signature)
}

/** What speaks against a course whatever its days: who attends, and who holds it. */
export function againstWish(
  caseFiles: CaseFile[],
  wish: Wish,
  facts: BookingAllFacts,
  signature: Signature,
): Refusal[] {
  const { from } = reachOfWish(wish, dayOf(facts.diary.now))
  const row = { place: 0, startAt: momentAt(from, '12:00') }
  const tried = bookOne(caseFiles, wish, row, { facts, booked: [] }, signature)
  return tried.ok ? [] : tried.refusals.filter(({ field }) => !rowFields.some((name) => name === field))
}

/** What does not stand in the way of a date, but should be known: it does not suit the youth, or the due date is over. */
export function cautionsOf(wish: Wish, rows: SeriesRow[], facts: SeriesFacts): Map<number, Refusal[]> {
  const { minutes, kind } = wish
  const suits = suitsFor(kind, facts.suits)
  const days = rows.map(({ startAt }) => dayOf(startAt))
  return new Map(
    rows.map((row, at) => {
      const on = days[at] ?? ''
      const own = suits.flatMap((one) => cautionsOn({ ...row, minutes }, one))
      return [row.place, onceEach([...afterDue(on, facts.dueOn), ...own, ...again(on, wish, days, facts)])]
    }),
  )
}

const afterDue = (on: Day, due: Day | undefined): Refusal[] =>
  due !== undefined && on > due ? [{ reason: 'after-due', field: 'sessionOn', with: { due } }] : []

function again(on: Day, wish: Wish, days: Day[], { diary, caseNumbers }: SeriesFacts): Refusal[] {
  const booked = sessionsOn(on, wish, caseNumbers, sessionsNear(diary.sessions, on))
  const twice = booked.length > 0 || days.filter((day) => day === on).length > 1
  return twice ? [{ reason: 'session-that-day', field: 'sessionOn' }] : []
}

/** Rows in the order of their days. */
export const inTime = <T extends Place>(rows: T[]): T[] => [...rows].sort((a, b) => a.startAt.localeCompare(b.startAt))

const atRow = (refusal: Refusal, { place }: SeriesRow): Refusal =>
  rowFields.some((name) => name === refusal.field) ? { ...refusal, field: `${refusal.field}-${place}` } : refusal

const onceEach = (refusals: Refusal[]): Refusal[] => [
  ...new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal])).values(),
]
