// Over 150 lines because all that begins a visit, keeps it and ends it must agree.
import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { hasFactor, isSetUp } from '../people/factors.ts'
import { hashOf, newToken } from '../people/token.ts'
import { done } from '../result.ts'
import type { View, Visit } from '../store/store.ts'
import { type Moment, plusMinutes } from '../time/days.ts'
import { deviceOf } from './device.ts'
import { isPoll } from './poll.ts'
import type { Ask, Site } from './site.ts'
import { cookieRules, visitCookie } from './token.ts'

/** A visit ends after 20 minutes without a request and after 10 hours in any case. */
const idleMinutes = 20
const longestMinutes = 600
/** By so much the clock may be set back during a visit. */
const setBackMinutes = 60
/** How stale the kept time of the last request may be: one write a minute, not one a page. */
const noticeMinutes = 1
/** Between the password and the second factor; and for whoever must first set one up, on a phone that is new to it. */
const halfwayMinutes = 10
const settingUpMinutes = 20
/** How long a second factor counts for what needs a fresh one. */
const confirmedMinutes = 5

/**
 * Starts a visit for a person: a random id in the cookie, its hash in the store. A visit under way ends. With `factorAt`
 * it counts at once; without, it waits for the second factor, unless nobody in this store needs one.
 */
export async function startVisit(c: Ask, personId: string, factorAt?: Moment): Promise<void> {
  const before = c.var.visit?.hash
  const id = newToken()
  const at = c.var.house.clock.now()
  const from = { from: c.var.from, device: deviceOf(c.req.header('User-Agent')) }
  await c.var.store.change((view) => {
    if (before) view.removeVisit(before)
    view.saveVisit({ hash: hashOf(id), personId, startedAt: at, seenAt: at, ...from, ...(factorAt && { factorAt }) })
    return done(undefined)
  })
  giveCookie(c, id)
}

/**
 * The second factor was given anew: the visit goes on under a new id, and ends no later than it would have. Not if it
 * was ended from another device meanwhile.
 */
export async function confirmVisit(c: Ask): Promise<void> {
  const id = newToken()
  const at = c.var.house.clock.now()
  const went = await c.var.store.change(async (view) => {
    const visit = await view.visit(c.var.visit?.hash ?? '')
    if (!visit || visit.ended) return done(false)
    view.removeVisit(visit.hash)
    view.saveVisit({ ...visit, hash: hashOf(id), seenAt: at, factorAt: at })
    return done(true)
  })
  if (went.ok && went.value) giveCookie(c, id)
}

function giveCookie(c: Ask, id: string): void {
  setCookie(c, visitCookie, id, cookieRules)
  c.set('secret', id)
}

/** Ends every visit of a person, but for one that may go on. They stay to be seen, and what is typed in them is kept. */
export async function endVisitsOf(
  view: View,
  personId: string,
  ended: { by: string; at: Moment },
  except?: string,
): Promise<void> {
  const open = (await view.visitsOf(personId)).filter((visit) => !visit.ended && visit.hash !== except)
  for (const visit of open) view.saveVisit({ ...visit, ended: { by: ended.by, at: ended.at } })
}

export async function endVisit(c: Ask): Promise<void> {
  const hash = c.var.visit?.hash
  deleteCookie(c, visitCookie, cookieRules)
  if (!hash) return
  await c.var.store.change((view) => {
    view.removeVisit(hash)
    return done(undefined)
  })
}

/** Whether a visit still counts at a moment; not if the clock was set back so far that its time cannot be told. */
export const isOver = ({ startedAt, seenAt, ended }: Visit, now: Moment): boolean =>
  ended !== undefined ||
  now >= plusMinutes(seenAt, idleMinutes) ||
  now >= plusMinutes(startedAt, longestMinutes) ||
  now < plusMinutes(seenAt, -setBackMinutes)

/** What somebody who gave their password still owes before their visit counts. */
export function owedBy({ var: { halfway, visit } }: Ask): 'factor' | 'code' | 'recovery-codes' | undefined {
  if (!halfway) return undefined
  if (!hasFactor(halfway)) return 'factor'
  return visit?.factorAt === undefined ? 'code' : 'recovery-codes'
}

/** Whether the second factor was given so lately that it counts for exports, grants, erasure and break-glass. */
export function isConfirmed(c: Ask): boolean {
  const { visit, here } = c.var
  if (here.demo) return true
  return visit?.factorAt !== undefined && here.now < plusMinutes(visit.factorAt, confirmedMinutes)
}

/**
 * Finds out who is asking. The person is read anew on each request, so that a right that was taken away is gone at
 * once. Whoever still owes the second factor, or is still to set one up, is nobody yet (`halfway`); whose visit is
 * over is nobody any more (`formerly`): what they typed can be kept for them.
 */
export const whoAsks: MiddlewareHandler<Site> = async (c, next) => {
  const id = getCookie(c, visitCookie)
  const visit = id === undefined ? undefined : await c.var.store.visit(hashOf(id))
  if (visit) await recognise(c, visit)
  await next()
}

async function recognise(c: Ask, visit: Visit): Promise<void> {
  const { store, house } = c.var
  const now = house.clock.now()
  const person = await store.person(visit.personId)
  if (!person || person.ended) return
  const proved = visit.factorAt !== undefined && isSetUp(person)
  const counts = proved || (await store.settings())?.demo === true
  if (isOver(visit, now)) {
    // noted, so that a clock that is set back does not bring it back
    if (!visit.ended) await end(c, visit, now)
    if (counts) c.set('formerly', person)
    return
  }
  c.set('visit', visit)
  if (!counts) {
    const minutes = hasFactor(person) ? halfwayMinutes : settingUpMinutes
    if (now < plusMinutes(visit.startedAt, minutes)) c.set('halfway', person)
    return
  }
  c.set('person', person)
  if (now >= plusMinutes(visit.seenAt, noticeMinutes) && !isPoll(c)) await notice(c, visit, now)
}

/** Notes that a visit is over, unless it went on in another window meanwhile. */
async function end(c: Ask, { hash }: Visit, now: Moment): Promise<void> {
  await c.var.store.change(async (view) => {
    const visit = await view.visit(hash)
    if (visit && !visit.ended && isOver(visit, now)) view.saveVisit({ ...visit, ended: { by: 'rule', at: now } })
    return done(undefined)
  })
}

/** Notes that a visit goes on, unless it was ended in another window meanwhile. */
async function notice(c: Ask, { hash }: Visit, now: Moment): Promise<void> {
  await c.var.store.change(async (view) => {
    const visit = await view.visit(hash)
    if (visit && !visit.ended) view.saveVisit({ ...visit, seenAt: now })
    return done(undefined)
  })
}
