import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { hasTooManyFields, isOwnType, tokenIn } from './fields.ts'
import { ownOrigin } from './origin.ts'
import { stalePage } from './pages.ts'
import type { Ask, Site } from './site.ts'
import { isOwnToken } from './token.ts'

/** No inline script or style anywhere, nothing from outside, never inside a frame. */
export const headers: MiddlewareHandler<Site> = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // 'no-referrer' would make a browser send `Origin: null` with our own forms, and ownPagesOnly would refuse them all
  referrerPolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
})

/** Pages hold facts about people: no browser, proxy or search engine keeps them. */
export const unkept: MiddlewareHandler<Site> = async (c, next) => {
  await next()
  if (c.res.headers.get('Cache-Control')) return
  c.res.headers.set('Cache-Control', 'no-store')
  c.res.headers.set('Vary', 'HX-Request, Cookie')
  c.res.headers.set('X-Robots-Tag', 'noindex')
}

/** No page of ours has a longer address, its origin included. */
const longestAddress = 2048

/** An address that no page of ours has is refused before anything is made of it. */
export const shortAddress: MiddlewareHandler<Site> = async (c, next) =>
  c.req.url.length > longestAddress ? c.text('', 414) : next()

/** Whether what was sent says that it comes from a page of ours: what a browser says of itself must all be good. */
export function isFromOwnPage(c: Ask): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  const origin = c.req.header('Origin')
  const named = site !== undefined || origin !== undefined
  const fromOwn = origin === undefined || origin === ownOrigin(c)
  return named && fromOwn && (site === undefined || site === 'same-origin')
}

/**
 * A change must come from our own page, whatever the content type: Sec-Fetch-Site must say same-origin where the
 * browser sends it, Origin must be ours where it is sent, and one of the two must be there; it must call itself a form
 * or JSON, and be no form with more fields than ours have; and it must carry the token of a page that this browser was
 * shown. A page from before the last sign-in has an old token: what was typed into it comes back, to be sent again.
 */
export const ownPagesOnly: MiddlewareHandler<Site> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    if (!isFromOwnPage(c)) throw new HTTPException(403)
    if (!isOwnType(c)) throw new HTTPException(415)
    if (await hasTooManyFields(c)) throw new HTTPException(400)
    if (!isOwnToken(c, await tokenIn(c))) return stalePage(c)
  }
  await next()
}
