import { Hono } from 'hono'
import { correctionsPage } from '../../views/rights/correction.ts'
import { correctionFormPage } from '../../views/rights/correction-form.ts'
import type { Refusal } from '../result.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, refusalPage, show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { correct } from './correct.ts'
import { fieldsOfPart, pathOfSlug, readCorrection } from './correction-form.ts'

/** What is wrong in a case is put right, part by part, and what was put right stays to be seen. */
export const correctionRoutes = new Hono<Site>()

correctionRoutes.get('/', only('correct a case'), async (c) => {
  const { here, caseFile, store } = c.var
  const known = { people: await namesIn(store), schools: await store.schools(), rooms: [], shelf: [] }
  return show(c, correctionsPage(here, caseFile, known))
})

correctionRoutes.get('/:part', only('correct a case'), (c) => {
  const path = pathOfSlug(c.var.caseFile, c.req.param('part'))
  return path ? form(c, path, fieldsOfPart(c.var.caseFile, path)) : refusalPage(c, 'not-found')
})

correctionRoutes.post('/:part', only('correct a case'), async (c) => {
  const fields = await fieldsOf(c)
  const path = pathOfSlug(c.var.caseFile, c.req.param('part'))
  if (!path) return refusalPage(c, 'not-found')
  const schools = (await c.var.store.schools()).map(({ id }) => id)
  const read = readCorrection(fields, path, schools)
  const today = dayOf(c.var.here.now)
  const corrected = read.ok
    ? await changeCase(c, 'correct a case', (file, by) => correct(file, read.value, today, by))
    : read
  if (!corrected.ok) return form(c, path, fields, corrected.refusals)
  return onTo(c, `/cases/${corrected.value.number}/correction`, 'corrected')
})

async function form(c: Ask, path: string, typed: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { here, caseFile, store } = c.var
  return show(
    c,
    correctionFormPage(here, { caseFile, path, schools: await store.schools() }, typed, refusals),
    refusals,
  )
}
