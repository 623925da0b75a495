import type { Ask } from './site.ts'

/** An open page asks here by itself, every few seconds, whether there is something to tell its reader. */
const stripPath = '/notices/strip'
/** And the page of an export how far it is. */
const progressPath = /^\/report\/exports\/[^/]+\/progress$/

/** Whether nobody did anything, but a page that stands open asks: it keeps no visit alive. */
export const isPoll = (c: Ask): boolean =>
  c.req.method === 'GET' && (c.req.path === stripPath || progressPath.test(c.req.path))
