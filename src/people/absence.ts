import { Reading } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { type Day, dayOf } from '../time/days.ts'
import { type Days, isWithin } from '../time/hours.ts'
import type { Absence } from './registers.ts'

/** Who is to be away, from when to when. */
export interface Away extends Days {
  counsellorId: string
}

/** Reads who is away and when; `counsellors` are the ids that the asker may name. If it is one only, it need not be. */
export function readAway(fields: URLSearchParams, counsellors: string[]): Result<Away> {
  const form = new Reading(fields)
  const [only] = counsellors
  const counsellorId = counsellors.length === 1 && only ? only : form.one('awayId', counsellors)
  const from = form.day('awayFrom')
  const to = form.dayOrNone('awayTo') ?? from
  if (to < from && form.refusals.length === 0) form.refuse('awayTo', 'period-backwards')
  return form.result({ counsellorId, from, to })
}

/** Notes that a counsellor is away. Not when it is over already, nor twice for the same day. */
export function noteAbsence(
  away: Away,
  { id, absences }: { id: string; absences: Absence[] },
  signature: { by: string; at: string },
): Result<Absence> {
  const today = dayOf(signature.at)
  if (away.to < today) return refused({ reason: 'too-early', field: 'awayTo', with: { on: today } })
  const [other] = awayDuring(absences, away.counsellorId, away)
  if (other) return refused({ reason: 'days-overlap', field: 'awayFrom', with: { from: other.from, to: other.to } })
  return done({ id, ...away, ...signature, cases: [] })
}

/** Ends an absence that is not over: whoever was away is there again, and nobody stands in for them any more. */
export function endAbsence(absence: Absence, signature: { by: string; at: string }): Result<Absence> {
  const state = absenceStateOf(absence, dayOf(signature.at))
  if (state === 'over' || state === 'ended') return refused({ reason: 'changed-meanwhile' })
  return done({ ...absence, ended: signature })
}

export type AbsenceState = 'now' | 'to-come' | 'over' | 'ended'

export function absenceStateOf(absence: Absence, today: Day): AbsenceState {
  if (absence.ended) return 'ended'
  if (isWithin(today, absence)) return 'now'
  return today < absence.from ? 'to-come' : 'over'
}

/** Absences of one counsellor, not ended, on any of those days. */
export const awayDuring = (absences: Absence[], counsellorId: string, { from, to }: Days): Absence[] =>
  absences.filter((one) => one.counsellorId === counsellorId && !one.ended && one.from <= to && from <= one.to)

/** Why a colleague cannot stand in: away themselves on one of those days. */
export function againstStandingIn(colleague: string, absence: Absence, absences: Absence[]): Refusal[] {
  const [away] = awayDuring(absences, colleague, absence)
  return away ? [{ reason: 'stand-in-away', field: 'coveredBy', with: { from: away.from, to: away.to } }] : []
}

/** How far back the list of absences goes. */
export const listedDays = 90
