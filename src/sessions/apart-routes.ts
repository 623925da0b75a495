import { Hono } from 'hono'
import { type ApartShown, apartPage } from '../../views/sessions/apart.ts'
import { belongingOfRow, decisionOf, type Row } from '../casefile/row.ts'
import { may } from '../people/may.ts'
import type { Refusal } from '../result.ts'
import { diaryAround } from '../web/diary.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import { hiddenFrom, namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { keptApartOf, tooNear } from './apart.ts'
import { keepApart, letMeet, readEnding, readKeeping } from './keep-apart.ts'
import { againstChanging } from './move.ts'
import { casesOf } from './slot.ts'

/** Whom the youth of a case must not meet at the centre. */
export const apartRoutes = new Hono<Site>()

apartRoutes.get('/', only('keep youths apart'), (c) => showApart(c))

apartRoutes.post('/', only('keep youths apart'), async (c) => {
  const fields = await fieldsOf(c)
  const keeping = readKeeping(
    fields,
    (await c.var.store.schools()).map(({ id }) => id),
  )
  const kept = keeping.ok
    ? await changeCase(c, 'keep youths apart', async (file, by, view) => {
        const { rows } = await view.rows({ reader: c.var.person.id, numbers: [keeping.value.caseNumber ?? ''] })
        return keepApart(file, keeping.value, (number) => rows.some((row) => row.number === number), by)
      })
    : keeping
  return kept.ok ? onTo(c, pathOf(c), 'kept-apart') : showApart(c, fields, kept.refusals)
})

apartRoutes.post('/ending', only('let youths meet'), async (c) => {
  const fields = await fieldsOf(c)
  const { cases, schools } = keptApartOf(c.var.caseFile)
  const hidden = await hiddenFrom(c.var.store, c.var.person.id)
  const ending = readEnding(fields, { cases: cases.filter((number) => !hidden.has(number)), schools })
  const ended = ending.ok
    ? await changeCase(c, 'let youths meet', (file, by) => letMeet(file, ending.value, by))
    : ending
  return ended.ok ? onTo(c, pathOf(c), 'let-meet') : showApart(c, fields, ended.refusals)
})

const pathOf = (c: Ask) => `/cases/${c.var.caseFile.number}/apart`

async function showApart(c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> {
  const { store, here, person, caseFile } = c.var
  const { number, school } = caseFile
  const kept = keptApartOf(caseFile)
  const ended = (caseFile.apart ?? []).flatMap(({ from }) => ('caseNumber' in from ? [from.caseNumber] : []))
  const reader = person.id
  const decision = decisionOf(caseFile)
  const isOpen = (row: Row) => may(person, 'see a case', belongingOfRow(row, here.now))
  const alike = decision ? (await store.rows({ reader, decision })).rows.filter(isOpen) : []
  const { rows } = await store.rows({ reader, numbers: [...kept.cases, ...ended] })
  const { rows: naming } = await store.rows({ reader, apartFrom: { number, schoolId: school.schoolId } })
  const shown: ApartShown = {
    hidden: await hiddenFrom(store, reader),
    ...{ caseFile, kept, naming, schools: await store.schools(), people: await namesIn(store) },
    names: new Map([...rows, ...naming, ...alike].filter(isOpen).map((row) => [row.number, row.name])),
    alike: alike.filter((row) => ![number, ...kept.cases, ...naming.map((one) => one.number)].includes(row.number)),
    near: await nearOnes(c),
  }
  return show(c, apartPage(here, shown, typed, refusals), refusals)
}

/** Sessions still to come that were booked before it was noted, and lie too near one of somebody not to be met. */
async function nearOnes(c: Ask): Promise<ApartShown['near']> {
  const { store, caseFile, here } = c.var
  const coming = (await store.sessionsOf(caseFile.number)).filter(
    (one) => one.startAt > here.now && againstChanging(one).length === 0 && !one.despite,
  )
  const near = coming.map(async (session) => {
    const slot = { ...session, caseNumbers: casesOf(session) }
    const diary = await diaryAround(c, store, slot)
    const others = diary.sessions.filter((other) => other.id !== session.id && againstChanging(other).length === 0)
    return { session, refusals: tooNear(slot, others, diary) }
  })
  return (await Promise.all(near)).filter(({ refusals }) => refusals.length > 0)
}
