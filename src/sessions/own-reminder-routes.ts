import { Hono } from 'hono'
import { ownRemindersPage } from '../../views/my/reminders.ts'
import { remindersPage } from '../../views/reminders/account.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import { linkIn } from '../consent/answer-by-link.ts'
import { isOfSchool, mightEver } from '../people/may.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { gone, type Own, own } from '../web/own-page.ts'
import { changePerson } from '../web/own-person.ts'
import { onTo, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { choiceOf, chooseReminders, readChoice, readOwnChoice, settleReminders } from './remind-choice.ts'

/** How somebody of the house wants to be reminded: counsellors and contacts of schools. */
export const accountReminderRoutes = new Hono<Site>()

accountReminderRoutes.get('/', only('look after the own account'), (c) => {
  const { way = 'none', to = '', lang = c.var.here.lang } = c.var.person.reminders ?? {}
  return account(c, new URLSearchParams({ remindWay: way, remindTo: to, remindLang: lang }))
})

accountReminderRoutes.post('/', only('settle the own reminders'), async (c) => {
  const fields = await fieldsOf(c)
  const choice = readOwnChoice(fields)
  const kept = choice.ok
    ? await changePerson(c, c.var.person, (person, signature) => done(chooseReminders(person, choice.value, signature)))
    : choice
  return kept.ok ? onTo(c, '/account/reminders', 'reminders-settled') : account(c, fields, kept.refusals)
})

function account(c: Ask, typed: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { here, person } = c.var
  const hears = isOfSchool(person.role) ? 'school' : mightEver(person, 'write a note') ? 'counsellor' : 'nobody'
  return show(c, remindersPage(here, { hears, email: person.email }, typed, refusals), refusals)
}

/** The same of a youth or a guardian, on their own page. */
export const myReminderRoutes = new Hono<Site>()

const mine = only('open an own page')

myReminderRoutes.get(
  '/',
  mine,
  own((c, found) => {
    const { way = '', to = '', lang = c.var.here.lang } = choiceOf(found.caseFile, found.link) ?? {}
    return my(c, found, new URLSearchParams({ remindWay: way, remindTo: to, remindLang: lang }))
  }),
)

myReminderRoutes.post(
  '/',
  mine,
  own(async (c, found) => {
    const { whose, guardian, linkHash } = found.link
    const fields = await fieldsOf(c)
    const choice = readChoice(fields, { whose, ...(guardian !== undefined && { guardian }) })
    const settled = choice.ok
      ? await c.var.store.change(async (view): Promise<Result<CaseFile>> => {
          const caseFile = await view.caseFile(found.caseFile.number)
          if (!caseFile || !linkIn(caseFile, linkHash, c.var.here.now)) return refused({ reason: 'link-unknown' })
          const next = settleReminders(caseFile, choice.value, { by: whose, at: c.var.here.now })
          if (next.ok && next.value !== caseFile) view.saveCase(next.value)
          return next
        })
      : choice
    if (settled.ok) return onTo(c, '/my/page', 'own-reminded')
    const isGone = settled.refusals.some(({ reason }) => reason === 'link-unknown')
    return isGone ? gone(c) : my(c, found, fields, settled.refusals)
  }),
)

const my = (c: Ask, { link }: Own, typed: URLSearchParams, refusals: Refusal[] = []): Promise<Response> =>
  show(c, ownRemindersPage(c.var.here, link.whose, typed, refusals), refusals)
