import { Hono } from 'hono'
import { openingsPage } from '../../views/cases/openings.ts'
import { restrictionPage } from '../../views/cases/restriction.ts'
import { noticeTo } from '../people/notice.ts'
import type { Refusal, Result } from '../result.ts'
import type { View } from '../store/store.ts'
import { dayOf, momentAt, plusMinutes, plusMonths } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { linesOf, pageOf } from '../web/log-lines.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import { counsellorsIn, leadsIn, namesIn, peopleIn } from '../web/people.ts'
import { atMost } from '../web/rates.ts'
import type { Ask, Site } from '../web/site.ts'
import type { CaseFile, Signature } from './casefile.ts'
import { liftRestriction, type Restriction, readRestriction, restrict } from './restrict.ts'

/** Who may see a case, and who looked. */
export const accessRoutes = new Hono<Site>()

accessRoutes.get('/:number/restriction', only('restrict a case'), (c) => {
  const { to = [], why = '' } = c.var.caseFile.restricted ?? {}
  return showRestriction(c, new URLSearchParams([...to.map((id) => ['restrictedTo', id]), ['why', why]]), [])
})

accessRoutes.post('/:number/restriction', only('restrict a case'), async (c) => {
  const fields = await fieldsOf(c)
  const offered = (await nameable(c)).map(({ id }) => id)
  const read = readRestriction(fields, offered)
  const changed = read.ok
    ? await changeCase(c, 'restrict a case', (file, by, view) => keep(file, read.value, by, view))
    : read
  if (!changed.ok) return showRestriction(c, fields, changed.refusals)
  // whoever left themselves out has seen the case for the last time
  const named = changed.value.restricted?.to.includes(c.var.person.id)
  return onTo(c, named ? `/cases/${changed.value.number}` : '/cases', 'restricted')
})

accessRoutes.post('/:number/restriction/lifting', only('restrict a case'), async (c) => {
  const lifted = await changeCase(c, 'restrict a case', liftRestriction)
  if (!lifted.ok) return showRestriction(c, new URLSearchParams(), lifted.refusals)
  return onTo(c, `/cases/${lifted.value.number}`, 'unrestricted')
})

/** Restricts it, and tells whoever is named now and was not before. */
async function keep(
  caseFile: CaseFile,
  restriction: Restriction,
  by: Signature,
  view: View,
): Promise<Result<CaseFile>> {
  const sessions = await view.sessionsOf(caseFile.number)
  const coming = sessions.filter(({ startAt, cancelled }) => startAt >= by.at && !cancelled)
  const facts = {
    leads: (await leadsIn(view)).map(({ id }) => id),
    meeting: coming.map(({ counsellorId }) => counsellorId),
    names: await namesIn(view),
  }
  const result = restrict(caseFile, restriction, facts, by)
  if (!result.ok) return result
  const told = [by.by, ...(caseFile.restricted?.to ?? [])]
  for (const id of restriction.to)
    if (!told.includes(id)) view.saveEntry('notices', noticeTo(id, 'restricted', by, { caseNumber: caseFile.number }))
  return result
}

/** Who may be named in a restriction: the centre's people who work on cases. */
const nameable = async (c: Ask) => [...(await leadsIn(c.var.store)), ...(await counsellorsIn(c.var.store))]

async function showRestriction(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { caseFile, here, store } = c.var
  const shown = { caseFile, nameable: await nameable(c), names: await namesIn(store) }
  return show(c, restrictionPage(here, shown, typed, refusals), refusals)
}

/** How many months back somebody may look. */
const periods = [3, 12, 36]

accessRoutes.get('/:number/openings', only('see who opened a case'), atMost(30, 'visit'), async (c) => {
  const { caseFile, store, here, person } = c.var
  const months = periods.find((one) => String(one) === c.req.query('months')) ?? 3
  const others = c.req.query('who') === 'others'
  const from = momentAt(plusMonths(dayOf(here.now), -months), '00:00')
  const entries = []
  for await (const entry of store.logged(from, plusMinutes(here.now, 1)))
    if (entry.caseNumber === caseFile.number && !(others && entry.by === person.id)) entries.push(entry)
  const lines = pageOf(linesOf(entries.reverse()), c.req.query('page'))
  return show(c, openingsPage(here, { caseFile, months, periods, others, lines, people: await peopleIn(store) }))
})
