import type { Ask } from './site.ts'

/** Where this house is reached: as settled when it was started, else (on this machine only) as it was asked. */
export const ownOrigin = (c: Ask): string => c.var.house.origin ?? new URL(c.req.url).origin

/** A path of this site and nothing else: never a way out to somewhere foreign. */
export const ownPath = (to: string | null): string =>
  to && /^\/(?![/\\])[\w\-./?=&%]*$/.test(to) && to.length < 300 ? to : '/'
