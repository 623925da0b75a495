import { Hono } from 'hono'
import { spentPage } from '../../views/my/doors.ts'
import { sheetPage } from '../../views/my/sheet.ts'
import { withdrawalPage } from '../../views/my/withdrawal.ts'
import { usualRetention } from '../people/person.ts'
import type { Refusal } from '../result.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { centreOf, changeOwn, gone, type Own, own, withStatus } from '../web/own-page.ts'
import { onTo, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { answerByLink, withdrawByLink } from './answer-by-link.ts'
import { followsFrom, ownPageOf } from './own-page.ts'
import { mayAnswer, readSheet, sheetOf } from './sheet.ts'
import { readWithdrawal } from './withdraw.ts'

/** What a youth or a guardian says on their own page: their answers, once by each link, and what they take back. */
export const ownAnswerRoutes = new Hono<Site>()

const mine = only('open an own page')

ownAnswerRoutes.get(
  '/',
  mine,
  own((c, found) => (mayAnswer(found.caseFile, found.link, c.var.here.now) ? sheet(c, found) : onTo(c, '/my/page'))),
)

ownAnswerRoutes.post(
  '/',
  mine,
  own(async (c, found) => {
    const { link, caseFile } = found
    const { here } = c.var
    const fields = await fieldsOf(c)
    const said = readSheet(fields, sheetOf(caseFile, link, dayOf(here.now)), link)
    if (!said.ok && mayAnswer(caseFile, link, here.now)) return sheet(c, found, fields, said.refusals)
    const kept = said.ok
      ? await changeOwn(c, 'consent-answered', (file) => answerByLink(file, link.linkHash, said.value, here.now))
      : said
    if (kept.ok) return onTo(c, '/my/page', 'own-answered')
    return withStatus(await show(c, spentPage(here, link.whose)), 409)
  }),
)

/** What is still asked, or asked again; also the first page of a link that waits for answers. */
export async function sheet(
  c: Ask,
  { link, caseFile }: Own,
  typed = new URLSearchParams(),
  refusals: Refusal[] = [],
): Promise<Response> {
  const asked = sheetOf(caseFile, link, dayOf(c.var.here.now))
  const shown = { caseFile, link, asked, ...(await centreOf(c, caseFile)) }
  return show(c, sheetPage(c.var.here, shown, typed, refusals), refusals)
}

const withdrawal = '/:consent{[1-9]\\d{0,3}}/withdrawal'

ownAnswerRoutes.get(
  withdrawal,
  mine,
  own((c, found) => askWithdrawal(c, found)),
)

ownAnswerRoutes.post(
  withdrawal,
  mine,
  own(async (c, found) => {
    const { now } = c.var.here
    const fields = await fieldsOf(c)
    fields.delete('withdrawnOn')
    const what = readWithdrawal(fields, dayOf(now))
    if (!what.ok) return askWithdrawal(c, found, fields, what.refusals)
    const { linkHash } = found.link
    const asked = { number: Number(c.req.param('consent')), ...(what.value.why && { why: what.value.why }) }
    const taken = await changeOwn(c, 'consent-withdrawn', (file) => withdrawByLink(file, linkHash, asked, now))
    if (taken.ok) return onTo(c, '/my/page', 'own-withdrawn')
    // a second tap: it is withdrawn already
    return taken.refusals.some(({ reason }) => reason === 'not-in-force') ? onTo(c, '/my/page') : gone(c)
  }),
)

async function askWithdrawal(
  c: Ask,
  { link, caseFile }: Own,
  typed = new URLSearchParams(),
  refusals: Refusal[] = [],
): Promise<Response> {
  const number = Number(c.req.param('consent'))
  const { answers } = ownPageOf(caseFile, [], link, usualRetention, c.var.here.now)
  const answer = answers.find((one) => one.number === number)
  if (!answer) return gone(c)
  if (!answer.mayWithdraw) return onTo(c, '/my/page')
  const follows = followsFrom(caseFile, link, answer.kind)
  const { values } = await centreOf(c, caseFile)
  return show(c, withdrawalPage(c.var.here, { whose: link.whose, answer, follows, values }, typed, refusals), refusals)
}
