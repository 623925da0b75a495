import { Hono } from 'hono'
import { calendarPage } from '../../views/sessions/calendar.ts'
import { inDiary } from '../casefile/session.ts'
import { dayOf, isDay, momentAt, mondayOf, plusDays } from '../time/days.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import { counsellorsIn, hiddenFrom, namesIn } from '../web/people.ts'
import type { Site } from '../web/site.ts'

/** The diary, week by week: one's own, or of any counsellor for whoever sees every calendar. */
export const calendarRoutes = new Hono<Site>()

calendarRoutes.get('/', only('see the calendar'), async (c) => {
  const { store, here, person } = c.var
  const week = c.req.query('week') ?? ''
  const monday = mondayOf(isDay(week) ? week : dayOf(here.now))
  const counsellors = here.may('see every calendar') ? await counsellorsIn(store) : []
  const asked = counsellors.find(({ id }) => id === c.req.query('of'))?.id
  const of = counsellors.length > 0 ? asked : person.id
  const all = await store.diary(momentAt(monday, '00:00'), momentAt(plusDays(monday, 7), '00:00'))
  const shown = {
    ...{ monday, of, counsellors, rooms: await store.rooms() },
    sessions: inDiary(
      all.filter(({ counsellorId }) => of === undefined || counsellorId === of),
      await hiddenFrom(store, person.id),
    ),
    people: await namesIn(store),
    openingHours: (await store.settings())?.openingHours ?? {},
  }
  return show(c, calendarPage(here, shown))
})
