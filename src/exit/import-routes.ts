import { Hono } from 'hono'
import { importPage } from '../../views/report/import.ts'
import { importCheckPage } from '../../views/report/import-check.ts'
import { importDonePage } from '../../views/report/import-done.ts'
import { broughtBy, checked, draftOfImport, importDraftOf, isSame, takeIn, takeOut } from '../importing.ts'
import { usualRetention } from '../people/person.ts'
import { done, type Refusal, refused } from '../result.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { mostMiB, tableIn } from '../web/tables.ts'
import { fileIn } from '../web/upload.ts'
import { readTakingBack } from './import-back.ts'
import { withoutResidentNumbers } from './import-cell.ts'
import { columnNames } from './import-columns.ts'
import { fileNameOf, readChosen } from './import-form.ts'
import { sumOf } from './import-sum.ts'

/** Cases out of a table that a centre kept before: brought, held against the rules, taken over whole, taken back whole. */
export const importRoutes = new Hono<Site>()
const base = '/report/import'

importRoutes.get('/', only('import cases'), (c) => start(c))

/** Reads the file and keeps what it says for a day; nothing of it is in the house yet. */
importRoutes.post('/', only('import cases'), async (c) => {
  const file = await fileIn(c, 'table')
  const read = file ? await tableIn(file.bytes) : refused({ field: 'table', reason: 'no-file' })
  if (!read.ok || !file) return start(c, read.ok ? [] : read.refusals)
  const brought = { file: fileNameOf(file.name), table: withoutResidentNumbers(read.value), chosen: {} }
  const { person, store, here } = c.var
  await store.change((view) => done(view.saveDraft(draftOfImport(person.id, brought, here.now))))
  return onTo(c, `${base}/check`)
})

importRoutes.get('/template.csv', only('import cases'), (c) => {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="template.csv"')
  return c.body(`\ufeff${columnNames.join(',')}\r\n`)
})

importRoutes.get('/check', only('import cases'), (c) => check(c))

importRoutes.post('/columns', only('import cases'), async (c) => {
  const fields = await fieldsOf(c)
  const { person, store } = c.var
  const changed = await store.change(async (view) => {
    const brought = await broughtBy(view, person.id)
    if (!brought) return refused({ reason: 'no-file' })
    const chosen = readChosen(fields, brought.table[0]?.length ?? 0)
    if (!chosen.ok) return chosen
    const next = { ...brought, chosen: { ...brought.chosen, ...chosen.value } }
    return done(view.saveDraft(draftOfImport(person.id, next, brought.at)))
  })
  return changed.ok ? onTo(c, `${base}/check`) : check(c, changed.refusals, fields)
})

/** Takes all of it over, or nothing: what was said on the page before is looked at again as the house stands now. */
importRoutes.post('/cases', only('import cases'), async (c) => {
  await fieldsOf(c)
  const { person, store, here } = c.var
  const brought = await broughtBy(store, person.id)
  if (!brought) return start(c, [{ reason: 'no-file' }])
  const { faults, rows } = await checked(store, brought, here.now)
  if (faults.length > 0) return check(c, [{ reason: 'table-faulty', with: { n: faults.length } }])
  const taken = await store.change(async (view) => {
    if (!isSame(brought, await view.draft(importDraftOf(person.id)))) return refused({ reason: 'changed-meanwhile' })
    view.removeDraft(importDraftOf(person.id))
    return takeIn(view, { file: brought.file, rows }, here.t.importing.summary, signatureOf(c))
  })
  if (!taken.ok) return check(c, taken.refusals)
  c.set('several', taken.value.cases)
  return onTo(c, `${base}/${taken.value.id}`, 'cases-imported')
})

importRoutes.post('/withdrawal', only('import cases'), async (c) => {
  await fieldsOf(c)
  await c.var.store.change((view) => done(view.removeDraft(importDraftOf(c.var.person.id))))
  return onTo(c, base, 'import-dropped')
})

importRoutes.get('/:import', only('import cases'), (c) => one(c))

importRoutes.post('/:import/withdrawal', only('import cases'), async (c) => {
  const fields = await fieldsOf(c)
  const why = readTakingBack(fields)
  const id = c.req.param('import')
  const taken = why.ok ? await c.var.store.change((view) => takeOut(view, id, why.value, signatureOf(c))) : why
  if (!taken.ok) return one(c, fields, taken.refusals)
  c.set('several', taken.value.cases)
  return onTo(c, `${base}/${id}`, 'import-taken-back')
})

async function start(c: Ask, refusals: Refusal[] = []): Promise<Response> {
  const { store, here, person } = c.var
  const imports = (await store.entries('imports')).reverse()
  const waiting = await broughtBy(store, person.id)
  const shown = { imports, names: await namesIn(store), mostMiB, ...(waiting && { waiting }) }
  return show(c, importPage(here, shown, refusals), refusals)
}

async function check(c: Ask, refusals: Refusal[] = [], typed = new URLSearchParams()): Promise<Response> {
  const { store, here, person } = c.var
  const brought = await broughtBy(store, person.id)
  if (!brought) return refusals.length > 0 ? start(c, refusals) : onTo(c, base)
  const result = await checked(store, brought, here.now)
  const sum = sumOf(result.rows, await periodsIn(c), dayOf(here.now))
  return show(c, importCheckPage(here, { ...brought, result, sum }, typed, refusals), refusals)
}

async function one(c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> {
  const { store, here } = c.var
  const found = await store.entry('imports', c.req.param('import') ?? '')
  if (!found) return refusalPage(c, 'not-found')
  const { rows } = await store.rows({ numbers: found.cases, reader: c.var.person.id })
  const shown = { one: found, rows, names: await namesIn(store), periods: await periodsIn(c) }
  return show(c, importDonePage(here, shown, typed, refusals), refusals)
}

const periodsIn = async (c: Ask) => (await c.var.store.settings())?.retention ?? usualRetention
