import { Hono } from 'hono'
import { personPage } from '../../views/settings/person.ts'
import { Reading } from '../form.ts'
import type { Refusal, Result } from '../result.ts'
import { changePerson, changeRight, houseIn, newInvitation, showLink } from '../web/accounts.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show, signatureOf } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { assignRole, correct, end, giveBack, inviteAnew, readPerson, readRight, resetFactors } from './grants.ts'
import { noticeTo } from './notice.ts'
import type { Person } from './person.ts'

/** One account: what it may do, a new link, factors set up anew, its end and its return. */
export const personRoutes = new Hono<Site>()

personRoutes.get('/:id', only('settle the accounts'), (c) => page(c))

personRoutes.post('/:id', only('settle the accounts'), async (c) => {
  const fields = await fieldsOf(c)
  const who = readPerson(fields)
  const saved = who.ok ? await changePerson(c, async (one, view) => correct(one, who.value, await view.people())) : who
  return after(c, saved, 'person-corrected', fields)
})

personRoutes.post('/:id/role', only('settle the accounts'), async (c) => {
  const fields = await fieldsOf(c)
  const right = readRight(fields)
  const by = signatureOf(c)
  const changed = right.ok
    ? await changeRight(c, async (one, view) => assignRole(one, right.value, await houseIn(view), by))
    : right
  return after(c, changed, 'rights-changed', fields)
})

personRoutes.post('/:id/ending', only('settle the accounts'), async (c) => {
  const ended = await changeRight(c, async (one, view) => end(one, await view.people(), signatureOf(c)))
  return after(c, ended, 'person-ended')
})

personRoutes.post('/:id/return', only('settle the accounts'), async (c) => {
  const back = await changePerson(c, async (one, view) => giveBack(one, await houseIn(view), signatureOf(c)))
  return after(c, back, 'person-given-back')
})

personRoutes.post('/:id/invitation', only('settle the accounts'), async (c) => {
  const { token, invitation } = newInvitation(c)
  const invited = await changePerson(c, (one) => inviteAnew(one, invitation))
  return invited.ok ? showLink(c, invited.value, token) : after(c, invited)
})

personRoutes.post('/:id/factor-reset', only('settle the accounts'), async (c) => {
  const fields = await fieldsOf(c)
  const form = new Reading(fields)
  const why = form.result(form.text('why', { most: 300 }))
  const by = signatureOf(c)
  const reset = why.ok
    ? await changeRight(c, (one, view) => {
        view.saveEntry('notices', noticeTo(one.id, 'factors-changed', by))
        return resetFactors(one, why.value, by)
      })
    : why
  return after(c, reset, 'factors-reset', fields)
})

async function after(
  c: Ask,
  result: Result<Person>,
  said?: Parameters<typeof onTo>[2],
  typed?: URLSearchParams,
): Promise<Response> {
  if (!result.ok) return page(c, typed, result.refusals)
  c.set('why', said)
  return onTo(c, `/settings/people/${result.value.id}`, said)
}

async function page(c: Ask, typed?: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { store, here } = c.var
  const person = await store.person(c.req.param('id') ?? '')
  if (!person) return refusalPage(c, 'not-found')
  const [people, schools] = [await store.people(), await store.schools()]
  const seenAt = (await store.visitsOf(person.id))[0]?.seenAt
  return show(c, personPage(here, { person, people, schools, seenAt }, typed, refusals), refusals)
}
