import { Hono } from 'hono'
import { todayPage } from '../../views/cases/today.ts'
import { may, mightEver } from '../people/may.ts'
import { usualRetention } from '../people/person.ts'
import { dayOf, momentAt, plusDays } from '../time/days.ts'
import { monthToReview } from '../web/log-month.ts'
import { only } from '../web/only.ts'
import { onTo, show } from '../web/pages.ts'
import { hiddenFrom, loadsIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { reachOf } from './due.ts'
import { type Duties, dutiesOf } from './duties.ts'
import { openStages } from './row.ts'
import { isHidden } from './session.ts'
import { tasksOf } from './tasks.ts'

/** The first page after signing in: the day's sessions and what must not be forgotten. */
export const todayRoutes = new Hono<Site>().get('/', only('see today'), async (c) => {
  const { store, person, here } = c.var
  if (may(person, 'follow own referrals')) return onTo(c, '/school', here.done)
  const today = dayOf(here.now)
  const every = may(person, 'see every case')
  const mine = { reader: person.id, ...(!every && { counsellorId: person.id }) }
  const cases = may(person, 'see the case list') ? (await store.rows({ ...mine, stages: openStages })).rows : []
  const diary = await store.diary(momentAt(today, '00:00'), momentAt(plusDays(today, 1), '00:00'))
  const hidden = await hiddenFrom(store, person.id)
  const known = diary.filter((one) => (every || one.counsellorId === person.id) && !isHidden(one, hidden))
  const shown = {
    sessions: may(person, 'see the calendar') ? known : [],
    open: new Set(cases.map(({ number }) => number)),
    tasks: tasksOf(cases, here.now),
    triage: may(person, 'see the triage queue')
      ? (await store.rows({ reader: person.id, stages: ['referral', 'waiting'] })).rows
      : undefined,
    loads: every ? await loadsIn(store) : undefined,
    rooms: new Map((await store.rooms()).map(({ id, name }) => [id, name])),
    drafts: await store.drafts(person.id),
    duties: await dutiesFor(c),
    toReview: may(person, 'review the log') ? await monthToReview(store, here.now) : undefined,
  }
  return show(c, todayPage(here, shown))
})

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
  return dutiesOf(person.id, registers, periods, here.now)
}
