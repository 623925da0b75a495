import type { CaseFile } from '../casefile/casefile.ts'
import type { Person, Room, School, Settings } from '../people/person.ts'
import type { Absence } from '../people/registers.ts'
import type { Refusal } from '../result.ts'
import { holidayOn } from '../time/holidays.ts'
import { hoursOn, isInside, isWithin, meets } from '../time/hours.ts'
import { type Slot, spanOn } from './slot.ts'

/*
 * When the centre, its rooms and its counsellors can be had at all, and when it suits a youth. The first refuses a
 * session, the second is said and avoided, since whoever books may know better.
 */

export interface Times {
  openingHours: Settings['openingHours']
  shut?: Settings['shut']
  rooms: Room[]
  /** hours of the counsellors who settled them, by id */
  hours?: ReadonlyMap<string, Person['hours']>
  /** absences that are not ended */
  absences?: Absence[]
}

type When = Pick<Slot, 'startAt' | 'minutes'>

/** A holiday, days on which the centre is shut, and hours at which it is not open. */
export function againstCentre(slot: When, { openingHours, shut = [] }: Times): Refusal[] {
  const { on, span } = spanOn(slot)
  // by its day, since its name depends on who reads
  if (holidayOn(on)) return [{ reason: 'holiday', field: 'sessionOn', with: { holiday: on } }]
  const closed = shut.find((days) => isWithin(on, days))
  if (closed) return [{ reason: 'centre-shut', field: 'sessionOn', with: { name: closed.name } }]
  const open = hoursOn(openingHours, on)
  if (!open) return [{ reason: 'closed-that-day', field: 'sessionOn' }]
  return isInside(span, open) ? [] : [{ reason: 'outside-opening-hours', field: 'startTime', with: { ...open } }]
}

export function againstRoom(slot: When & { roomId?: string }, { rooms }: Times): Refusal[] {
  const room = rooms.find(({ id }) => id === slot.roomId)
  if (!room?.hours) return []
  const { on, span } = spanOn(slot)
  const open = hoursOn(room.hours, on)
  if (!open) return [{ reason: 'room-closed-that-day', field: 'roomId', with: { room: room.name } }]
  return isInside(span, open) ? [] : [{ reason: 'room-closed', field: 'roomId', with: { room: room.name, ...open } }]
}

export function againstCounsellor(
  slot: When & { counsellorId: string },
  { hours = new Map(), absences = [] }: Times,
): Refusal[] {
  const { on, span } = spanOn(slot)
  const away = absences.find((one) => one.counsellorId === slot.counsellorId && !one.ended && isWithin(on, one))
  if (away) return [{ reason: 'counsellor-away', field: 'sessionOn', with: { from: away.from, to: away.to } }]
  const week = hours.get(slot.counsellorId)
  if (!week) return []
  const at = hoursOn(week, on)
  if (!at) return [{ reason: 'counsellor-off-that-day', field: 'sessionOn' }]
  return isInside(span, at) ? [] : [{ reason: 'outside-counsellor-hours', field: 'startTime', with: { ...at } }]
}

/** What is known of the youth's own week. */
export interface Suits {
  freeTimes?: CaseFile['freeTimes']
  school?: School
}

/** Why a time does not suit the youth: lessons, examinations, or not among the times that they said suit them. */
export function cautionsOn(slot: When, { freeTimes, school }: Suits): Refusal[] {
  const { on, span } = spanOn(slot)
  const exam = school?.exams?.find((days) => isWithin(on, days))
  if (exam) return [{ reason: 'exam-week', field: 'sessionOn', with: { from: exam.from, to: exam.to } }]
  const free = freeTimes && hoursOn(freeTimes.hours, on)
  if (freeTimes && !(free && isInside(span, free))) return [{ reason: 'not-free-then', field: 'startTime' }]
  const lessons = school?.lessons && hoursOn(school.lessons, on)
  if (lessons && meets(span, lessons)) return [{ reason: 'in-lessons', field: 'startTime', with: { ...lessons } }]
  return []
}
