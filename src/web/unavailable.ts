import { unavailablePage } from '../../views/unavailable.ts'
import { codeOf, isNoRoom } from '../store/disk.ts'
import { StoreRefusal } from '../store/refusal.ts'
import { formIn } from './fields.ts'
import { isFromOwnPage } from './guards.ts'
import { bareHere } from './here.ts'
import { withoutSecrets } from './kept.ts'
import type { Ask } from './site.ts'
import { tokenFor, withToken } from './token.ts'

/** Seconds after which it is worth to ask again. */
const again = '15'
/** What is given back is read here for the first time, maybe: no more of it than a form of ours holds. */
const mostBytes = 640 * 1024

/** The disk failed just now, or may only be read. */
const failed = ['EIO', 'EROFS']

/** Whether the store is not there now, or its disk takes nothing: nobody who asks has any fault, and it passes. */
export const isUnavailable = (failure: unknown): boolean =>
  failure instanceof StoreRefusal
    ? ['unavailable', 'stopped', 'closed'].includes(failure.code)
    : isNoRoom(failure) || failed.includes(codeOf(failure) ?? '')

/**
 * The answer while the store is not there (503) or has no room (507), which asks it nothing. Nothing that was prepared before leaves with it: no
 * cookie, no way on, no file. A form comes back whole, since its answer was lost on the way or it never got there;
 * to a script of an open page it says no more than that, and what is on screen stays.
 */
export async function unavailable(c: Ask, failure: unknown): Promise<Response> {
  const isFull = isNoRoom(failure)
  const status = isFull ? 507 : 503
  if (!(failure instanceof StoreRefusal))
    console.error(`the disk takes nothing (${codeOf(failure)}): ${c.req.method} ${c.req.routePath}`)
  for (const name of [...c.res.headers.keys()]) c.header(name, undefined)
  c.header('Retry-After', again)
  if (c.req.header('HX-Request') || c.req.path.endsWith('.json')) return c.body(null, status)
  const here = bareHere(c)
  const fields = c.req.method === 'GET' ? undefined : await typedIn(c)
  const sent = c.req.method === 'GET' ? undefined : { path: c.req.path, fields }
  const page = String(await unavailablePage(here, isFull, sent))
  return c.html(fields ? withToken(page, tokenFor(c)) : page, status)
}

/** What was typed into a page of ours; undefined where that cannot be told, or it is no form. */
async function typedIn(c: Ask): Promise<URLSearchParams | undefined> {
  const bytes = Number(c.req.header('Content-Length') ?? Number.NaN)
  if (!isFromOwnPage(c) || !(bytes <= mostBytes)) return undefined
  const fields = await formIn(c).catch(() => undefined)
  const typed = [...withoutSecrets(fields ?? new URLSearchParams())].filter(([, value]) => value !== '')
  return typed.length > 0 ? new URLSearchParams(typed) : undefined
}
