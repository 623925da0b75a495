import { Hono } from 'hono'
import { firstCodesPage, firstFactorPage } from '../../views/account/first-factor.ts'
import { hasFactor } from '../people/factors.ts'
import type { Person } from '../people/person.ts'
import { type Refusal, refused } from '../result.ts'
import { addApp, addPasskey, appOffer, codesOffer, keepCodes, passkeyOffer } from './enrol.ts'
import { fieldsOf } from './fields.ts'
import { only } from './only.ts'
import { ownPath } from './origin.ts'
import { changePerson } from './own-person.ts'
import { onTo, show } from './pages.ts'
import type { Ask, Site } from './site.ts'
import { owedBy, startVisit } from './visits.ts'

/**
 * The rest of the first sign-in: after the password a second factor is set up, then the recovery codes are kept, and
 * only then does the visit count. Whoever is anywhere else on the way is sent to where they are.
 */
export const firstFactorRoutes = new Hono<Site>()

/** Where the way goes on: the sign-in knows. */
const onward = (c: Ask, fields: URLSearchParams) =>
  onTo(c, `/sign-in?to=${encodeURIComponent(ownPath(fields.get('to')))}`)

/** Who is at this step of the way; undefined for everybody else. */
const whoOwes = (c: Ask, step: 'factor' | 'recovery-codes'): Person | undefined =>
  owedBy(c) === step ? c.var.halfway : undefined

firstFactorRoutes.get('/factor', only('sign in'), (c) => factorStep(c, new URL(c.req.url).searchParams))

for (const [path, rule] of [
  ['/factor/passkey', addPasskey],
  ['/factor/app', addApp],
] as const)
  firstFactorRoutes.post(path, only('sign in'), async (c) => {
    const fields = await fieldsOf(c)
    const person = whoOwes(c, 'factor')
    if (!person) return onward(c, fields)
    const enrol = await rule(c, fields)
    // not if another window, or somebody else, was quicker
    const result = await changePerson(c, person, (now, signature) =>
      hasFactor(now) ? refused({ reason: 'changed-meanwhile' }) : enrol(now, signature),
    )
    c.set('why', result.ok ? 'factor-set-up' : result.refusals[0]?.reason)
    if (!result.ok) return factorStep(c, fields, result.refusals)
    await startVisit(c, person.id, c.var.here.now)
    return onward(c, fields)
  })

firstFactorRoutes.get('/recovery-codes', only('sign in'), (c) => codesStep(c, new URL(c.req.url).searchParams))

firstFactorRoutes.post('/recovery-codes', only('sign in'), async (c) => {
  const fields = await fieldsOf(c)
  const person = whoOwes(c, 'recovery-codes')
  if (!person) return onward(c, fields)
  const result = await changePerson(c, person, keepCodes(c, fields))
  c.set('why', result.ok ? 'recovery-codes-kept' : result.refusals[0]?.reason)
  if (!result.ok) return codesStep(c, fields, result.refusals)
  await startVisit(c, person.id, c.var.visit?.factorAt)
  c.set('person', result.value)
  return onTo(c, ownPath(fields.get('to')), 'factors-set-up')
})

async function factorStep(c: Ask, typed: URLSearchParams, refusals: Refusal[] = []) {
  const person = whoOwes(c, 'factor')
  if (!person) return onward(c, typed)
  const offer = { passkey: await passkeyOffer(c, person), app: appOffer(c, person) }
  return show(c, firstFactorPage(c.var.here, offer, typed, refusals), refusals)
}

async function codesStep(c: Ask, typed: URLSearchParams, refusals: Refusal[] = []) {
  const person = whoOwes(c, 'recovery-codes')
  if (!person) return onward(c, typed)
  return show(c, firstCodesPage(c.var.here, codesOffer(c, person), typed, refusals), refusals)
}
