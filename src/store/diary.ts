// Over 150 lines because the diary and what is laid over it answer the same questions side by side.
import type { Session } from '../casefile/session.ts'
import type { Day } from '../time/days.ts'
import { endOf, type Pack, packed, unpacked, unpackedOne } from './diary-pack.ts'
import { dayIn } from './paths.ts'
import type { Was } from './touched.ts'

/** What is asked of sessions, and done with them. What it gives nobody may change. */
export interface Sessions {
  get(id: string): Session | undefined
  /** in the order in which they were booked */
  bookedFor(day: Day): Session[]
  /** those that start between two UTC days, both counted in, in no order */
  starting(first: Day, last: Day): Session[]
  of(caseNumber: string): Session[]
  put(session: Session): void
  remove(id: string): void
  /** what differs from the diary that it is laid over */
  changed(): Was<Session>[]
}

/** So many sessions are kept as they are; days that nobody asked for longest are packed. */
const mostOpen = 4000

/**
 * The sessions of the house: of a day, of a case, by their ids. Those of days that are asked for lie open, the rest
 * packed: a house of ten years has a hundred times more of them than anybody looks at.
 */
export class Diary implements Sessions {
  /** days that lie open, the one that was asked for last at the end */
  readonly #open = new Map<Day, Session[]>()
  #openSessions = 0
  #most = mostOpen
  readonly #packed = new Map<Day, Pack[]>()
  /** for which days those were first booked that start on a UTC day: the same day but for a few that were moved */
  readonly #starting = new Map<Day, Map<Day, number>>()
  /** by case number, as numbers: see `markOf` */
  readonly #attending = new Map<string, number[]>()

