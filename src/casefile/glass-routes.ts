import { Hono } from 'hono'
import { glassPage } from '../../views/cases/glass.ts'
import { noticeTo } from '../people/notice.ts'
import { done, type Refusal, type Result } from '../result.ts'
import type { Reader, View } from '../store/store.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show, signatureOf } from '../web/pages.ts'
import { leadsIn } from '../web/people.ts'
import { atMost } from '../web/rates.ts'
import type { Ask, Site } from '../web/site.ts'
import type { CaseFile, Signature } from './casefile.ts'
import { breakGlass, endOpening, type Opening, readOpening } from './glass.ts'
import { counsellorOf } from './questions.ts'

/** Reading one case that is somebody else's, for an hour, in an emergency. */
export const glassRoutes = new Hono<Site>()

glassRoutes.get('/', only('break the glass'), (c) => showForm(c, new URLSearchParams(), []))

glassRoutes.post('/', only('break the glass'), atMost(10, 'visit'), async (c) => {
  const fields = await fieldsOf(c)
  const opening = readOpening(fields)
  // for the log, which knows the number also where it is refused
  const caseFile = opening.ok ? await c.var.store.caseFile(opening.value.caseNumber) : undefined
  if (caseFile) c.set('caseFile', caseFile)
  const opened = opening.ok ? await c.var.store.change((view) => open(c, view, opening.value)) : opening
  if (!opened.ok) return showForm(c, fields, opened.refusals)
  c.set('why', 'break-glass')
  return onTo(c, `/cases/${opened.value.number}`, 'glass-broken')
})

/** Asks for no second factor again: to stop looking must be easy. */
glassRoutes.post('/ending', only('end an opening'), async (c) => {
  const ended = await c.var.store.change(async (view) => {
    const [number] = await openTo(c, view)
    const caseFile = number === undefined ? undefined : await view.caseFile(number)
    const result = caseFile ? endOpening(caseFile, signatureOf(c)) : undefined
    if (!result?.ok) return done(undefined)
    view.saveCase(result.value)
    return result
  })
  if (!ended.ok || !ended.value) return refusalPage(c, 'not-found')
  c.set('caseFile', ended.value)
  return onTo(c, '/cases', 'glass-closed')
})

/** Breaks the glass; in the same change the leads and the case's counsellor are told. */
async function open(c: Ask, view: View, { caseNumber, why }: Opening): Promise<Result<CaseFile>> {
  const caseFile = await view.caseFile(caseNumber)
  const signature = signatureOf(c)
  const result = breakGlass(caseFile, why, { person: c.var.person, open: await openTo(c, view) }, signature)
  if (!result.ok) return result
  view.saveCase(result.value)
  await tell(view, result.value, signature)
  return result
}

async function tell(view: View, caseFile: CaseFile, signature: Signature): Promise<void> {
  const told = new Set((await leadsIn(view)).map(({ id }) => id))
  const counsellor = counsellorOf(caseFile)
  if (counsellor) told.add(counsellor)
  for (const id of told)
    view.saveEntry('notices', noticeTo(id, 'break-glass', signature, { caseNumber: caseFile.number }))
}

/** Numbers of the cases that the asker has open in this way now. */
const openTo = async (c: Ask, from: Reader): Promise<string[]> =>
  (await from.rows({ reader: c.var.person.id, openTo: { by: c.var.person.id, at: c.var.here.now } })).rows.map(
    ({ number }) => number,
  )

async function showForm(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const [open] = await openTo(c, c.var.store)
  return show(c, glassPage(c.var.here, open, typed, refusals), refusals)
}
