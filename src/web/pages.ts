import type { Here, Html } from '../../views/here.ts'
import { refusedPage } from '../../views/refused.ts'
import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { belongingOf } from '../casefile/questions.ts'
import { type Deed, may } from '../people/may.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import type { View } from '../store/store.ts'
import type { Ask } from './site.ts'

/** Shows a page. With `refusals` it is a form that was refused: shown again whole, with status 422. */
export async function show(c: Ask, page: Html | Promise<Html>, refusals: Refusal[] = []): Promise<Response> {
  return c.html(String(await page), refusals.length > 0 ? 422 : 200)
}

/** After a change: on to another page, which says what was done (`done` is a key of the words). */
export function onTo(c: Ask, path: string, done?: keyof Here['t']['done']): Response {
  return c.redirect(done ? `${path}${path.includes('?') ? '&' : '?'}done=${done}` : path, 303)
}

export const signatureOf = (c: Ask): Signature => ({ by: c.var.person.id, at: c.var.house.clock.now() })

/**
 * Reads the case of this path anew, lets a rule decide, saves what it made of it. The right to the deed is looked at
 * again inside, since the case may have gone to somebody else in between.
 */
export function changeCase(
  c: Ask,
  deed: Deed,
  rule: (caseFile: CaseFile, signature: Signature, view: View) => Result<CaseFile> | Promise<Result<CaseFile>>,
): Promise<Result<CaseFile>> {
  return c.var.store.change(async (view) => {
    const caseFile = await view.caseFile(c.var.caseFile.number)
    if (!caseFile || !may(c.var.person, deed, belongingOf(caseFile))) return refused({ reason: 'changed-meanwhile' })
    const result = await rule(caseFile, signatureOf(c), view)
    if (result.ok && result.value !== caseFile) view.saveCase(result.value)
    return result
  })
}

const statuses = {
  'sign-in': 401,
  forbidden: 403,
  'not-found': 404,
  'bad-request': 400,
  'too-large': 413,
  'wrong-type': 415,
  'from-elsewhere': 403,
  failed: 500,
} as const
export type Refused = keyof typeof statuses

/** The page that says no. Whoever is not signed in and only wants to read is led to the sign-in instead. */
export async function refusalPage(c: Ask, why: Refused): Promise<Response> {
  // too early for a page: the store itself failed
  if (!c.var.here) return c.text('', statuses[why])
  if (why === 'sign-in') {
    if (c.req.header('HX-Request')) return c.body('', 200, { 'HX-Redirect': '/sign-in' })
    const page = c.req.method === 'GET' && !c.req.path.endsWith('.json')
    const { pathname, search } = new URL(c.req.url)
    if (page)
      return c.redirect(pathname === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(pathname + search)}`, 303)
  }
  return c.html(String(await refusedPage(c.var.here, why)), statuses[why])
}
