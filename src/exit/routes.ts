import { Hono } from 'hono'
import { closingPage } from '../../views/exit/closing.ts'
import { Reading } from '../form.ts'
import type { Refusal } from '../result.ts'
import { notesMissing } from '../sessions/progress.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { close, openThings, readClosing, reopen } from './close.ts'

/** The end of a case: what is still open, the closing, and opening it again. */
export const exitRoutes = new Hono<Site>()

exitRoutes.get('/', only('close a case'), (c) => page(c, new URLSearchParams({ closedOn: dayOf(c.var.here.now) }), []))

exitRoutes.post('/', only('close a case'), async (c) => {
  const fields = await fieldsOf(c)
  const what = readClosing(fields)
  const changed = what.ok
    ? await changeCase(c, 'close a case', async (file, by, view) => {
        const sessions = await view.sessionsOf(file.number)
        const open = openThings(file, sessions, notesMissing(file, sessions).length)
        return close(file, what.value, { open, today: dayOf(c.var.here.now) }, by)
      })
    : what
  if (!changed.ok) return page(c, fields, changed.refusals)
  return onTo(c, `/cases/${changed.value.number}/closing`, 'closed')
})

exitRoutes.post('/reopening', only('reopen a case'), async (c) => {
  const fields = await fieldsOf(c)
  const form = new Reading(fields)
  const why = form.result(form.text('why', { most: 1000 }))
  const changed = why.ok ? await changeCase(c, 'reopen a case', (file, by) => reopen(file, why.value, by)) : why
  if (!changed.ok) return page(c, fields, changed.refusals)
  return onTo(c, `/cases/${changed.value.number}`, 'reopened')
})

async function page(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { caseFile, store, here } = c.var
  const sessions = await store.sessionsOf(caseFile.number)
  const open = openThings(caseFile, sessions, notesMissing(caseFile, sessions).length)
  const names = await namesIn(store)
  return show(c, closingPage(here, { caseFile, sessions, open, names }, typed, refusals), refusals)
}
