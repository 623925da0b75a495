import type { Ask } from './site.ts'

/** Where this house is reached: as settled when it was started, else (on this machine only) as it was asked. */
export const ownOrigin = (c: Ask): string => c.var.house.origin ?? new URL(c.req.url).origin
