import { createHash, randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { done } from '../result.ts'
import type { Visit } from '../store/store.ts'
import { type Moment, plusMinutes } from '../time/days.ts'
import type { Ask, Site } from './site.ts'

const cookie = '__Host-visit'
const cookieRules = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

/** A visit ends after 20 minutes without a request and after 10 hours in any case. */
const idleMinutes = 20
const longestMinutes = 600
/** How stale the kept time of the last request may be: one write a minute, not one a page. */
const noticeMinutes = 1

const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url')

/** Starts a visit for a person: a random id in the cookie, its hash in the store. A visit under way ends. */
export async function startVisit(c: Ask, personId: string): Promise<void> {
  const before = c.var.visitHash
  const id = randomBytes(32).toString('base64url')
  const at = c.var.house.clock.now()
  await c.var.store.change((view) => {
    if (before) view.removeVisit(before)
    view.saveVisit({ hash: hashOf(id), personId, startedAt: at, seenAt: at })
    return done(undefined)
  })
  setCookie(c, cookie, id, cookieRules)
}

export async function endVisit(c: Ask): Promise<void> {
  const hash = c.var.visitHash
  deleteCookie(c, cookie, cookieRules)
  if (!hash) return
  await c.var.store.change((view) => {
    view.removeVisit(hash)
    return done(undefined)
  })
}

/** Whether a visit still counts at a moment. */
const isOver = ({ startedAt, seenAt }: Visit, now: Moment): boolean =>
  now >= plusMinutes(seenAt, idleMinutes) || now >= plusMinutes(startedAt, longestMinutes)

/**
 * Finds out who is asking. The person is read anew on each request, so that a right that was taken away is gone at
 * once.
 */
export const whoAsks: MiddlewareHandler<Site> = async (c, next) => {
  const id = getCookie(c, cookie)
  const visit = id === undefined ? undefined : await c.var.store.visit(hashOf(id))
  const now = c.var.house.clock.now()
  if (visit && !isOver(visit, now)) {
    const person = await c.var.store.person(visit.personId)
    if (person && !person.ended) {
      c.set('person', person)
      c.set('visitHash', visit.hash)
      if (now >= plusMinutes(visit.seenAt, noticeMinutes)) await notice(c, visit, now)
    }
  }
  await next()
}

/** Notes that a visit goes on, unless it was ended in another window meanwhile. */
async function notice(c: Ask, { hash }: Visit, now: Moment): Promise<void> {
  await c.var.store.change(async (view) => {
    const visit = await view.visit(hash)
    if (visit) view.saveVisit({ ...visit, seenAt: now })
    return done(undefined)
  })
}
