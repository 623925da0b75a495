import { Hono } from 'hono'
import { confirmPage } from '../../views/account/confirm.ts'
import type { Refusal } from '../result.ts'
import { fieldsOf } from './fields.ts'
import { only } from './only.ts'
import { ownPath } from './origin.ts'
import { onTo, show } from './pages.ts'
import { passkeyRequest, withCode, withPasskey } from './proof.ts'
import type { Ask, Site } from './site.ts'
import { confirmVisit, isConfirmed } from './visits.ts'

/** The second factor once more, before what not even an unwatched screen may do. Then on to where it was asked for. */
export const confirmRoutes = new Hono<Site>()

/** What the log says of how it was given. */
const ways = { passkey: 'confirmed-by-passkey', code: 'confirmed-by-code' } as const

confirmRoutes.get('/', only('look after the own account'), (c) => {
  const to = c.req.query('to') ?? ''
  return isConfirmed(c) ? onTo(c, ownPath(to)) : question(c, new URLSearchParams({ to }))
})

confirmRoutes.post('/', only('look after the own account'), async (c) => {
  const fields = await fieldsOf(c)
  const { person } = c.var
  const way = fields.get('assertion') ? 'passkey' : 'code'
  const proof = await (way === 'passkey' ? withPasskey(c, 'confirm', fields, person) : withCode(c, person, fields))
  c.set('why', proof.ok ? ways[way] : proof.refusals[0]?.reason)
  if (!proof.ok) return question(c, fields, proof.refusals)
  await confirmVisit(c)
  return onTo(c, ownPath(fields.get('to')))
})

async function question(c: Ask, typed: URLSearchParams, refusals: Refusal[] = []) {
  const passkey = await passkeyRequest(c, 'confirm', c.var.person)
  return show(c, confirmPage(c.var.here, { passkey, typed }, refusals), refusals)
}
