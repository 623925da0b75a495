import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { grantsPage } from '../../views/settings/grants.ts'
import { newPersonPage, peoplePage } from '../../views/settings/people.ts'
import type { Refusal } from '../result.ts'
import { dayOf, plusMonths } from '../time/days.ts'
import { changeAccounts, houseIn, newInvitation, showLink } from '../web/accounts.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { historyOf, invite, readPerson, readRight } from './grants.ts'

/** Who was given what is shown for so long; it is kept longer (safety standard art. 5: 3 years at least). */
const historyMonths = 36

/** Everyone who has an account, and who gave it to them. */
export const peopleRoutes = new Hono<Site>()

peopleRoutes.get('/people', only('settle the centre'), async (c) => {
  const { store, here } = c.var
  const [people, schools] = [await store.people(), await store.schools()]
  const seen = await Promise.all(people.map(async ({ id }) => [id, (await store.visitsOf(id))[0]?.seenAt] as const))
  return show(c, peoplePage(here, { people, schools, seen: new Map(seen) }))
})

peopleRoutes.get('/grants', only('settle the centre'), async (c) => {
  const { store, here } = c.var
  const [people, schools] = [await store.people(), await store.schools()]
  const since = plusMonths(dayOf(here.now), -historyMonths)
  const history = historyOf(people).filter(({ at }) => dayOf(at) >= since)
  return show(c, grantsPage(here, { history, people, schools }))
})

peopleRoutes.get('/people/new', only('settle the accounts'), (c) => page(c))

peopleRoutes.post('/people', only('settle the accounts'), async (c) => {
  const fields = await fieldsOf(c)
  const [who, right] = [readPerson(fields), readRight(fields)]
  if (!who.ok || !right.ok)
    return page(c, fields, [...(who.ok ? [] : who.refusals), ...(right.ok ? [] : right.refusals)])
  const { token, invitation } = newInvitation(c)
  const newcomer = { id: randomBytes(8).toString('hex'), ...who.value, ...right.value }
  const made = await changeAccounts(c, async (view) => invite(newcomer, invitation, await houseIn(view)))
  return made.ok ? showLink(c, made.value, token) : page(c, fields, made.refusals)
})

const page = async (c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []): Promise<Response> =>
  show(c, newPersonPage(c.var.here, await c.var.store.schools(), typed, refusals), refusals)
