import type { Session } from '../casefile/session.ts'
import type { Day } from '../time/days.ts'
import type { Sessions } from './diary.ts'
import type { Was } from './touched.ts'

/** What one change books, moves and takes out, laid over the diary. */
export class DiaryOver implements Sessions {
  readonly #under: Sessions
  readonly #own = new Map<string, Session | undefined>()

  constructor(under: Sessions) {
    this.#under = under
  }

  get(id: string): Session | undefined {
    return this.#own.has(id) ? this.#own.get(id) : this.#under.get(id)
  }

  bookedFor = (day: Day): Session[] => this.#with(this.#under.bookedFor(day), ({ id }) => id.startsWith(day))
  starting = (first: Day, last: Day): Session[] =>
    this.#with(this.#under.starting(first, last), ({ startAt }) => {
      const day = startAt.slice(0, 10)
      return day >= first && day <= last
    })
  of = (caseNumber: string): Session[] =>
    this.#with(this.#under.of(caseNumber), ({ attendees }) => attendees.some((one) => one.caseNumber === caseNumber))

  put(session: Session): void {
    this.#own.set(session.id, session)
  }

  remove(id: string): void {
    this.#own.set(id, undefined)
  }

  changed(): Was<Session>[] {
    return [...this.#own].map(([id, after]) => ({ before: this.#under.get(id), after }))
  }

  /** Each in the place that it had; what is new at the end. */
  #with(sessions: Session[], fits: (session: Session) => boolean): Session[] {
    if (this.#own.size === 0) return sessions
    const before = new Set(sessions.map(({ id }) => id))
    const now = sessions.map((one) => (this.#own.has(one.id) ? this.#own.get(one.id) : one))
    const added = [...this.#own.values()].filter((one) => one !== undefined && !before.has(one.id))
    return [...now, ...added].filter((one) => one !== undefined).filter(fits)
  }
}
