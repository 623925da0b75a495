import { Hono } from 'hono'
import { signInPage } from '../../views/sign-in.ts'
import { fits, TooBusy } from '../people/password.ts'
import type { Person } from '../people/person.ts'
import { done, type Result, refused } from '../result.ts'
import { fieldsOf } from './fields.ts'
import { setLang } from './here.ts'
import { only } from './only.ts'
import { onTo, show } from './pages.ts'
import type { Ask, Site } from './site.ts'
import { endVisit, startVisit } from './visits.ts'

export const signInRoutes = new Hono<Site>()

signInRoutes.get('/sign-in', only('sign in'), (c) => {
  const typed = new URLSearchParams({ to: c.req.query('to') ?? '' })
  return show(c, signInPage(c.var.here, typed, []))
})

signInRoutes.post('/sign-in', only('sign in'), async (c) => {
  const fields = await fieldsOf(c)
  const known = await whoIs(c, fields)
  if (!known.ok) return show(c, signInPage(c.var.here, fields, known.refusals), known.refusals)
  await startVisit(c, known.value.id)
  c.set('person', known.value)
  return onTo(c, ownPath(fields.get('to')))
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

/** The same answer for an unknown address and a wrong password. */
async function whoIs(c: Ask, fields: URLSearchParams): Promise<Result<Person>> {
  const email = (fields.get('email') ?? '').trim().toLowerCase().slice(0, 200)
  const person = await c.var.store.personByEmail(email)
  try {
    const right = await fits((fields.get('password') ?? '').slice(0, 200), person?.password)
    return right && person && !person.ended ? done(person) : refused({ reason: 'sign-in-wrong', field: 'email' })
  } catch (error) {
    if (error instanceof TooBusy) return refused({ reason: 'sign-in-busy', field: 'email' })
    throw error
  }
}

/** A path of this site and nothing else: never a way out to somewhere foreign. */
const ownPath = (to: string | null): string =>
  to && /^\/(?![/\\])[\w\-./?=&%]*$/.test(to) && to.length < 300 ? to : '/'
