import { belongingOfRow } from '../casefile/row.ts'
import type { Session } from '../casefile/session.ts'
import { may, mightEver } from '../people/may.ts'
import type { KeptApart } from '../sessions/apart.ts'
import { aroundSlot, type Diary } from '../sessions/clash.ts'
import { casesOf, type Slot } from '../sessions/slot.ts'
import type { Reader } from '../store/store.ts'
import type { Moment } from '../time/days.ts'
import { hiddenFrom, namesIn } from './people.ts'
import type { Ask } from './site.ts'

/** What the rules are told of the diary around a slot. */
export const diaryAround = (
  c: Ask,
  from: Reader,
  slot: Pick<Slot, 'startAt' | 'minutes'> & { caseNumbers?: string[] },
): Promise<Diary> => diaryBetween(c, from, aroundSlot(slot), slot.caseNumbers)

/** The same around each of several sessions. */
export function diaryOver(c: Ask, from: Reader, sessions: Pick<Slot, 'startAt' | 'minutes'>[]): Promise<Diary> {
  const spans = sessions.map(aroundSlot)
  const start = spans.map(([begin]) => begin).sort()[0] ?? c.var.here.now
  const end =
    spans
      .map(([, stop]) => stop)
      .sort()
      .at(-1) ?? start
  return diaryBetween(c, from, [start, end])
}

/** The same for everything that may begin between two moments; `numbers` are the cases for which time is sought. */
export async function diaryBetween(
  c: Ask,
  from: Reader,
  [start, end]: [from: Moment, to: Moment],
  numbers: string[] = [],
): Promise<Diary> {
  const sessions = await from.diary(start, end)
  const people = await from.people()
  const settings = await from.settings()
  const { rows } = await from.rows({ numbers: [...numbers, ...sessions.flatMap(casesOf)] })
  return {
    ...{ sessions, now: c.var.here.now, rooms: await from.rooms(), people: await namesIn(from) },
    ...{ openingHours: settings?.openingHours ?? {}, shut: settings?.shut },
    gone: new Set(people.filter((one) => !mightEver(one, 'write a note')).map(({ id }) => id)),
    hours: new Map(people.flatMap(({ id, hours }) => (hours ? [[id, hours] as const] : []))),
    absences: (await from.entries('absences')).filter(({ ended }) => !ended),
    hidden: await hiddenFrom(from, c.var.person.id),
    foreign: await foreignIn(c, from, sessions),
    apart: new Map(rows.flatMap(({ number, apart }): [string, KeptApart][] => (apart ? [[number, apart]] : []))),
  }
}

/** Numbers of cases in these sessions that are a colleague's, and that the asker does not meet in one of their own. */
export async function foreignIn(c: Ask, from: Reader, sessions: Session[]): Promise<Set<string>> {
  const { person, here } = c.var
  const met = new Set(sessions.filter(({ counsellorId }) => counsellorId === person.id).flatMap(casesOf))
  const { rows } = await from.rows({ numbers: sessions.flatMap(casesOf) })
  const foreign = rows.filter(
    (row) => !met.has(row.number) && !may(person, 'see a case', belongingOfRow(row, here.now)),
  )
  return new Set(foreign.map(({ number }) => number))
}
