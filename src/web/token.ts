import { createHash, timingSafeEqual } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import { newToken } from '../people/token.ts'
import type { Ask } from './site.ts'

/*
 * Every form of ours carries a token that only pages shown to this browser can hold: a hash of its secret cookie,
 * which no script and no other site can read or set.
 */

export const visitCookie = '__Host-visit'
const guestCookie = '__Host-guest'
/** Of every cookie that stands for somebody: sent to us alone, read by no script, never from a foreign page. */
export const cookieRules = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

/** The name of the form field, and of the header for requests that are no form. */
export const tokenField = 'token'
export const tokenHeader = 'X-Token'

const tokenOf = (secret: string): string => createHash('sha256').update(`token ${secret}`).digest('base64url')

/** The token for what this answer shows. Whoever has no cookie yet is given one that says nothing. */
export function tokenFor(c: Ask): string {
  const known = c.var.secret ?? getCookie(c, visitCookie) ?? getCookie(c, guestCookie)
  if (known !== undefined) return tokenOf(known)
  const fresh = newToken()
  setCookie(c, guestCookie, fresh, cookieRules)
  c.set('secret', fresh)
  return tokenOf(fresh)
}

/** Whether a token is the one of this browser's cookie. */
export function isOwnToken(c: Ask, given: string | undefined): boolean {
  const secret = getCookie(c, visitCookie) ?? getCookie(c, guestCookie)
  if (secret === undefined || given === undefined) return false
  const [right, other] = [Buffer.from(tokenOf(secret)), Buffer.from(given)]
  return right.length === other.length && timingSafeEqual(right, other)
}

/**
 * A page with the token in each form that is posted, and in a `meta` for its scripts. It is put in here, in one place,
 * so that no form can be without; user text is escaped, so that every `<form` is ours.
 */
export function withToken(page: string, token: string): string {
  const field = `<input type="hidden" name="${tokenField}" value="${token}">`
  return page
    .replace('</head>', `<meta name="${tokenField}" content="${token}">\n</head>`)
    .replace(/<form method="post"[^>]*>/g, (form) => form + field)
}
