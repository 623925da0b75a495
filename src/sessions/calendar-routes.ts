import { Hono } from 'hono'
import { calendarPage } from '../../views/sessions/calendar.ts'
import { dayOf, momentAt, plusDays } from '../time/days.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import { counsellorsIn, hiddenFrom, namesIn } from '../web/people.ts'
import type { Site } from '../web/site.ts'
import { askedIn, daysIn } from './calendar.ts'
import { calendarDay } from './calendar-day.ts'
import { columnsOf, diaryFor } from './calendar-diary.ts'

/** The diary by day, week or month; one's own and the rooms, or of any counsellor for whoever sees every calendar. */
export const calendarRoutes = new Hono<Site>()

calendarRoutes.get('/', only('see the calendar'), async (c) => {
  const { store, here, person } = c.var
  const reader = { id: person.id, every: here.may('see every calendar'), hidden: await hiddenFrom(store, person.id) }
  const [rooms, settings, everybody] = [await store.rooms(), await store.settings(), await counsellorsIn(store)]
  const counsellors = reader.every ? everybody : [person]
  const asked = askedIn(c.req.query(), dayOf(here.now), reader.every ? counsellors : [], rooms)
  const days = daysIn(asked)
  const [first = asked.on, last = asked.on] = [days[0], days.at(-1)]
  const all = await store.diary(momentAt(first, '00:00'), momentAt(plusDays(last, 1), '00:00'))
  const sessions = diaryFor(all, asked, reader)
  const absences = asked.room ? [] : await store.entries('absences')
  const times = { openingHours: settings?.openingHours ?? {}, shut: settings?.shut, absences }
  const shown = {
    ...{ asked, sessions, counsellors, rooms, people: await namesIn(store) },
    days: days.map((on) => calendarDay(on, times, reader.every ? asked.of : person.id)),
    columns: columnsOf(asked, reader, { counsellors, rooms, sessions }),
  }
  return show(c, calendarPage(here, shown))
})
