import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { trackOf } from '../casefile/session.ts'
import type { Refusal } from '../result.ts'
import { type Day, dayOf } from '../time/days.ts'
import { nextOrdinal } from './progress.ts'
import { isWhole, planSeries, type Series } from './series.ts'
import {
  type BookingAllFacts,
  bookAll,
  cautionsOf,
  fieldsOfRows,
  inTime,
  placesIn,
  readRows,
  type SeriesRow,
} from './series-rows.ts'
import type { Wish } from './series-wish.ts'
import { type WayOut, type WaysOutFacts, waysOut } from './ways-out.ts'

export type CourseFacts = WaysOutFacts & BookingAllFacts

/** A course as the page shows it: what the planner offers, and the dates as they stand in the form. */
export interface Course {
  wish: Wish
  counsellorId: string
  dueOn?: Day
  series: Series
  /** empty when all that were wished fit */
  waysOut: WayOut[]
  fields: URLSearchParams
  /** rows that can be read */
  rows: SeriesRow[]
  /** the number that each session would get, by the place of its row */
  ordinals: ReadonlyMap<number, number>
  /** what is in the way of the rows, at their fields; first what cannot be read in them */
  problems: Refusal[]
  unread: Refusal[]
  cautions: ReadonlyMap<number, Refusal[]>
}

/** Plans what is wished, and looks through the dates of the form; where it has none yet, they are those of the planner. */
export function courseOf(
  caseFiles: CaseFile[],
  wish: Wish,
  facts: CourseFacts,
  typed: URLSearchParams,
  signature: Signature,
): Course {
  const series = planSeries(wish, facts)
  const isNew = placesIn(typed).length === 0
  const fields = isNew ? new URLSearchParams([...typed, ...fieldsOfRows(series.dates, wish.count)]) : typed
  const read = readRows(
    fields,
    facts.diary.rooms.map(({ id }) => id),
  )
  const tried = bookAll(caseFiles, wish, read.rows, facts, signature)
  const next = nextOrdinal(facts.ofCases, facts.caseNumbers[0] ?? '', trackOf(wish.kind))
  return {
    ...{ wish, counsellorId: facts.counsellorId, dueOn: facts.dueOn, series, fields, rows: read.rows },
    waysOut: isWhole(series, wish) ? [] : waysOut(wish, facts),
    ordinals: new Map(inTime(read.rows).map(({ place }, at) => [place, next + at])),
    unread: read.refusals,
    problems: [...read.refusals, ...(tried.ok || read.rows.length === 0 ? [] : tried.refusals)],
    cautions: cautionsOf(wish, read.rows, facts),
  }
}

/** The days on which the planner looks, and over which some rows reach besides. What is past is nobody's to book. */
export function daysOver(rows: SeriesRow[], { from, to }: { from: Day; to: Day }, today: Day): { from: Day; to: Day } {
  const days = [from, to, ...rows.map(({ startAt }) => dayOf(startAt))].filter((day) => day >= today).sort()
  return { from: days[0] ?? today, to: days.at(-1) ?? today }
}
