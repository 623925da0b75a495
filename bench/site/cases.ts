import { createHash } from 'node:crypto'
import { Chance } from '../../scripts/demo/chance.ts'
import type { Course } from '../../scripts/demo/course.ts'
import { Diary } from '../../scripts/demo/diary.ts'
import { liveCourses } from '../../scripts/demo/live.ts'
import { pastCourses } from '../../scripts/demo/past.ts'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import { type Day, dayOf, daysBetween, type Moment, plusDays } from '../../src/time/days.ts'
import { counsellors, nameOf, rooms, schoolIds, schoolsOfKind } from './staff.ts'

/** A case with its own sessions, each named once: who shares a session has it with whoever came first. */
export interface Whole {
  /** nothing of it, nor of any that comes later, lies before this day */
  from: Day
  file: CaseFile
  sessions: Session[]
}

/** A course of the demonstration as text, and the cases that it must not be parted from. */
interface Template {
  referredOn: Day
  texts: { number: string; file: string }[]
  sessions: Session[]
}

/** At most so many cases are open, however many there are; the others were referred in the ten years before. */
export const mostOpen = 500
/** days */
const [tenYears, lastClosed] = [3650, 360]

/**
 * `count` cases, the earliest referral first, the same for one seed and one `now`. Each follows the programme's own
 * rules, as the demonstration makes it; then its days, names, people and rooms are put in place of those. Past
 * sessions of one counsellor may overlap: twenty could not have held as many as 100,000 youths need.
 */
export function* wholeCases(count: number, seed: number, now: Moment): Generator<Whole> {
  const chance = new Chance(seed)
  const today = dayOf(now)
  const open = liveTemplates(Math.min(count, mostOpen), seed, now)
  const past = count > mostOpen ? pastTemplates(seed) : []
  const plans = [
    ...open.map((template) => ({ template, days: 0 })),
    ...Array.from({ length: count - sizeOf(open) }, () => {
      const template = chance.one(past)
      const wanted = plusDays(today, -chance.whole(lastClosed, tenYears))
      // whole weeks, so that nobody was met on a Sunday
      return { template, days: 7 * Math.round(daysBetween(template.referredOn, wanted) / 7) }
    }),
  ].map((plan) => ({ ...plan, on: plusDays(plan.template.referredOn, plan.days) }))
  plans.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const made = new Renaming(chance)
  for (const { template, days, on } of plans) yield* made.of(template, days, on)
}

const sizeOf = (templates: Template[]): number => templates.reduce((sum, { texts }) => sum + texts.length, 0)

/** The weeks up to now, again and again, each time by another chance and some days earlier. */
function liveTemplates(count: number, seed: number, now: Moment): Template[] {
  const found: Template[] = []
  for (let nth = 0; sizeOf(found) < count; nth++) {
    const diary = new Diary()
    const then = `${plusDays(dayOf(now), -(nth % 6))}T09:00:00.000Z`
    const courses = liveCourses(new Chance(seed * 1000 + nth), diary, then < now ? then : now)
    found.push({ ...asTemplate(courses.slice(0, count - sizeOf(found)), diary.sessions) })
  }
  return found
}

function pastTemplates(seed: number): Template[] {
  return [1, 2, 3].flatMap((nth) =>
    pastCourses(new Chance(seed * 1000 + nth), new Diary()).map((one) => asTemplate([one], one.sessions)),
  )
}

function asTemplate(courses: Course[], all: Session[]): Template {
  const numbers = new Set(courses.map(({ file }) => file.number))
  const texts = courses.map(({ file }) => ({ number: file.number, file: JSON.stringify(file) }))
  const days = courses.map(({ file }) => file.referral.on).sort()
  const among = ({ attendees }: Session) => attendees.every(({ caseNumber }) => numbers.has(caseNumber))
  return { referredOn: days[0] ?? '', texts, sessions: all.filter(among) }
}

const aDay = /\b(\d{4}-\d\d-\d\d)(-\d\d(?!\d))?/g
const formerly = ['han', 'bora', 'do', 'min', 'song']

/** Gives what a template holds other days, numbers, names, people, schools, rooms and links. */
class Renaming {
  readonly #chance: Chance
  /** the last number given, of cases by year and of sessions by day */
  readonly #given = new Map<string, number>()
  readonly #shifted = new Map<string, Day>()

  constructor(chance: Chance) {
    this.#chance = chance
  }

  *of({ texts, sessions }: Template, days: number, on: Day): Generator<Whole> {
    const chance = this.#chance
    const first = chance.whole(0, counsellors.length - 1)
    const values = new Map(formerly.map((id, at) => [id, counsellors[(first + at) % counsellors.length] ?? id]))
    for (const { number } of texts) values.set(number, this.#next(on.slice(0, 4), 4))
    for (const id of schoolIds) values.set(id, `${id}-${chance.whole(1, schoolsOfKind)}`)
    for (const at of [1, 2, 3]) values.set(`room-${at}`, chance.one(rooms).id)
    const ids = new Map(sessions.map(({ id }) => [id, this.#next(this.#day(id.slice(0, 10), days), 2)]))
    const put = (text: string) =>
      text
        .replace(aDay, (found, day: string) => ids.get(found) ?? this.#day(day, days) + found.slice(10))
        .replace(/"([\w-]{2,9})"/g, (found, value: string) => (values.has(value) ? `"${values.get(value)}"` : found))
        .replace(/"linkHash":"([^"]+)"/g, (_, hash: string) => `"linkHash":"${another(hash, [...values.values()])}"`)
    const held: Session[] = JSON.parse(put(JSON.stringify(sessions)))
    const known = new Set<string>()
    for (const { file: text } of texts) {
      const file: CaseFile = JSON.parse(put(text))
      file.youth.name = nameOf(chance)
      const own = held.filter(
        ({ id, attendees }) => !known.has(id) && attendees.some((a) => a.caseNumber === file.number),
      )
      for (const { id } of own) known.add(id)
      yield { from: on, file, sessions: own }
    }
  }

  #next(of: string, width: number): string {
    const next = (this.#given.get(of) ?? 0) + 1
    this.#given.set(of, next)
    return `${of}-${String(next).padStart(width, '0')}`
  }

  #day(day: Day, by: number): Day {
    const key = `${day} ${by}`
    const known = this.#shifted.get(key) ?? plusDays(day, by)
    this.#shifted.set(key, known)
    return known
  }
}

const another = (hash: string, values: string[]): string =>
  createHash('sha256').update(`${hash} ${values.join()}`).digest('base64url')
