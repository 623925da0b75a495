import { Hono } from 'hono'
import { type TodayShown, todayPage } from '../../views/cases/today.ts'
import { absenceStateOf } from '../people/absence.ts'
import { may, mightEver } from '../people/may.ts'
import { usualRetention } from '../people/person.ts'
import { isAwaiting } from '../report/release.ts'
import { inOutbox } from '../sessions/outbox.ts'
import type { RowFilter } from '../store/store.ts'
import { dayOf, momentAt, mondayOf, plusDays } from '../time/days.ts'
import { monthToReview } from '../web/log-month.ts'
import { messagesFor } from '../web/messages.ts'
import { only } from '../web/only.ts'
import { onTo, show } from '../web/pages.ts'
import { hiddenFrom, loadsIn, namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { reachOf } from './due.ts'
import { type Duties, dutiesOf } from './duties.ts'
import { openStages, type Row } from './row.ts'
import { isHidden, type Session } from './session.ts'
import { followUpDays, helpTasks, type Task, tasksOf } from './tasks.ts'
import { awaitingCountersign, byWaiting, nextOf, sessionsByCounsellor } from './today.ts'

/** How far ahead the next session is looked for. */
const aheadDays = 15

/** The first page after signing in: the day's sessions and what must not be forgotten. */
export const todayRoutes = new Hono<Site>().get('/', only('see today'), async (c) => {
  const { store, person, here } = c.var
  if (may(person, 'follow own referrals')) return onTo(c, '/school', here.done)
  const sees = may(person, 'see the case list')
  const cases = sees ? await casesFor(c, { stages: openStages }) : []
  const today = dayOf(here.now)
  const asked = { stages: ['closed'], followUpDue: { from: plusDays(today, -followUpDays), to: today } } as const
  const followed = sees ? await casesFor(c, asked) : []
  const absences = may(person, 'see absences') ? await store.entries('absences') : []
  const state = (at: (typeof absences)[number]) => absenceStateOf(at, dayOf(here.now))
  const shown: TodayShown = {
    ...{ cases, names: await namesIn(store), drafts: await store.drafts(person.id) },
    ...(may(person, 'see the calendar') ? await sessionsFor(c, cases) : { sessions: [] }),
    tasks: [...(await helpFor(c)), ...tasksOf([...cases, ...followed], here.now, (await store.settings())?.unseenDays)],
    rooms: new Map((await store.rooms()).map(({ id, name }) => [id, name])),
    away: absences.filter((one) => state(one) === 'now'),
    covering: absences.filter(
      (one) => one.coveredBy === person.id && (state(one) === 'now' || state(one) === 'to-come'),
    ),
    ...(may(person, 'see every case') && { centre: await centreFor(c, cases) }),
    duties: await dutiesFor(c),
    toReview: may(person, 'review the log') ? await monthToReview(store, here.now) : undefined,
  }
  return show(c, todayPage(here, shown))
})

/** What somebody must look at now; a closed case may ask for it too, in a survey that follows later. */
async function helpFor(c: Ask): Promise<Task[]> {
  const { store, here } = c.var
  const { alarms = [] } = here
  const numbers = alarms.map(({ caseNumber }) => caseNumber)
  return alarms.length > 0 ? helpTasks(alarms, (await store.rows({ numbers })).rows, here.now) : []
}

/** The lead's are all, a counsellor's their own and those in which they stand in today. */
async function casesFor(c: Ask, which: RowFilter): Promise<Row[]> {
  const { store, person, here } = c.var
  const filter = { ...which, reader: person.id }
  if (may(person, 'see every case')) return (await store.rows(filter)).rows
  const own = await store.rows({ ...filter, counsellorId: person.id })
  const covered = await store.rows({ ...filter, coveredBy: { by: person.id, on: dayOf(here.now) } })
  return [...new Map([...own.rows, ...covered.rows].map((row) => [row.number, row])).values()]
}

/** Sessions of the day that the reader holds or whose case is theirs, and of whoever holds any, which comes next. */
async function sessionsFor(c: Ask, cases: Row[]): Promise<Pick<TodayShown, 'sessions' | 'next'>> {
  const { store, person, here } = c.var
  const every = may(person, 'see every case')
  const numbers = new Set(cases.map(({ number }) => number))
  const today = dayOf(here.now)
  const hidden = await hiddenFrom(store, person.id)
  const diary = await store.diary(momentAt(today, '00:00'), momentAt(plusDays(today, every ? 1 : aheadDays), '00:00'))
  const isMine = ({ counsellorId, attendees }: Session) =>
    every || counsellorId === person.id || attendees.some(({ caseNumber }) => numbers.has(caseNumber))
  const known = diary.filter((one) => isMine(one) && !isHidden(one, hidden))
  const own = known.filter(({ counsellorId }) => counsellorId === person.id)
  return { sessions: known.filter(({ startAt }) => dayOf(startAt) === today), next: nextOf(own, here.now) }
}

/** What only the lead is shown: who waits, who has how much, what is to be countersigned. */
async function centreFor(c: Ask, cases: Row[]): Promise<TodayShown['centre']> {
  const { store, person, here } = c.var
  const monday = mondayOf(dayOf(here.now))
  const week = sessionsByCounsellor(
    await store.diary(momentAt(monday, '00:00'), momentAt(plusDays(monday, 7), '00:00')),
  )
  return {
    waiting: byWaiting((await store.rows({ reader: person.id, stages: ['referral', 'waiting'] })).rows),
    loads: (await loadsIn(store)).map((one) => ({ ...one, sessions: week.get(one.id) ?? 0 })),
    messages: inOutbox(await messagesFor(store, await hiddenFrom(store, person.id)), 'open', here.now).length,
    countersign: awaitingCountersign(cases, (await store.settings())?.countersignedFrom),
  }
}

/** For whoever looks after the records of the house: what these ask for. Of a case kept from them they learn nothing. */
async function dutiesFor(c: Ask): Promise<Duties | undefined> {
  const { store, person, here } = c.var
  if (!may(person, 'keep the incident register')) return undefined
  const reader = mightEver(person, 'see a case') ? { reader: person.id } : {}
  const periods = (await store.settings())?.retention ?? usualRetention
  const registers = {
    rows: (await store.rows({ ...reader, keptSince: reachOf(periods, dayOf(here.now)) })).rows,
    incidents: await store.entries('incidents'),
    inquiries: await store.entries('inquiries'),
  }
  const releases = (await store.entries('releases')).filter((one) => isAwaiting(one, person.id)).length
  return { ...dutiesOf(person.id, registers, periods, here.now), releases }
}
