import { Hono } from 'hono'
import { signInPage } from '../../views/sign-in.ts'
import { isSetUp } from '../people/factors.ts'
import type { Person } from '../people/person.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { fieldsOf } from './fields.ts'
import { inTurn } from './guess.ts'
import { setLang } from './here.ts'
import { only } from './only.ts'
import { ownPath } from './origin.ts'
import { onTo, show } from './pages.ts'
import { checked } from './password-check.ts'
import { passkeyRequest, withCode, withPasskey } from './proof.ts'
import type { Ask, Site } from './site.ts'
import { endVisit, owedBy, startVisit } from './visits.ts'

export const signInRoutes = new Hono<Site>()

signInRoutes.get('/sign-in', only('sign in'), (c) => {
  const to = c.req.query('to') ?? ''
  const owed = c.req.query('anew') ? undefined : owedBy(c)
  if (owed === 'factor' || owed === 'recovery-codes')
    return onTo(c, withTo(`/sign-in/${owed}`, ownPath(to)), c.var.here.done)
  return door(c, owed === 'code' ? 'code' : 'password', new URLSearchParams({ to }))
})

/**
 * First who it is and their password; then, for everyone but the people of a demonstration, the second factor. A
 * passkey is both at once: it is something one has, and it asks for a finger or a PIN.
 */
signInRoutes.post('/sign-in', only('sign in'), async (c) => {
  const fields = await fieldsOf(c)
  const { halfway, here } = c.var
  const way = fields.get('assertion') ? 'passkey' : halfway && fields.has('code') ? 'code' : 'password'
  const known = await (way === 'passkey'
    ? withPasskey(c, 'sign-in', fields)
    : halfway && way === 'code'
      ? withCode(c, halfway, fields)
      : withPassword(c, fields))
  c.set('why', known.ok ? way : known.refusals[0]?.reason)
  if (!known.ok)
    return door(c, owedBy(c) === 'code' && way !== 'password' ? 'code' : 'password', fields, known.refusals)
  await startVisit(c, known.value.id, way === 'password' ? undefined : here.now)
  const to = ownPath(fields.get('to'))
  if (!here.demo && (way === 'password' || !isSetUp(known.value))) {
    c.set('halfway', known.value)
    return onTo(c, withTo('/sign-in', to))
  }
  c.set('person', known.value)
  return onTo(c, to)
})

signInRoutes.post('/sign-out', only('sign out'), async (c) => {
  await endVisit(c)
  c.header('Clear-Site-Data', '"cache", "storage"')
  return onTo(c, '/sign-in', 'signed-out')
})

signInRoutes.post('/language', only('choose a language'), async (c) => {
  const fields = await fieldsOf(c)
  setLang(c, fields.get('lang') === 'en' ? 'en' : 'ko')
  return onTo(c, ownPath(fields.get('to')))
})

const withTo = (path: string, to: string): string => `${path}?to=${encodeURIComponent(to)}`

async function door(c: Ask, step: 'password' | 'code', typed: URLSearchParams, refusals: Refusal[] = []) {
  const passkey = await passkeyRequest(c, 'sign-in', step === 'code' ? c.var.halfway : undefined)
  return show(c, signInPage(c.var.here, { step, passkey, typed }, refusals), refusals)
}

/** The same answer for an unknown address and a wrong password. */
function withPassword(c: Ask, fields: URLSearchParams): Promise<Result<Person>> {
  const email = (fields.get('email') ?? '').trim().toLowerCase().slice(0, 200)
  return inTurn(c, { what: 'password', account: email, field: 'password' }, async () => {
    const person = await c.var.store.personByEmail(email)
    const right = await checked(fields.get('password'), person)
    if (!right.ok) return right
    return right.value && person && !person.ended ? done(person) : refused({ reason: 'sign-in-wrong', field: 'email' })
  })
}
