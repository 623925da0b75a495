import { Hono } from 'hono'
import { incidentPage } from '../../views/registers/incident.ts'
import { incidentsPage } from '../../views/registers/incidents.ts'
import { nextId } from '../people/next-id.ts'
import type { Incident } from '../people/registers.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import { dayOf, timeOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show, signatureOf } from '../web/pages.ts'
import { hiddenFrom, namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { addStep, readIncident, readStep, recordIncident } from './incident.ts'

/** What went wrong with what is kept, and what was done about it: 72 hours to tell everyone. */
export const incidentRoutes = new Hono<Site>()

incidentRoutes.get('/', only('keep the incident register'), (c) => {
  const { now } = c.var.here
  return list(c, new URLSearchParams({ knownOn: dayOf(now), knownTime: timeOf(now) }), [])
})

incidentRoutes.post('/', only('keep the incident register'), async (c) => {
  const fields = await fieldsOf(c)
  const form = readIncident(fields)
  const recorded = form.ok
    ? await c.var.store.change(async (view) => {
        const id = nextId(await view.entries('incidents'), dayOf(c.var.here.now))
        const incident = recordIncident(id, form.value, signatureOf(c))
        if (incident.ok) view.saveEntry('incidents', incident.value)
        return incident
      })
    : form
  return recorded.ok
    ? onTo(c, `/incidents/${recorded.value.id}`, 'incident-recorded')
    : list(c, fields, recorded.refusals)
})

const one = '/:incident{\\d{4}-\\d{2,4}}'

incidentRoutes.get(one, only('keep the incident register'), async (c) => {
  const incident = await c.var.store.entry('incidents', c.req.param('incident'))
  return incident ? page(c, incident) : refusalPage(c, 'not-found')
})

incidentRoutes.post(`${one}/steps`, only('keep the incident register'), async (c) => {
  const fields = await fieldsOf(c)
  const before = await c.var.store.entry('incidents', c.req.param('incident'))
  if (!before) return refusalPage(c, 'not-found')
  const step = readStep(fields)
  const taken = step.ok
    ? await c.var.store.change(async (view): Promise<Result<Incident>> => {
        const now = await view.entry('incidents', before.id)
        const next = now ? addStep(now, step.value, signatureOf(c)) : refused({ reason: 'changed-meanwhile' })
        if (next.ok) view.saveEntry('incidents', next.value)
        return next
      })
    : step
  return taken.ok ? onTo(c, `/incidents/${before.id}`, 'incident-step') : page(c, before, fields, taken.refusals)
})

async function list(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const incidents = (await c.var.store.entries('incidents')).sort((a, b) => (a.knownAt < b.knownAt ? 1 : -1))
  return show(c, incidentsPage(c.var.here, incidents, typed, refusals), refusals)
}

async function page(
  c: Ask,
  incident: Incident,
  typed = new URLSearchParams(),
  refusals: Refusal[] = [],
): Promise<Response> {
  const { store, here, person } = c.var
  const hidden = await hiddenFrom(store, person.id)
  const caseNumbers = incident.caseNumbers.map((number) => (hidden.has(number) ? here.t.log.hiddenCase : number))
  return show(c, incidentPage(here, { ...incident, caseNumbers }, await namesIn(store), typed, refusals), refusals)
}
