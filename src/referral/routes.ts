import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { checkReferralPage } from '../../views/referral/check.ts'
import { referralFormPage } from '../../views/referral/form.ts'
import { receiptPage } from '../../views/referral/receipt.ts'
import { belongingOf } from '../casefile/questions.ts'
import { may } from '../people/may.ts'
import { done, type Result, refused } from '../result.ts'
import type { Draft, View } from '../store/store.ts'
import { dayOf, yearOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show, signatureOf } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { amend, objectionsTo, refer } from './refer.ts'
import { type ReferralForm, readReferral } from './referral-form.ts'
import { twinsFor } from './triage-routes.ts'

/** The referral form: kept as a draft from the first save on, checked on a page of its own, then sent. */
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

referralRoutes.post('/drafts', only('refer a youth'), async (c) => keep(c, randomBytes(12).toString('hex')))

referralRoutes.get('/drafts/:id', only('refer a youth'), async (c) => {
  const draft = await ownDraft(c)
  return draft ? showForm(c, fieldsIn(draft), draft.id) : refusalPage(c, 'not-found')
})

referralRoutes.post('/drafts/:id', only('refer a youth'), async (c) => {
  const draft = await ownDraft(c)
  return draft ? keep(c, draft.id, draft) : refusalPage(c, 'not-found')
})

referralRoutes.post('/drafts/:id/removal', only('refer a youth'), async (c) => {
  const draft = await ownDraft(c)
  if (!draft) return refusalPage(c, 'not-found')
  await c.var.store.change((view) => done(view.removeDraft(draft.id)))
  return onTo(c, '/', 'draft-removed')
})

referralRoutes.get('/drafts/:id/check', only('refer a youth'), async (c) => {
  const draft = await ownDraft(c)
  if (!draft) return refusalPage(c, 'not-found')
  const checked = await check(c, fieldsIn(draft))
  if (!checked.ok) return showForm(c, fieldsIn(draft), draft.id, checked)
  const twins = c.var.here.may('be warned of twins')
    ? await twinsFor(c, checked.value.youth.name, checked.value.youth.birthDate)
    : []
  return show(c, checkReferralPage(c.var.here, draft.id, checked.value, await c.var.store.schools(), twins))
})

referralRoutes.post('/', only('refer a youth'), async (c) => {
  const fields = await fieldsOf(c)
  const sent = await c.var.store.change((view) => send(c, view, fields.get('draft') ?? ''))
  if (!sent.ok) return showForm(c, new URLSearchParams(), undefined, sent)
  return onTo(c, `/referrals/receipt/${sent.value}`)
})

referralRoutes.get('/receipt/:reference{\\d{4}-\\d{4,6}}', only('refer a youth'), (c) =>
  show(c, receiptPage(c.var.here, c.req.param('reference'))),
)

/** Sends a draft: a new case file, or the returned one that it completes. The draft goes in the same change. */
async function send(c: Ask, view: View, draftId: string): Promise<Result<string>> {
  const draft = await view.draft(draftId)
  if (draft?.owner !== c.var.person.id) return refused({ reason: 'draft-gone' })
  const checked = await check(c, fieldsIn(draft))
  if (!checked.ok) return checked
  const today = dayOf(c.var.here.now)
  const returned = await view.caseFile(fieldsIn(draft).get('amends') ?? '')
  const own = returned && may(c.var.person, 'follow a referral', belongingOf(returned))
  const result = own
    ? amend(returned, checked.value, today, signatureOf(c))
    : refer(await view.nextCaseNumber(yearOf(today)), checked.value, today, signatureOf(c))
  if (!result.ok) return result
  view.saveCase(result.value)
  view.removeDraft(draftId)
  return done(result.value.number)
}

/** Keeps what was typed, whatever it is worth, and goes on to the check or stays. */
async function keep(c: Ask, id: string, before?: Draft): Promise<Response> {
  const fields = await fieldsOf(c)
  const { person, store, here } = c.var
  if (person.schoolId) fields.set('schoolId', person.schoolId)
  const amends = before && fieldsIn(before).get('amends')
  if (amends) fields.set('amends', amends)
  else fields.delete('amends')
  const draft: Draft = { id, owner: person.id, kind: 'referral', fields: [...fields], at: here.now }
  await store.change((view) => done(view.saveDraft(draft)))
  if (fields.get('then') === 'later') return onTo(c, `/referrals/drafts/${id}`, 'draft-saved')
  const checked = await check(c, fields)
  return checked.ok ? onTo(c, `/referrals/drafts/${id}/check`) : showForm(c, fields, id, checked)
}

async function check(c: Ask, fields: URLSearchParams): Promise<Result<ReferralForm>> {
  const schools = (await c.var.store.schools()).map(({ id }) => id)
  const form = readReferral(fields, schools)
  if (!form.ok) return form
  const against = objectionsTo(form.value, dayOf(c.var.here.now))
  return against.length > 0 ? refused(...against) : form
}

async function ownDraft(c: Ask): Promise<Draft | undefined> {
  const draft = await c.var.store.draft(c.req.param('id') ?? '')
  return draft?.owner === c.var.person.id && draft.kind === 'referral' ? draft : undefined
}

const fieldsIn = ({ fields }: Draft) => new URLSearchParams(fields)

async function showForm(c: Ask, typed: URLSearchParams, draftId?: string, problem?: Result<unknown>) {
  const refusals = problem && !problem.ok ? problem.refusals : []
  const schools = await c.var.store.schools()
  const fixed = c.var.person.schoolId
  const page = referralFormPage(c.var.here, { typed, refusals, draftId, schools, fixedSchool: fixed !== undefined })
  return show(c, page, refusals.length > 0 ? 422 : 200)
}
