import { Hono } from 'hono'
import { invitationOverPage, invitationPage } from '../../views/account/invitation.ts'
import { noticeTo } from '../people/notice.ts'
import { invitedBy, takenUp } from '../people/take-up.ts'
import { done, refused } from '../result.ts'
import { fieldsOf } from './fields.ts'
import { knownAbout, newPassword } from './new-password.ts'
import { only } from './only.ts'
import { onTo, show } from './pages.ts'
import { atMost } from './rates.ts'
import type { Ask, Site } from './site.ts'
import { endVisitsOf, startVisit } from './visits.ts'

/**
 * The link by which somebody chooses a password: the first, or a new one after it was forgotten. Opening it spends
 * nothing, so that whatever looks at links on the way does no harm; only the password that is sent does. A second factor
 * that was set up is asked for as ever.
 */
export const invitationRoutes = new Hono<Site>()

const wide = atMost(60, 'address')

invitationRoutes.get('/:token', only('take up an invitation'), wide, async (c) => {
  const invited = invitedBy(c.req.param('token'), await c.var.store.people(), c.var.here.now)
  return invited ? show(c, invitationPage(c.var.here, [])) : over(c)
})

invitationRoutes.post('/:token', only('take up an invitation'), wide, async (c) => {
  const token = c.req.param('token')
  const fields = await fieldsOf(c)
  const { store, here } = c.var
  const invited = invitedBy(token, await store.people(), here.now)
  if (!invited) return over(c)
  const password = await newPassword(fields.get('newPassword'), await knownAbout(invited, store))
  if (!password.ok) return show(c, invitationPage(here, password.refusals), password.refusals)
  const taken = await store.change(async (view) => {
    const person = invitedBy(token, await view.people(), here.now)
    if (!person) return refused({ reason: 'changed-meanwhile' })
    const signature = { by: person.id, at: here.now }
    view.savePerson(takenUp(person, password.value))
    await endVisitsOf(view, person.id, signature)
    if (person.password) view.saveEntry('notices', noticeTo(person.id, 'password-changed', signature))
    return done(person)
  })
  if (!taken.ok) return over(c)
  await startVisit(c, taken.value.id)
  c.set('halfway', taken.value)
  return onTo(c, '/sign-in')
})

/** The same for a link that is used, over, replaced, or was never one. */
async function over(c: Ask): Promise<Response> {
  const page = await show(c, invitationOverPage(c.var.here))
  return new Response(page.body, { status: 410, headers: page.headers })
}
