import { type Moment, plusMinutes } from '../time/days.ts'
import type { Row } from './row.ts'
import type { Session } from './session.ts'

/** The session that is under way, or else the one that comes next; `sessions` earliest first. */
export const nextOf = (sessions: Session[], now: Moment): Session | undefined =>
  sessions.find(
    ({ startAt, minutes, cancelled, attendees }) =>
      !cancelled && plusMinutes(startAt, minutes) > now && attendees.every(({ attendance }) => !attendance),
  )

/** How many sessions each counsellor has among these, those that were called off left out. */
export function sessionsByCounsellor(sessions: Session[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { counsellorId, cancelled } of sessions)
    if (!cancelled) counts.set(counsellorId, (counts.get(counsellorId) ?? 0) + 1)
  return counts
}

/** How many signed notes wait for the lead's signature, where the centre wants it: those signed from then on. */
export const awaitingCountersign = (rows: Row[], from: Moment | undefined): number =>
  from === undefined ? 0 : rows.flatMap(({ uncountersigned = [] }) => uncountersigned.filter((at) => at >= from)).length

/** Referrals that wait for a decision or for a place, the one that has waited longest first. */
export const byWaiting = (rows: Row[]): Row[] =>
  [...rows].sort((a, b) => a.referredOn.localeCompare(b.referredOn) || a.number.localeCompare(b.number))
