import { Hono } from 'hono'
import { type SeriesShown, seriesPage } from '../../views/sessions/series.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { bookableBy, offeredTo } from '../web/offered.ts'
import { only } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import { seriesIn } from '../web/series.ts'
import type { Ask, Site } from '../web/site.ts'
import { mayNotMeet } from './book.ts'
import { reachOfWish } from './series.ts'
import { type Course, courseOf, daysOver } from './series-course.ts'
import { againstWish, bookAll, readRows, type SeriesRow, withoutRow } from './series-rows.ts'
import { fieldsOfWish, readWish, remainingOf, usualWish, type Wish } from './series-wish.ts'

/** A course of sessions: what is wanted, the dates that are offered for it, and booking them all at once. */
export const seriesRoutes = new Hono<Site>()

seriesRoutes.get('/plan', only('book a session'), async (c) => {
  const asked = new URL(c.req.url).searchParams
  return asked.has('count') ? showSeries(c, asked) : showUsual(c)
})

/** The dates as they were changed, with what is in the way of each. Changes nothing. */
seriesRoutes.post('/series/preview', only('book a session'), async (c) => {
  const fields = await fieldsOf(c)
  const without = fields.get('without')
  return showSeries(c, without ? withoutRow(fields, Number(without)) : fields)
})

seriesRoutes.post('/series', only('book a session'), async (c) => {
  const fields = await fieldsOf(c)
  const offered = await offeredTo(c, c.var.caseFile)
  const wish = readWish(fields, offered)
  const { rows, refusals } = readRows(fields, offered.rooms)
  const read = wish.ok && refusals.length > 0 ? refused(...refusals) : wish
  if (wish.ok) c.set('several', wish.value.with)
  const booked = read.ok ? await keepAll(c, read.value, rows) : read
  if (!booked.ok) return showSeries(c, fields, booked.refusals)
  return onTo(c, `/cases/${c.var.caseFile.number}/sessions`, 'series-booked')
})

/** Books them inside one change: all, or none while a single one is in the way. */
const keepAll = (c: Ask, wish: Wish, rows: SeriesRow[]): Promise<Result<undefined>> =>
  c.var.store.change(async (view) => {
    const today = dayOf(c.var.here.now)
    const known = await seriesIn(c, view, wish, daysOver(rows, { from: today, to: today }, today))
    if (!known) return refused({ reason: 'changed-meanwhile' })
    const booked = bookAll(known.caseFiles, wish, rows, known.facts, signatureOf(c))
    if (!booked.ok) return booked
    for (const session of booked.value)
      view.saveSession({ ...session, id: await view.nextSessionId(dayOf(session.startAt)) })
    return done(undefined)
  })

/** The rest of the plan, as it is most likely wanted. */
async function showUsual(c: Ask): Promise<Response> {
  const { store, caseFile, here } = c.var
  const sessions = await store.sessionsOf(caseFile.number)
  const { counsellorId = '', ...wish } = usualWish(caseFile, sessions, (await store.settings())?.sessions, here.now)
  // the counsellor of the case may have left: somebody else is to be chosen then
  const { counsellors } = await offeredTo(c, caseFile)
  const usual = fieldsOfWish({ ...wish, ...(counsellors.includes(counsellorId) && { counsellorId }) })
  if (!caseFile.plan || remainingOf(caseFile, sessions) > 0) return showSeries(c, usual)
  return show(c, seriesPage(here, { ...(await frameOf(c)), nothingLeft: true }, usual, []))
}

/** The page for a form as it stands; `refusals` when it was to be booked and was not. */
async function showSeries(c: Ask, typed: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const frame = await frameOf(c)
  const planned = frame.shut.length === 0 ? await planIn(c, typed) : done(undefined)
  if (!planned.ok) return show(c, seriesPage(c.var.here, frame, typed, planned.refusals), planned.refusals)
  const course = planned.value
  const said = refusals.length > 0 ? refusals : (course?.unread ?? [])
  return show(c, seriesPage(c.var.here, { ...frame, course }, typed, said), said)
}

/** Plans the course that a form asks for; refused when nothing can be made of it, or it cannot be on any day. */
async function planIn(c: Ask, typed: URLSearchParams): Promise<Result<Course>> {
  const offered = await offeredTo(c, c.var.caseFile)
  const wish = readWish(typed, offered)
  if (!wish.ok) return wish
  const { rows } = readRows(typed, offered.rooms)
  const today = dayOf(c.var.here.now)
  const known = await seriesIn(c, c.var.store, wish.value, daysOver(rows, reachOfWish(wish.value, today), today))
  if (!known) return refused({ reason: 'changed-meanwhile' })
  const against = againstWish(known.caseFiles, wish.value, known.facts, signatureOf(c))
  if (against.length > 0) return refused(...against)
  return done(courseOf(known.caseFiles, wish.value, known.facts, typed, signatureOf(c)))
}

/** What the page shows whatever is wished: the case, and what may be chosen. */
async function frameOf(c: Ask): Promise<SeriesShown> {
  const { store, caseFile, here } = c.var
  const { counsellors, others } = await offeredTo(c, caseFile)
  const people = await namesIn(store)
  const invited = (await bookableBy(c)).filter(({ number }) => others.includes(number))
  return {
    ...{ caseFile, people, shut: mayNotMeet(caseFile) },
    school: (await store.schools()).find(({ id }) => id === caseFile.school.schoolId),
    rooms: await store.rooms(),
    counsellors: here.may('see every calendar') ? counsellors.map((id) => [id, people.get(id) ?? id]) : [],
    others: invited.map(({ number, name }) => [number, `${number} ${name}`]),
  }
}
