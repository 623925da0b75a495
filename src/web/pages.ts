import type { Here, Html } from '../../views/here.ts'
import { keptPage } from '../../views/kept.ts'
import { refusedPage } from '../../views/refused.ts'
import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { belongingOf } from '../casefile/questions.ts'
import { type Deed, may } from '../people/may.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import type { View } from '../store/store.ts'
import { formIn } from './fields.ts'
import { withoutSecrets } from './kept.ts'
import type { Ask } from './site.ts'
import { tokenFor, withToken } from './token.ts'

/** Shows a page. With `refusals` it is a form that was refused: shown again whole, with status 422. */
export async function show(c: Ask, page: Html | Promise<Html>, refusals: Refusal[] = []): Promise<Response> {
  return c.html(withToken(String(await page), tokenFor(c)), refusals.length > 0 ? 422 : 200)
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
    if (!caseFile || !may(c.var.person, deed, belongingOf(caseFile, c.var.house.clock.now())))
      return refused({ reason: 'changed-meanwhile' })
    const result = await rule(caseFile, signatureOf(c), view)
    if (result.ok && result.value !== caseFile) view.saveCase(result.value)
    return result
  })
}

const statuses = {
  'sign-in': 401,
  confirm: 401,
  forbidden: 403,
  'not-found': 404,
  'bad-request': 400,
  'too-large': 413,
  'wrong-type': 415,
  'from-elsewhere': 403,
  'too-many': 429,
  failed: 500,
} as const
export type Refused = keyof typeof statuses

/**
 * The page that says no. Whoever is not signed in is led to the sign-in instead, whoever owes a fresh second factor to
 * where it is given; `kept` is what they had typed, to go on with from there.
 */
export async function refusalPage(c: Ask, why: Refused, kept?: string): Promise<Response> {
  // too early for a page: the store itself failed
  if (!c.var.here) return c.text('', statuses[why])
  if (why === 'sign-in' || why === 'confirm') {
    const to = leadTo(c, why, kept)
    if (to && c.req.header('HX-Request')) return c.body('', 200, { 'HX-Redirect': to })
    if (to) return c.redirect(to, 303)
  }
  // the same to the last letter for what is foreign and what is missing: so not even the address asked for is on it
  const here = why === 'not-found' ? { ...c.var.here, path: '/', address: '/' } : c.var.here
  const page = await refusedPage(here, why === 'confirm' ? 'sign-in' : why)
  return c.html(withToken(String(page), tokenFor(c)), statuses[why])
}

function leadTo(c: Ask, why: 'sign-in' | 'confirm', kept?: string): string | undefined {
  const door = why === 'confirm' ? '/confirm' : '/sign-in'
  const { pathname, search } = new URL(c.req.url)
  const shown = c.req.method === 'GET' ? pathname + search : why === 'confirm' ? c.var.here.address : undefined
  const back = kept ? `/kept/${kept}` : shown
  if (back === undefined) return c.req.header('HX-Request') ? door : undefined
  if (c.req.path.endsWith('.json')) return undefined
  return back === '/' ? door : `${door}?to=${encodeURIComponent(back)}`
}

/** A form of a page from before the last sign-in: nothing was done, and all that was typed is there to be sent again. */
export async function stalePage(c: Ask): Promise<Response> {
  const fields = await formIn(c)
  if (!fields || !c.var.here || c.req.header('HX-Request')) return refusalPage(c, 'from-elsewhere')
  const page = await keptPage(c.var.here, { path: c.req.path, fields: withoutSecrets(fields) })
  return c.html(withToken(String(page), tokenFor(c)), 403)
}
