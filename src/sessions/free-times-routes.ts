import { Hono } from 'hono'
import { freeTimesPage } from '../../views/sessions/free-times.ts'
import { fieldsOfWeek } from '../people/week-hours.ts'
import type { Refusal } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { noteFreeTimes, readFreeTimes } from './free-times.ts'

/** When the youth can come. */
export const freeTimesRoutes = new Hono<Site>()

freeTimesRoutes.get('/', only('plan the sessions'), (c) =>
  showFreeTimes(c, new URLSearchParams(fieldsOfWeek(c.var.caseFile.freeTimes?.hours)), []),
)

freeTimesRoutes.post('/', only('plan the sessions'), async (c) => {
  const fields = await fieldsOf(c)
  const hours = readFreeTimes(fields)
  const changed = hours.ok
    ? await changeCase(c, 'plan the sessions', (file, signature) => noteFreeTimes(file, hours.value, signature))
    : hours
  if (!changed.ok) return showFreeTimes(c, fields, changed.refusals)
  return onTo(c, `/cases/${changed.value.number}/sessions/plan`, 'free-times-noted')
})

async function showFreeTimes(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { store, caseFile, here } = c.var
  const school = (await store.schools()).find(({ id }) => id === caseFile.school.schoolId)
  const shown = { caseFile, school, people: await namesIn(store) }
  return show(c, freeTimesPage(here, shown, typed, refusals), refusals)
}
