import { Hono } from 'hono'
import { type BookingShown, bookingPage, bookingPreview } from '../../views/sessions/booking.ts'
import { caseSessionsPage } from '../../views/sessions/list.ts'
import { belongingOf, counsellorOf } from '../casefile/questions.ts'
import { againstGiving } from '../casefile/restrict.ts'
import { inDiary } from '../casefile/session.ts'
import { may } from '../people/may.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { dayOf, momentAt, plusDays, timeOf } from '../time/days.ts'
import { diaryAround } from '../web/diary.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { counsellorsIn, hiddenFrom, namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { book, mayNotMeet, slotFor } from './book.ts'
import { type Booking, readBooking } from './booking-form.ts'
import { objectionsTo } from './clash.ts'

/** The sessions of one case: the list, and booking one. */
export const caseSessionRoutes = new Hono<Site>()

caseSessionRoutes.get('/', only('see a session'), async (c) => {
  const { store, caseFile, here } = c.var
  const sessions = await store.sessionsOf(caseFile.number)
  return show(c, caseSessionsPage(here, caseFile, sessions, await namesIn(store), await store.rooms()))
})

caseSessionRoutes.get('/new', only('book a session'), async (c) => showForm(c, await usual(c), []))

caseSessionRoutes.post('/', only('book a session'), async (c) => {
  const fields = await fieldsOf(c)
  const booking = readBooking(fields, await offeredTo(c))
  const booked = booking.ok ? await keep(c, booking.value) : booking
  if (!booked.ok) return showForm(c, fields, booked.refusals)
  return onTo(c, `/cases/${c.var.caseFile.number}/sessions`, 'session-booked')
})

/** What would come of the form as it stands. Changes nothing. */
caseSessionRoutes.post('/preview', only('book a session'), async (c) => {
  const { store, caseFile, here } = c.var
  const booking = readBooking(await fieldsOf(c), await offeredTo(c))
  if (!booking.ok)
    return show(
      c,
      bookingPreview(
        here,
        booking.refusals.filter(({ reason }) => reason !== 'missing'),
      ),
    )
  const slot = slotFor([caseFile], booking.value)
  const refusals = [
    ...againstGiving(caseFile, slot.counsellorId, 'counsellorId'),
    ...objectionsTo(slot, await diaryAround(c, store, slot), { took: booking.value.past }),
  ]
  const on = dayOf(slot.startAt)
  const ofDay = await store.diary(momentAt(on, '00:00'), momentAt(plusDays(on, 1), '00:00'))
  const beside = ofDay.filter(({ counsellorId, cancelled }) => counsellorId === slot.counsellorId && !cancelled)
  return show(c, bookingPreview(here, refusals, inDiary(beside, await hiddenFrom(store, c.var.person.id))))
})

/** Books inside one change, so that of two who want the same hour one is refused. */
function keep(c: Ask, booking: Booking): Promise<Result<string>> {
  return c.var.store.change(async (view) => {
    const caseFile = await view.caseFile(c.var.caseFile.number)
    if (!caseFile || !may(c.var.person, 'book a session', belongingOf(caseFile, c.var.here.now)))
      return refused({ reason: 'changed-meanwhile' })
    const diary = await diaryAround(c, view, slotFor([caseFile], booking))
    const ofCases = await view.sessionsOf(caseFile.number)
    const id = await view.nextSessionId(dayOf(booking.startAt))
    const booked = book([caseFile], booking, { ...diary, id, ofCases }, signatureOf(c))
    if (!booked.ok) return booked
    view.saveSession(booked.value)
    return done(booked.value.id)
  })
}

/** Counsellors and rooms that the asker may choose; only who sees every calendar may name another counsellor. */
async function offeredTo(c: Ask): Promise<{ counsellors: string[]; rooms: string[] }> {
  const { store, here, caseFile } = c.var
  const all = (await counsellorsIn(store)).map(({ id }) => id)
  const own = counsellorOf(caseFile)
  const counsellors = here.may('see every calendar') ? all : all.filter((id) => id === own)
  return { counsellors, rooms: (await store.rooms()).map(({ id }) => id) }
}

/** The form as it is most likely wanted: like the plan says, a week after the last session, in the same room. */
async function usual(c: Ask): Promise<URLSearchParams> {
  const { store, caseFile, here } = c.var
  const { plan, number } = caseFile
  const last = (await store.sessionsOf(number)).findLast(({ cancelled }) => !cancelled)
  const next = last && plusDays(dayOf(last.startAt), 7)
  const today = dayOf(here.now)
  const minutes = plan?.minutes ?? (await store.settings())?.sessions.minutes ?? 50
  return new URLSearchParams({
    sessionOn: next && next >= today ? next : plan && plan.startOn > today ? plan.startOn : today,
    startTime: last ? timeOf(last.startAt) : '',
    minutes: String(minutes),
    kind: plan?.kind ?? 'individual',
    mode: plan?.mode ?? 'in-person',
    roomId: last?.roomId ?? '',
    counsellorId: counsellorOf(caseFile) ?? '',
  })
}

async function showForm(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { store, caseFile, here } = c.var
  const { counsellors } = await offeredTo(c)
  const people = await namesIn(store)
  const shown: BookingShown = {
    caseFile,
    shut: mayNotMeet(caseFile),
    counsellors: here.may('see every calendar') ? counsellors.map((id) => [id, people.get(id) ?? id]) : [],
    rooms: (await store.rooms()).map(({ id, name }) => [id, name]),
  }
  return show(c, bookingPage(here, shown, typed, refusals), refusals)
}
