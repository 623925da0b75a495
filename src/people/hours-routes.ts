import { Hono } from 'hono'
import { hoursPage } from '../../views/absences/hours.ts'
import { Reading } from '../form.ts'
import { done } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changePerson } from '../web/own-person.ts'
import { onTo, show } from '../web/pages.ts'
import type { Site } from '../web/site.ts'
import { fieldsOfWeek, hoursIfAny } from './week-hours.ts'

/** A counsellor's own hours: sessions are booked within them, or whenever the centre is open. */
export const hoursRoutes = new Hono<Site>()

hoursRoutes.get('/', only('settle the own hours'), (c) =>
  show(c, hoursPage(c.var.here, new URLSearchParams(fieldsOfWeek(c.var.person.hours)), [])),
)

hoursRoutes.post('/', only('settle the own hours'), async (c) => {
  const fields = await fieldsOf(c)
  const form = new Reading(fields)
  const hours = form.result(hoursIfAny(form))
  const saved = hours.ok
    ? await changePerson(c, c.var.person, ({ hours: _, ...one }) =>
        done({ ...one, ...(hours.value && { hours: hours.value }) }),
      )
    : hours
  if (!saved.ok) return show(c, hoursPage(c.var.here, fields, saved.refusals), saved.refusals)
  return onTo(c, '/account/hours', 'hours-saved')
})
