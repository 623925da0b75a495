import type { CaseFile, Signature } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import { type Result, refused } from '../../src/result.ts'
import type { BookingFacts } from '../../src/sessions/book.ts'
import { book } from '../../src/sessions/book.ts'
import type { Booking } from '../../src/sessions/booking-form.ts'
import { type Day, dayOf, type Moment, momentAt, plusDays, plusMinutes, weekdayOf } from '../../src/time/days.ts'
import { holidayOn } from '../../src/time/holidays.ts'
import { names, rooms, settings } from './cast.ts'

/** Something that a rule made possible; a refusal is a fault of the script, so it ends here. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`the demonstration broke a rule: ${JSON.stringify(result.refusals)}`)
}

/** When youths come: after school, and on Saturdays. */
const times = ['15:30', '16:30', '17:30', '18:30', '14:30']
const saturdayTimes = ['10:00', '11:00', '13:00', '14:00']

export interface Wish {
  /** the first day that would do */
  on: Day
  kind: string
  mode: string
  minutes: number
  /** which of the day's times is tried first */
  preferred: number
  /** who comes instead of the youth, counted from 0 */
  guardian?: number
}

/** All sessions of the demonstration. Each is booked by the programme's own rule, at the first time that is free. */
export class Diary {
  readonly #sessions = new Map<string, Session>()
  /** session ids by the day on which they are */
  readonly #days = new Map<Day, Set<string>>()
  /** the last number given of each day */
  readonly #given = new Map<Day, number>()

  get sessions(): Session[] {
    return [...this.#sessions.values()]
  }

  isOpen(on: Day): boolean {
    return settings.openingHours[weekdayOf(on)] !== undefined && !holidayOn(on)
  }

  /** The first open day from this one on. */
  openFrom(on: Day): Day {
    let day = on
    while (!this.isOpen(day)) day = plusDays(day, 1)
    return day
  }

  /** `ofCases`: the sessions so far of all who come. */
  book(caseFiles: CaseFile[], wish: Wish, ofCases: Session[], signature: Signature): Session {
    for (let day = this.openFrom(wish.on); ; day = this.openFrom(plusDays(day, 1))) {
      const offered = weekdayOf(day) === 6 ? saturdayTimes : times
      for (const at of offered.keys()) {
        const startAt = momentAt(day, offered[(at + wish.preferred) % offered.length]!)
        const booked = this.#tried(caseFiles, wish, startAt, ofCases, signature)
        if (booked.ok) return this.put(booked.value)
      }
    }
  }

  /** Keeps a session, new or changed. */
  put(session: Session): Session {
    const before = this.#sessions.get(session.id)
    if (before) this.#days.get(dayOf(before.startAt))?.delete(session.id)
    this.#sessions.set(session.id, session)
    const day = dayOf(session.startAt)
    this.#days.set(day, (this.#days.get(day) ?? new Set()).add(session.id))
    return session
  }

  /** What the rules want to know of the diary around a time. */
  around(at: Moment, now: Moment): Omit<BookingFacts, 'id' | 'ofCases'> {
    return { sessions: this.#on(dayOf(at)), people: names, rooms, openingHours: settings.openingHours, now }
  }

  #on(day: Day): Session[] {
    return [...(this.#days.get(day) ?? [])].map((id) => this.#sessions.get(id)!)
  }

  #tried(
    caseFiles: CaseFile[],
    wish: Wish,
    startAt: Moment,
    ofCases: Session[],
    signature: Signature,
  ): Result<Session> {
    const { kind, mode, minutes, guardian } = wish
    const day = dayOf(startAt)
    const here = this.#on(day)
    const room = rooms.find(({ id }) => !here.some((other) => other.roomId === id && overlap(other, startAt, minutes)))
    if (mode === 'in-person' && !room) return refused({ reason: 'room-needed' })
    const booking: Booking = {
      kind,
      mode,
      startAt,
      minutes,
      past: false,
      with: [],
      ...(guardian !== undefined && { guardian }),
      ...(mode === 'in-person' && { roomId: room?.id }),
    }
    const next = (this.#given.get(day) ?? 0) + 1
    const facts = {
      ...this.around(startAt, signature.at),
      id: `${day}-${String(next).padStart(2, '0')}`,
      ofCases,
    }
    const booked = book(caseFiles, booking, facts, signature)
    if (booked.ok) this.#given.set(day, next)
    return booked
  }
}

const overlap = (other: Session, startAt: Moment, minutes: number): boolean =>
  other.startAt < plusMinutes(startAt, minutes) && startAt < plusMinutes(other.startAt, other.minutes)
