import type { MiddlewareHandler } from 'hono'
import { belongingOf, sessionBelongingOf } from '../casefile/questions.ts'
import { attendeeOf } from '../casefile/session.ts'
import {
  type Belonging,
  type Deed,
  isThroughGlass,
  type LoggedDeed,
  may,
  mightEver,
  mightThroughGlass,
  needsFreshFactor,
} from '../people/may.ts'
import type { Person } from '../people/person.ts'
import type { LogEntry } from '../store/store.ts'
import { dropKept, keepTyped } from './kept.ts'
import { refusalPage } from './pages.ts'
import type { Ask, Site } from './site.ts'
import { isConfirmed } from './visits.ts'

/** Finds what a path names and whose it is; undefined when there is no such thing. */
type About = (c: Ask) => Promise<Belonging | undefined>

export const theCase: About = async (c) => {
  const caseFile = await c.var.store.caseFile(c.req.param('number') ?? '')
  if (caseFile) c.set('caseFile', caseFile)
  return caseFile && belongingOf(caseFile, c.var.here.now)
}

/** A path that names a session loads it, with the case that attends it if there is one only. */
export const theSession: About = async (c) => {
  const session = await c.var.store.session(c.req.param('id') ?? '')
  if (!session) return undefined
  const found = await Promise.all(session.attendees.map(({ caseNumber }) => c.var.store.caseFile(caseNumber)))
  const caseFiles = found.filter((file) => file !== undefined)
  c.set('session', session)
  if (caseFiles.length === 1 && caseFiles[0]) c.set('caseFile', caseFiles[0])
  return sessionBelongingOf(session, caseFiles, c.var.here.now)
}

/** A note belongs to a session (`:id`) and a case (`:number`) that attends it; a path that names both loads both. */
export const theNote: About = async (c) => {
  const session = await c.var.store.session(c.req.param('id') ?? '')
  const caseFile = await c.var.store.caseFile(c.req.param('number') ?? '')
  if (!session || !caseFile || !attendeeOf(session, caseFile.number)) return undefined
  c.set('session', session)
  c.set('caseFile', caseFile)
  return sessionBelongingOf(session, [caseFile], c.var.here.now)
}

/** An absence is of whoever is away, and of whoever stands in for them; the lead knows of every one. */
export const theAbsence: About = async (c) => {
  const absence = await c.var.store.entry('absences', c.req.param('id') ?? '')
  if (absence) c.set('absence', absence)
  return absence && { counsellorId: absence.counsellorId, sharedWith: [absence.coveredBy] }
}

/** The same, but whoever stands in has nothing to do with it. */
export const theirAbsence: About = async (c) => {
  const belonging = await theAbsence(c)
  return belonging && { ...belonging, sharedWith: [] }
}

type Verdict = 'allowed' | 'sign-in' | 'confirm' | 'forbidden' | 'not-found'

/**
 * The guard that stands on every route: only whoever may do this deed passes, to this case or session if the path
 * names one. What a reader may not know about is 404, as if it were not there; what they may know but not do is 403.
 * Whatever comes of it is in the log before the answer leaves; if the log cannot be written, the answer does not, nor
 * a cookie that it would have set: nobody comes in unseen.
 * What somebody typed while their visit ended, or before a second factor is asked for again, is kept for them.
 */
export function only(deed: Deed, about?: About): MiddlewareHandler<Site> & { deed: Deed } {
  const guard: MiddlewareHandler<Site> = async (c, next) => {
    c.set('guarded', true)
    stayBehind(c, deed)
    const find = about ?? (c.req.param('number') === undefined ? undefined : theCase)
    const verdict = await verdictOn(c, deed, find)
    if (verdict === 'allowed') {
      await next()
      await dropKept(c)
    } else c.res = await refusalPage(c, verdict, await keepTyped(c, verdict))
    await record(c, deed, verdict).catch((failure) => {
      for (const name of ['Set-Cookie', 'Location', 'HX-Redirect']) c.header(name, undefined)
      throw failure
    })
  }
  return Object.assign(guard, { deed })
}

/** Whoever is of a school stands behind its wall, but at doors that are open to anybody. */
function stayBehind(c: Ask, deed: Deed): void {
  const person: Person | undefined = c.var.person
  if (person?.schoolId && !may(undefined, deed)) c.set('store', c.var.house.store.behind(person.schoolId))
}

async function verdictOn(c: Ask, deed: Deed, find?: About): Promise<Verdict> {
  const person: Person | undefined = c.var.person
  if (may(undefined, deed)) return 'allowed'
  if (!person) return 'sign-in'
  const verdict = await verdictOnPerson(c, person, deed, find)
  return verdict === 'allowed' && needsFreshFactor(deed) && !isConfirmed(c) ? 'confirm' : verdict
}

async function verdictOnPerson(c: Ask, person: Person, deed: Deed, find?: About): Promise<Verdict> {
  if (!find) return mightEver(person, deed) ? 'allowed' : 'forbidden'
  const belonging = await find(c)
  if (!belonging || !mayKnow(person, belonging)) return 'not-found'
  if (isThroughGlass(person, belonging)) markAsOpened(c, person)
  return may(person, deed, belonging) ? 'allowed' : 'forbidden'
}

/** Reading through a broken glass is marked in the log, and the pages offer nothing but to read. */
function markAsOpened(c: Ask, person: Person): void {
  c.set('why', 'break-glass')
  c.set('here', { ...c.var.here, may: (deed) => mightThroughGlass(person, deed) })
}

const mayKnow = (person: Person, belonging: Belonging): boolean =>
  may(person, 'see a case', belonging) || may(person, 'follow a referral', belonging)

/**
 * What somebody signed in asked for and no guard answered: a page that is not there, a form from elsewhere, too much at
 * once. It is in the log all the same; the deed is ours, since an address may say anything.
 */
export const recordStopped: MiddlewareHandler<Site> = async (c, next) => {
  await next()
  if (c.var.guarded || !c.var.person) return
  await record(c, c.res.status === 404 ? 'ask for what is not there' : 'send what is not taken', 'forbidden')
}

/** One entry for each case that it was about: a session may have several youths, a page several cases. */
export async function record(c: Ask, deed: LoggedDeed, verdict: Verdict): Promise<void> {
  const { person, from, house, why, caseFile, session, several = [] } = c.var
  const attending = session?.attendees.map(({ caseNumber }) => caseNumber) ?? []
  const numbers = [...new Set(caseFile ? [caseFile.number, ...several] : [...attending, ...several])]
  const entry: LogEntry = {
    at: house.clock.now(),
    by: person?.id ?? c.var.halfway?.id ?? c.var.link?.by,
    role: person?.role,
    from,
    deed,
    decision: verdict === 'allowed' ? 'allowed' : 'refused',
    why: verdict === 'confirm' ? 'second-factor-asked' : why,
    status: c.res.status,
  }
  if (numbers.length === 0) await c.var.store.log(entry)
  else await Promise.all(numbers.map((caseNumber) => c.var.store.log({ ...entry, caseNumber })))
}
