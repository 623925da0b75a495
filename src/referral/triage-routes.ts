import { Hono } from 'hono'
import { triageQueuePage } from '../../views/referral/queue.ts'
import { triagePage } from '../../views/referral/triage.ts'
import { twinWarning } from '../../views/referral/twin-warning.ts'
import { triageStages } from '../casefile/row.ts'
import { may } from '../people/may.ts'
import type { Refusal } from '../result.ts'
import { type Day, dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import { loadsIn, namesIn } from '../web/people.ts'
import { atMost } from '../web/rates.ts'
import type { Ask, Site } from '../web/site.ts'
import { decide, readTriage } from './triage.ts'
import { type Twin, twinsOf } from './twins.ts'

/** The lead's queue: what came in, and what becomes of it. */
export const triageRoutes = new Hono<Site>()

triageRoutes.get('/', only('see the triage queue'), async (c) => {
  const { rows } = await c.var.store.rows({ reader: c.var.person.id, stages: triageStages })
  return show(c, triageQueuePage(c.var.here, rows, await c.var.store.schools()))
})

triageRoutes.get('/:number', only('decide on a referral'), (c) => showReferral(c, new URLSearchParams(), []))

triageRoutes.post('/:number/triage', only('decide on a referral'), async (c) => {
  const fields = await fieldsOf(c)
  const counsellors = await loadsIn(c.var.store)
  const triage = readTriage(
    fields,
    counsellors.map(({ id }) => id),
  )
  const decided = triage.ok
    ? await changeCase(c, 'decide on a referral', (file, by) => decide(file, triage.value, by))
    : triage
  if (!decided.ok) return showReferral(c, fields, decided.refusals)
  const decision = decided.value.triage.at(-1)?.decision
  return onTo(c, decision === 'accepted' ? `/cases/${decided.value.number}` : '/referrals', decision)
})

/** While a referral is typed: who else it may be. The name travels in the body, never in an address. */
triageRoutes.post('/twins', only('be warned of twins'), atMost(60, 'visit'), async (c) => {
  const fields = await fieldsOf(c)
  const name = (fields.get('name') ?? '').normalize('NFC').trim().slice(0, 60)
  return show(c, twinWarning(c.var.here, await twinsFor(c, name, fields.get('birthDate') ?? undefined)))
})

async function showReferral(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { store, here, caseFile } = c.var
  const twins = await twinsFor(c, caseFile.youth.name, caseFile.youth.birthDate, caseFile.number)
  const counsellors = await loadsIn(c.var.store)
  const people = await namesIn(store)
  const shown = { caseFile, twins, counsellors, people, schools: await store.schools(), today: dayOf(here.now) }
  return show(c, triagePage(here, shown, typed, refusals), refusals)
}

export async function twinsFor(c: Ask, name: string, birthDate: Day | undefined, self?: string): Promise<Twin[]> {
  if (name === '') return []
  const twins = twinsOf((await c.var.store.rows({ reader: c.var.person.id, name })).rows, birthDate, self)
  // whoever does not see every case could else try names to learn who is here
  return may(c.var.person, 'see every case') ? twins : twins.filter(({ likeness }) => likeness !== 'name')
}
