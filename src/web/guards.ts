import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { Site } from './site.ts'

/** No inline script or style anywhere, nothing from outside, never inside a frame. */
export const headers: MiddlewareHandler<Site> = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
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

/**
 * A change must come from our own page. Whatever the content type: Sec-Fetch-Site must say same-origin where the
 * browser sends it, Origin must be ours where it is sent, and one of the two must be there.
 */
export const ownPagesOnly: MiddlewareHandler<Site> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const site = c.req.header('Sec-Fetch-Site')
    const origin = c.req.header('Origin')
    const own = new URL(c.req.url).host
    const fromOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === own)
    const named = site !== undefined || origin !== undefined
    if (!named || !fromOwn || (site !== undefined && site !== 'same-origin')) throw new HTTPException(403)
  }
  await next()
}
