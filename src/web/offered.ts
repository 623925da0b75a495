import type { CaseFile } from '../casefile/casefile.ts'
import { counsellorOf } from '../casefile/questions.ts'
import type { Row, Stage } from '../casefile/row.ts'
import { may } from '../people/may.ts'
import { toCatchUp } from '../sessions/book.ts'
import type { Offered } from '../sessions/booking-form.ts'
import { dayOf } from '../time/days.ts'
import { counsellorsIn } from './people.ts'
import type { Ask } from './site.ts'

/** Stages of a case whose consents are there and that is not closed. */
const bookable: Stage[] = ['intake', 'sessions', 'exit']

/** What the asker may choose in a booking for a case; only who sees every calendar may name another counsellor. */
export async function offeredTo(c: Ask, caseFile: CaseFile): Promise<Required<Offered>> {
  const { store, here } = c.var
  const { number, guardians } = caseFile
  const all = (await counsellorsIn(store)).map(({ id }) => id)
  const own = counsellorOf(caseFile)
  return {
    counsellors: here.may('see every calendar') ? all : all.filter((id) => id === own),
    rooms: (await store.rooms()).map(({ id }) => id),
    others: (await bookableBy(c)).flatMap((row) => (row.number === number ? [] : [row.number])),
    guardians: guardians.length,
    missed: toCatchUp(await store.sessionsOf(number), number).map(({ id }) => id),
    despite: here.may('let youths meet'),
  }
}

/** Cases for which the asker may book: whoever sees every case, all of them; else one's own and those one stands in for. */
export async function bookableBy(c: Ask): Promise<Row[]> {
  const { store, person, here } = c.var
  const filter = { reader: person.id, stages: bookable }
  if (may(person, 'see every case')) return (await store.rows(filter)).rows
  const own = await store.rows({ ...filter, counsellorId: person.id })
  const covered = await store.rows({ ...filter, coveredBy: { by: person.id, on: dayOf(here.now) } })
  const numbers = own.rows.map(({ number }) => number)
  return [...own.rows, ...covered.rows.filter(({ number }) => !numbers.includes(number))]
}