  get(id: string): Session | undefined {
    const day = id.slice(0, 10)
    const open = this.#open.get(day)
    if (open) return open.find((one) => one.id === id)
    if (this.#most > mostOpen) return this.bookedFor(day).find((one) => one.id === id)
    return unpackedOne(this.#packed.get(day) ?? [], endOf(id))
  }

  bookedFor(day: Day): Session[] {
    const open = this.#open.get(day)
    if (open) {
      this.#open.delete(day)
      this.#open.set(day, open)
      return open
    }
    const packs = this.#packed.get(day)
    return packs ? this.#opened(day, unpacked(packs)) : []
  }

  starting(first: Day, last: Day): Session[] {
    return this.#daysBetween(first, last).flatMap((day) => {
      const booked = [...(this.#starting.get(day)?.keys() ?? [])]
      return booked.flatMap((on) => this.bookedFor(on).filter(({ startAt }) => startAt.startsWith(day)))
    })
  }

  of(caseNumber: string): Session[] {
    return (this.#attending.get(caseNumber) ?? []).flatMap((mark) => this.get(idOf(mark)) ?? [])
  }

  /** Which sessions a youth attends, or was to attend: the same text for the same sessions. */
  whichOf(caseNumber: string): string {
    return [...(this.#attending.get(caseNumber) ?? [])].sort((a, b) => a - b).join()
  }

  put(session: Session): void {
    const day = dayIn(session.id)
    const sessions = this.bookedFor(day)
    const at = sessions.findIndex(({ id }) => id === session.id)
    const old = sessions[at]
    if (old) this.#leave(old)
    const now = old ? sessions.with(at, session) : [...sessions, session]
    this.#openSessions += now.length - (this.#open.get(day)?.length ?? 0)
    this.#open.set(day, now)
    this.#packed.delete(day)
    this.#enter(session)
    this.#close()
  }

  remove(id: string): void {
    const old = this.get(id)
    if (!old) return
    const day = dayIn(id)
    this.#leave(old)
    const left = this.bookedFor(day).filter((one) => one.id !== id)
    this.#packed.delete(day)
    this.#openSessions -= 1
    if (left.length > 0) this.#open.set(day, left)
    else this.#open.delete(day)
  }

  /** While everything is read for the first time, ten times as many lie open: what is asked for lies near by. */
  async readWhole(read: () => Promise<void>): Promise<void> {
    this.#most = 10 * mostOpen
    await read()
    this.#most = mostOpen
    this.#close()
  }

  /** A day as it is kept for the next start. */
  packedDay(day: Day): PackedDay {
    const sessions =
      this.#packed.has(day) && !this.#open.has(day) ? unpacked(this.#packed.get(day)!) : this.#open.get(day)
    const briefs = (sessions ?? []).map(({ id, startAt, attendees }): PackedDay['briefs'][number] => [
      ...([endOf(id), startAt.slice(0, 10)] as const),
      attendees.map(({ caseNumber }) => caseNumber),
    ])
    return { packs: this.#packed.get(day) ?? packed(sessions ?? []), briefs }
  }

  /** Takes a day that was packed before; it is not there yet. */
  putPacked(day: Day, { packs, briefs }: PackedDay): void {
    this.#packed.set(day, packs)
    for (const [end, startAt, cases] of briefs)
      this.#enter({ id: `${day}-${end}`, startAt, attendees: cases.map((caseNumber) => ({ caseNumber })) })
  }

  changed(): Was<Session>[] {
    return []
  }

  /** The days for which any were first booked. */
  bookedDays(): Iterable<Day> {
    return new Set([...this.#packed.keys(), ...this.#open.keys()])
  }

  /** The days of a week are counted through; of a century, those on which any session starts are looked through. */
  #daysBetween(first: Day, last: Day): Day[] {
    const [from, to] = [Date.parse(first), Date.parse(last)]
    const span = (to - from) / dayMs
    if (!(span < this.#starting.size)) return [...this.#starting.keys()].filter((day) => day >= first && day <= last)
    return Array.from({ length: Math.max(0, span + 1) }, (_, n) => dayAt(from + n * dayMs))
  }

  #opened(day: Day, sessions: Session[]): Session[] {
    this.#open.set(day, sessions)
    this.#openSessions += sessions.length
    this.#close()
    return sessions
  }

  /** Packs the days that were not asked for longest. */
  #close(): void {
    for (const [day, sessions] of this.#open) {
      if (this.#openSessions <= this.#most || this.#open.size === 1) return
      this.#open.delete(day)
      this.#openSessions -= sessions.length
      if (!this.#packed.has(day)) this.#packed.set(day, packed(sessions))
    }
  }

  #enter({ id, startAt, attendees }: Brief): void {
    const [on, day, mark] = [startAt.slice(0, 10), dayIn(id), markOf(id)]
    const from = this.#starting.get(on) ?? new Map<Day, number>()
    this.#starting.set(on, from.set(day, (from.get(day) ?? 0) + 1))
    for (const { caseNumber } of attendees) {
      const marks = this.#attending.get(caseNumber)
      if (!marks) this.#attending.set(caseNumber, [mark])
      else if (!marks.includes(mark)) marks.push(mark)
    }
  }

  #leave({ id, startAt, attendees }: Brief): void {
    const [on, day, mark] = [startAt.slice(0, 10), dayIn(id), markOf(id)]
    const from = this.#starting.get(on)
    const count = (from?.get(day) ?? 1) - 1
    if (count > 0) from?.set(day, count)
    else from?.delete(day)
    if (from?.size === 0) this.#starting.delete(on)
    for (const { caseNumber } of attendees) {
      const left = (this.#attending.get(caseNumber) ?? []).filter((one) => one !== mark)
      if (left.length > 0) this.#attending.set(caseNumber, left)
      else this.#attending.delete(caseNumber)
    }
  }
}

/** What is known of a session without unpacking it. */
interface Brief {
  id: string
  startAt: string
  attendees: readonly { caseNumber: string }[]
}

/** A day packed, and what must be known of its sessions without unpacking them. */
export interface PackedDay {
  packs: Pack[]
  briefs: (readonly [end: string, startOn: Day, cases: string[]])[]
}

/* An id as one number, with how many digits its end has: hundreds of thousands of them are kept. */
const perDay = 100_000
const dayMs = 24 * 60 * 60_000
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10)
const markOf = (id: string): number => {
  const end = endOf(id)
  return (Date.parse(id.slice(0, 10)) / dayMs) * perDay + Number(end) * 10 + end.length
}
function idOf(mark: number): string {
  const day = dayAt(Math.floor(mark / perDay) * dayMs)
  const end = mark % perDay
  return `${day}-${String(Math.floor(end / 10)).padStart(end % 10, '0')}`
}
