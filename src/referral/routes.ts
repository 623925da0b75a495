import { Hono } from 'hono'
import { receiptPage } from '../../views/referral/receipt.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import { belongingOf } from '../casefile/questions.ts'
import { may } from '../people/may.ts'
import { type Result, refused } from '../result.ts'
import type { View } from '../store/store.ts'
import { dayOf, yearOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { check, fieldsIn, showForm } from './draft-routes.ts'
import { amend, refer } from './refer.ts'

/** Referring: an empty form, and sending what was written and checked. */
export const referralRoutes = new Hono<Site>()

referralRoutes.get('/new', only('refer a youth'), async (c) => {
  const { person } = c.var
  const typed = new URLSearchParams({ referredOn: dayOf(c.var.here.now), referrerName: person.name })
  if (person.schoolId) {
    const school = (await c.var.store.schools()).find(({ id }) => id === person.schoolId)
    typed.set('schoolId', person.schoolId)
    typed.set('level', school?.level ?? '')
    typed.set('referrerOffice', school?.name ?? '')
  }
  return showForm(c, typed)
})

referralRoutes.post('/', only('refer a youth'), async (c) => {
  const fields = await fieldsOf(c)
  const id = fields.get('draft') ?? ''
  const draft = await c.var.store.draft(id)
  // sent before, by a second tap or from another window
  if (draft?.owner !== c.var.person.id || draft.kind !== 'referral') return onTo(c, '/', 'sent-before')
  const sent = await c.var.store.change((view) => send(c, view, id))
  if (!sent.ok) return showForm(c, fieldsIn(draft), id, sent)
  // the log names the case that came of it
  c.set('caseFile', sent.value)
  return onTo(c, `/referrals/receipt/${sent.value.number}`)
})

referralRoutes.get('/receipt/:reference{\\d{4}-\\d{4,6}}', only('refer a youth'), (c) =>
  show(c, receiptPage(c.var.here, c.req.param('reference'))),
)

/** Sends a draft: a new case file, or the returned one that it completes. The draft goes in the same change. */
async function send(c: Ask, view: View, draftId: string): Promise<Result<CaseFile>> {
  const draft = await view.draft(draftId)
  if (draft?.owner !== c.var.person.id || draft.kind !== 'referral') return refused({ reason: 'draft-gone' })
  const checked = await check(c, fieldsIn(draft), view)
  if (!checked.ok) return checked
  const today = dayOf(c.var.here.now)
  const sender = c.var.person.schoolId
  const returned = await view.caseFile(fieldsIn(draft).get('amends') ?? '')
  const own = returned && may(c.var.person, 'follow a referral', belongingOf(returned, c.var.here.now))
  const result = own
    ? amend(returned, checked.value, today, signatureOf(c))
    : refer(await view.nextCaseNumber(yearOf(today)), checked.value, { today, sender }, signatureOf(c))
  if (!result.ok) return result
  view.saveCase(result.value)
  view.removeDraft(draftId)
  return result
}
