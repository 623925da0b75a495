import { randomUUID } from 'node:crypto'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { goneLinkPage, signOutFirstPage } from '../../views/my/doors.ts'
import type { Centre } from '../../views/my/help.ts'
import type { CaseFile, PersonalLink } from '../casefile/casefile.ts'
import { counsellorOf } from '../casefile/questions.ts'
import { linkIn } from '../consent/answer-by-link.ts'
import { usualRetention } from '../people/person.ts'
import type { Notice } from '../people/registers.ts'
import { hashOf, isToken } from '../people/token.ts'
import { type Result, refused } from '../result.ts'
import { dropUnwanted } from './half-surveys.ts'
import { show } from './pages.ts'
import type { Ask } from './site.ts'
import { cookieRules } from './token.ts'

/*
 * The own page of a youth or a guardian: no account, a personal link. The token of the link becomes a cookie, so that
 * it stands in no address after the first; the cookie goes 30 minutes after the last request.
 */

const cookie = '__Host-my'
const idleSeconds = 30 * 60

/** What a personal link leads to. */
export interface Own {
  link: PersonalLink
  caseFile: CaseFile
}

/** Lets this browser in by a token, or lets it stay. */
export const letIn = (c: Ask, token: string): void =>
  setCookie(c, cookie, token, { ...cookieRules, maxAge: idleSeconds })

export const letOut = (c: Ask): void => void deleteCookie(c, cookie, cookieRules)

/** The case and the link behind a token, if it opens anything now; the log learns who came, and to which case. */
export async function behind(c: Ask, token: string | undefined): Promise<Own | undefined> {
  if (!isToken(token)) return undefined
  const linkHash = hashOf(token)
  const number = (await c.var.store.rows({ linkHash })).rows[0]?.number
  const caseFile = number === undefined ? undefined : await c.var.store.caseFile(number)
  const link = caseFile && linkIn(caseFile, linkHash, c.var.here.now)
  if (!link) return undefined
  c.set('caseFile', caseFile)
  c.set('link', { by: link.whose })
  return { link, caseFile }
}

/**
 * Answers whoever came by a link. Whatever does not open anything (unknown, over, revoked, erased) is told the same.
 * Nobody who is signed in comes in: staff do not answer in a guardian's place, and no tablet is handed over with a
 * visit of theirs still open.
 */
export const own = (answer: (c: Ask, own: Own) => Response | Promise<Response>) => async (c: Ask) => {
  if (c.var.person) return withStatus(await show(c, signOutFirstPage(c.var.here)), 409)
  const token = getCookie(c, cookie)
  const found = await behind(c, token)
  if (!found || token === undefined) return gone(c)
  letIn(c, token)
  return answer(c, found)
}

/** The one answer for a link that opens nothing. */
export async function gone(c: Ask): Promise<Response> {
  letOut(c)
  return withStatus(await show(c, goneLinkPage(c.var.here)), 404)
}

export const withStatus = ({ body, headers }: Response, status: number): Response =>
  new Response(body, { status, headers })

/** Reads the case anew, lets a rule decide, saves what it made of it, and tells its counsellor. */
export function changeOwn(
  c: Ask,
  what: Notice['what'],
  rule: (caseFile: CaseFile) => Result<CaseFile>,
): Promise<Result<CaseFile>> {
  return c.var.store.change(async (view) => {
    const caseFile = await view.caseFile(c.var.caseFile.number)
    if (!caseFile) return refused({ reason: 'link-unknown' })
    const result = rule(caseFile)
    if (!result.ok || result.value === caseFile) return result
    view.saveCase(result.value)
    await dropUnwanted(view, result.value)
    const to = counsellorOf(caseFile)
    const by = c.var.link?.by ?? 'guardian'
    const notice = { id: randomUUID(), what, at: c.var.here.now, by, caseNumber: caseFile.number }
    if (to) view.saveEntry('notices', { ...notice, to })
    return result
  })
}

/**
 * What the pages say of the centre, and whom to call. A body that referred and is no school is not named: its name
 * might say what this is about.
 */
export async function centreOf(c: Ask, { referral }: CaseFile): Promise<Centre> {
  const { here, store } = c.var
  const settings = await store.settings()
  const school = (await store.schools()).find(({ id }) => id === referral.schoolId)?.name
  const years = (settings?.retention ?? usualRetention).caseYears
  const values = { centre: here.centre, years, referrer: school ?? here.t.my.referrer }
  return { values, contact: settings?.contact ?? {} }
}
