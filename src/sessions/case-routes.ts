import { Hono } from 'hono'
import { type BookingShown, bookingPage, bookingPreview } from '../../views/sessions/booking.ts'
import { caseSessionsPage } from '../../views/sessions/list.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import { belongingOf, counsellorOf } from '../casefile/questions.ts'
import { againstGiving } from '../casefile/restrict.ts'
import { attendeeOf, inDiary } from '../casefile/session.ts'
import { may } from '../people/may.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { View } from '../store/store.ts'
import { dayOf, momentAt, plusDays, timeOf } from '../time/days.ts'
import { diaryAround, foreignIn } from '../web/diary.ts'
import { fieldsOf } from '../web/fields.ts'
import { bookableBy, offeredTo } from '../web/offered.ts'
import { only } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { hiddenFrom, namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { againstGone, book, mayNotMeet, slotFor } from './book.ts'
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
  const booking = readBooking(fields, await offeredTo(c, c.var.caseFile))
  if (booking.ok) c.set('several', booking.value.with)
  const booked = booking.ok ? await keep(c, booking.value) : booking
  if (!booked.ok) return showForm(c, fields, booked.refusals)
  const isPast = booking.ok && booking.value.startAt < c.var.here.now
  return onTo(c, `/cases/${c.var.caseFile.number}/sessions`, isPast ? 'session-recorded' : 'session-booked')
})

/** What would come of the form as it stands. Changes nothing. */
caseSessionRoutes.post('/preview', only('book a session'), async (c) => {
  const { store, caseFile, here } = c.var
  const booking = readBooking(await fieldsOf(c), await offeredTo(c, caseFile))
  if (!booking.ok)
    return show(
      c,
      bookingPreview(
        here,
        booking.refusals.filter(({ reason }) => reason !== 'missing'),
      ),
    )
  const others = await Promise.all(booking.value.with.map((number) => store.caseFile(number)))
  const slot = slotFor([caseFile, ...others.filter((one) => one !== undefined)], booking.value)
  const diary = await diaryAround(c, store, slot)
  const refusals = [
    ...againstGiving(caseFile, slot.counsellorId, 'counsellorId'),
    ...againstGone(slot, diary, booking.value.past),
    ...objectionsTo(slot, diary, { took: booking.value.past }),
  ]
  const on = dayOf(slot.startAt)
  const ofDay = await store.diary(momentAt(on, '00:00'), momentAt(plusDays(on, 1), '00:00'))
  const beside = ofDay.filter(({ counsellorId, cancelled }) => counsellorId === slot.counsellorId && !cancelled)
  const unknown = [...(await hiddenFrom(store, c.var.person.id)), ...(await foreignIn(c, store, beside))]
  return show(c, bookingPreview(here, refusals, inDiary(beside, new Set(unknown))))
})

/**
 * Books inside one change, so that of two who want the same hour one is refused. The right is looked at again for
 * every case that is to sit in the group.
 */
function keep(c: Ask, booking: Booking): Promise<Result<string>> {
  return c.var.store.change(async (view) => {
    const numbers = [c.var.caseFile.number, ...booking.with]
    const caseFiles = await Promise.all(numbers.map((number) => bookableIn(c, view, number)))
    const allowed = caseFiles.filter((file) => file !== undefined)
    if (allowed.length < numbers.length) return refused({ reason: 'changed-meanwhile' })
    const diary = await diaryAround(c, view, slotFor(allowed, booking))
    const ofCases = (await Promise.all(numbers.map((number) => view.sessionsOf(number)))).flat()
    const id = await view.nextSessionId(dayOf(booking.startAt))
    const booked = book(allowed, booking, { ...diary, id, ofCases }, signatureOf(c))
    if (!booked.ok) return booked
    view.saveSession(booked.value)
    return done(booked.value.id)
  })
}

async function bookableIn(c: Ask, view: View, number: string): Promise<CaseFile | undefined> {
  const caseFile = await view.caseFile(number)
  const allowed = caseFile && may(c.var.person, 'book a session', belongingOf(caseFile, c.var.here.now))
  return allowed ? caseFile : undefined
}

/**
 * The form as it is most likely wanted: like the plan says, a week after the last session, in the same room. The
 * address may say which missed session it makes up for, or that it took place already.
 */
async function usual(c: Ask): Promise<URLSearchParams> {
  const { store, caseFile, here } = c.var
  const { plan, number } = caseFile
  const sessions = await store.sessionsOf(number)
  const last = sessions.findLast(({ cancelled }) => !cancelled)
  const missed = sessions.find(({ id }) => id === c.req.query('catchesUp'))
  const next = last && plusDays(dayOf(last.startAt), 7)
  const today = dayOf(here.now)
  const minutes = missed?.minutes ?? plan?.minutes ?? (await store.settings())?.sessions.minutes ?? 50
  const past = c.req.query('past') === 'yes'
  return new URLSearchParams({
    sessionOn: past ? today : next && next >= today ? next : plan && plan.startOn > today ? plan.startOn : today,
    startTime: last && !past ? timeOf(last.startAt) : '',
    minutes: String(minutes),
    kind: missed?.kind ?? plan?.kind ?? 'individual',
    mode: missed?.mode ?? plan?.mode ?? 'in-person',
    roomId: last?.roomId ?? '',
    counsellorId: counsellorOf(caseFile) ?? '',
    ...(missed && { catchesUp: missed.id, guardian: String(attendeeOf(missed, number)?.guardian ?? '') }),
    ...(past && { past: 'yes' }),
  })
}

async function showForm(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { store, caseFile, here } = c.var
  const { counsellors, missed } = await offeredTo(c, caseFile)
  const people = await namesIn(store)
  const shown: BookingShown = {
    caseFile,
    shut: mayNotMeet(caseFile),
    counsellors: here.may('see every calendar') ? counsellors.map((id) => [id, people.get(id) ?? id]) : [],
    rooms: await store.rooms(),
    others: (await bookableBy(c)).filter(({ number }) => number !== caseFile.number),
    missed: (await store.sessionsOf(caseFile.number)).filter(({ id }) => missed.includes(id)),
  }
  return show(c, bookingPage(here, shown, typed, refusals), refusals)
}
