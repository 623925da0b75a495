import { type Session, trackOf } from '../casefile/session.ts'
import { type Day, dayOf, type Moment, plusMinutes, timeOf } from '../time/days.ts'
import type { Hours } from '../time/hours.ts'

/** Shortest and longest session, in minutes. */
export const lengths = { least: 10, most: 480 }

/** A time that somebody wants, and for whom. */
export interface Slot {
  startAt: Moment
  minutes: number
  kind: string
  mode: string
  counsellorId: string
  roomId?: string
  caseNumbers: string[]
}

type When = Pick<Slot, 'startAt' | 'minutes'>

/** From when to when a slot lasts, on its own day; one that runs past midnight ends at 24:00. */
export function spanOn({ startAt, minutes }: When): { on: Day; span: Hours } {
  const on = dayOf(startAt)
  const endAt = plusMinutes(startAt, minutes)
  return { on, span: { from: timeOf(startAt), to: dayOf(endAt) === on ? timeOf(endAt) : '24:00' } }
}

/** `2026-11-16 14:00–14:50`, the same in both languages. */
export const spanOf = ({ startAt, minutes }: When): string =>
  `${dayOf(startAt)} ${timeOf(startAt)}–${timeOf(plusMinutes(startAt, minutes))}`

export const casesOf = ({ attendees }: Pick<Session, 'attendees'>): string[] =>
  attendees.map(({ caseNumber }) => caseNumber)

/** Cases of which the same person is to come to both: the youth, or the guardian. To talks about them neither does. */
export const comingToBoth = (
  slot: Pick<Slot, 'kind' | 'caseNumbers'>,
  other: Pick<Session, 'kind' | 'attendees'>,
): string[] => {
  const track = trackOf(slot.kind)
  if (track === 'liaison' || track !== trackOf(other.kind)) return []
  return casesOf(other).filter((number) => slot.caseNumbers.includes(number))
}

/** Whether two have a minute in common when `margin` minutes are left free before and after. */
export const overlaps = (one: When, other: When, margin = 0): boolean =>
  other.startAt < plusMinutes(one.startAt, one.minutes + margin) &&
  one.startAt < plusMinutes(other.startAt, other.minutes + margin)
