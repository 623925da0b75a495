import { Hono } from 'hono'
import { todayPage } from '../../views/cases/today.ts'
import { may } from '../people/may.ts'
import { dayOf, momentAt, plusDays } from '../time/days.ts'
import { only } from '../web/only.ts'
import { onTo, show } from '../web/pages.ts'
import { counsellorsIn } from '../web/people.ts'
import type { Site } from '../web/site.ts'
import { openStages } from './row.ts'
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
  const shown = {
    sessions: may(person, 'see the calendar') ? diary.filter((one) => every || one.counsellorId === person.id) : [],
    open: new Set(cases.map(({ number }) => number)),
    tasks: tasksOf(cases, here.now),
    triage: may(person, 'see the triage queue')
      ? (await store.rows({ reader: person.id, stages: ['referral', 'waiting'] })).rows
      : undefined,
    loads: every
      ? (await counsellorsIn(store)).map(({ id, name }) => ({
          name,
          open: cases.filter((row) => row.counsellorId === id).length,
        }))
      : undefined,
    rooms: new Map((await store.rooms()).map(({ id, name }) => [id, name])),
    drafts: await store.drafts(person.id),
  }
  return show(c, todayPage(here, shown))
})
