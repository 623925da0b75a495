import { Hono } from 'hono'
import { accountPage } from '../../views/account/overview.ts'
import { passwordPage } from '../../views/account/password.ts'
import type { Person } from '../people/person.ts'
import { done, type Result, refused } from '../result.ts'
import { fieldsOf } from './fields.ts'
import { inTurn } from './guess.ts'
import { knownAbout, newPassword } from './new-password.ts'
import { only } from './only.ts'
import { changeAccess } from './own-person.ts'
import { onTo, show, signatureOf } from './pages.ts'
import { checked } from './password-check.ts'
import type { Ask, Site } from './site.ts'
import { isOver } from './visits.ts'

/** One's own account: the password, the second factors, and where one is signed in. */
export const accountRoutes = new Hono<Site>()

accountRoutes.get('/', only('look after the own account'), async (c) => {
  const { store, person, here, visit } = c.var
  const open = (await store.visitsOf(person.id)).filter((one) => !isOver(one, here.now))
  const counting = open.filter(({ factorAt }) => factorAt !== undefined || here.demo)
  return show(c, accountPage(here, { person, visits: counting, own: visit?.hash }))
})

accountRoutes.get('/password', only('look after the own account'), (c) => show(c, passwordPage(c.var.here, [])))

accountRoutes.post('/password', only('look after the own account'), async (c) => {
  const fields = await fieldsOf(c)
  const { person, store } = c.var
  const old = await withOldPassword(c, fields)
  const fresh = old.ok ? await newPassword(fields.get('newPassword'), await knownAbout(person, store)) : old
  const result = fresh.ok
    ? await changeAccess(c, 'password-changed', (one) => done({ ...one, password: fresh.value }))
    : fresh
  c.set('why', result.ok ? 'password-changed' : result.refusals[0]?.reason)
  if (!result.ok) return show(c, passwordPage(c.var.here, result.refusals), result.refusals)
  return onTo(c, '/account', 'password-changed')
})

/** Signs out elsewhere: in one place, or everywhere but here. What is over already stays over. */
accountRoutes.post('/visits/ending', only('look after the own account'), async (c) => {
  const chosen = (await fieldsOf(c)).get('visit')
  const { store, person, visit } = c.var
  await store.change(async (view) => {
    const others = (await view.visitsOf(person.id)).filter(({ hash, ended }) => !ended && hash !== visit?.hash)
    const { by, at } = signatureOf(c)
    for (const one of others) if (!chosen || one.hash === chosen) view.saveVisit({ ...one, ended: { by, at } })
    return done(undefined)
  })
  return onTo(c, '/account', 'visits-ended')
})

/** Asks for the present password as the sign-in does: the same delays, so that an open screen is no place to guess. */
function withOldPassword(c: Ask, fields: URLSearchParams): Promise<Result<Person>> {
  const { person } = c.var
  const field = 'oldPassword'
  return inTurn(c, { what: 'password', account: person.email, field }, async () => {
    const right = await checked(fields.get(field), person, field)
    if (!right.ok) return right
    return right.value ? done(person) : refused({ reason: 'password-wrong', field })
  })
}
