import { Hono } from 'hono'
import { signInPage } from '../../views/sign-in.ts'
import { afterCode } from '../people/factors.ts'
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
  return show(c, signInPage(c.var.here, step(c), typed, []))
})

/** First who it is and their password; then, for everyone but the people of a demonstration, the second factor. */
signInRoutes.post('/sign-in', only('sign in'), async (c) => {
  const fields = await fieldsOf(c)
  const halfway = c.var.halfway
  const known = halfway && fields.has('code') ? await withCode(c, halfway, fields) : await withPassword(c, fields)
  if (!known.ok) return show(c, signInPage(c.var.here, step(c), fields, known.refusals), known.refusals)
  const whole = halfway !== undefined && fields.has('code')
  await startVisit(c, known.value.id, whole ? c.var.here.now : undefined)
  if (!whole && !c.var.here.demo) {
    c.set('halfway', known.value)
    return onTo(c, `/sign-in?to=${encodeURIComponent(ownPath(fields.get('to')))}`)
  }
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

const step = (c: Ask) => (c.var.halfway ? 'code' : 'password')

/** The same answer for an unknown address and a wrong password. */
async function withPassword(c: Ask, fields: URLSearchParams): Promise<Result<Person>> {
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

/** A code of the authenticator app or a recovery code; used up in the same change that finds it right. */
function withCode(c: Ask, { id }: Person, fields: URLSearchParams): Promise<Result<Person>> {
  const code = (fields.get('code') ?? '').slice(0, 100)
  return c.var.store.change(async (view) => {
    const person = await view.person(id)
    const factors = person && afterCode(person, code, c.var.here.now)
    if (!person || !factors) return refused({ reason: 'code-wrong', field: 'code' })
    view.savePerson({ ...person, factors })
    return done(person)
  })
}

/** A path of this site and nothing else: never a way out to somewhere foreign. */
const ownPath = (to: string | null): string =>
  to && /^\/(?![/\\])[\w\-./?=&%]*$/.test(to) && to.length < 300 ? to : '/'
