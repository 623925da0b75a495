import { Hono } from 'hono'
import { appPage } from '../../views/account/app.ts'
import { codesPage } from '../../views/account/codes.ts'
import { factorsPage } from '../../views/account/factors.ts'
import { renamedPasskey, withoutPasskey } from '../people/own-factors.ts'
import type { Person } from '../people/person.ts'
import type { Refusal, Result } from '../result.ts'
import { addApp, addPasskey, appOffer, codesOffer, keepCodes, passkeyNameIn, passkeyOffer } from './enrol.ts'
import { fieldsOf } from './fields.ts'
import { only } from './only.ts'
import { changeAccess, changePerson } from './own-person.ts'
import { onTo, show } from './pages.ts'
import type { Ask, Site } from './site.ts'

/** One's own second factors. Each route asks for a factor that was given within the last minutes. */
export const factorRoutes = new Hono<Site>()

factorRoutes.get('/', only('change the own factors'), (c) => factors(c))

factorRoutes.post('/passkeys', only('change the own factors'), async (c) => {
  const fields = await fieldsOf(c)
  const result = await changeAccess(c, 'factors-changed', await addPasskey(c, fields))
  return result.ok ? onTo(c, '/account/factors', 'passkey-added') : factors(c, fields, result)
})

factorRoutes.post('/passkeys/name', only('change the own factors'), async (c) => {
  const fields = await fieldsOf(c)
  const name = passkeyNameIn(fields)
  const result = name.ok
    ? await changePerson(c, c.var.person, (person) => renamedPasskey(person, fields.get('passkey') ?? '', name.value))
    : name
  return result.ok ? onTo(c, '/account/factors', 'passkey-renamed') : factors(c, fields, result)
})

factorRoutes.post('/passkeys/removal', only('change the own factors'), async (c) => {
  const fields = await fieldsOf(c)
  const id = fields.get('passkey') ?? ''
  const result = await changeAccess(c, 'factors-changed', (person) => withoutPasskey(person, id))
  return result.ok ? onTo(c, '/account/factors', 'passkey-removed') : factors(c, fields, result)
})

factorRoutes.get('/app', only('change the own factors'), (c) => app(c))

factorRoutes.post('/app', only('change the own factors'), async (c) => {
  const fields = await fieldsOf(c)
  const result = await changeAccess(c, 'factors-changed', addApp(c, fields))
  return result.ok ? onTo(c, '/account/factors', 'app-renewed') : app(c, fields, result.refusals)
})

factorRoutes.get('/codes', only('change the own factors'), (c) => codes(c))

factorRoutes.post('/codes', only('change the own factors'), async (c) => {
  const fields = await fieldsOf(c)
  const result = await changeAccess(c, 'factors-changed', keepCodes(c, fields))
  return result.ok ? onTo(c, '/account/factors', 'codes-renewed') : codes(c, fields, result.refusals)
})

async function factors(c: Ask, typed = new URLSearchParams(), result?: Result<Person | string>) {
  const refusals = result && !result.ok ? result.refusals : []
  const offer = await passkeyOffer(c, c.var.person)
  return show(c, factorsPage(c.var.here, { person: c.var.person, offer, typed }, refusals), refusals)
}

const app = (c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []) =>
  show(c, appPage(c.var.here, appOffer(c, c.var.person), typed, refusals), refusals)

const codes = (c: Ask, typed = new URLSearchParams(), refusals: Refusal[] = []) =>
  show(c, codesPage(c.var.here, codesOffer(c, c.var.person), typed, refusals), refusals)
