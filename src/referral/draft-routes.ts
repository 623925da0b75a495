import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { checkReferralPage } from '../../views/referral/check.ts'
import { referralFormPage } from '../../views/referral/form.ts'
import { holdsResidentNumber } from '../form.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Draft, Reader } from '../store/store.ts'
import { dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { objectionsTo } from './refer.ts'
import { type ReferralForm, readReferral } from './referral-form.ts'
import { twinsFor } from './triage-routes.ts'

/** No field of a referral is longer. */
const mostLetters = 2000

/** A referral half written: kept from the first save on, and checked on a page of its own. */
export const draftRoutes = new Hono<Site>()

draftRoutes.post('/', only('refer a youth'), async (c) => keep(c, newId()))

draftRoutes.get('/:id', only('refer a youth'), async (c) => {
  const draft = await ownDraft(c)
  return draft ? showForm(c, fieldsIn(draft), draft.id) : refusalPage(c, 'not-found')
})

draftRoutes.post('/:id', only('refer a youth'), async (c) => {
  const draft = await ownDraft(c)
  // a draft that is gone was sent or removed meanwhile: what is typed now is kept all the same
  return draft ? keep(c, draft.id, draft) : keep(c, newId())
})

draftRoutes.post('/:id/removal', only('refer a youth'), async (c) => {
  const draft = await ownDraft(c)
  if (!draft) return refusalPage(c, 'not-found')
  await c.var.store.change((view) => done(view.removeDraft(draft.id)))
  return onTo(c, '/', 'draft-removed')
})

draftRoutes.get('/:id/check', only('refer a youth'), async (c) => {
  const draft = await ownDraft(c)
  if (!draft) return refusalPage(c, 'not-found')
  const checked = await check(c, fieldsIn(draft))
  if (!checked.ok) return showForm(c, fieldsIn(draft), draft.id, checked)
  const twins = c.var.here.may('be warned of twins')
    ? await twinsFor(c, checked.value.youth.name, checked.value.youth.birthDate)
    : []
  return show(c, checkReferralPage(c.var.here, draft.id, checked.value, await c.var.store.schools(), twins))
})

const newId = () => randomBytes(12).toString('hex')

/** Keeps what was typed, unless no record may hold it, and goes on to the check or stays. */
async function keep(c: Ask, id: string, before?: Draft): Promise<Response> {
  const fields = await fieldsOf(c)
  const { person, store, here } = c.var
  if (person.schoolId) {
    fields.set('schoolId', person.schoolId)
    // no field of a school's form: whom a youth must not meet is said by case numbers, and those are the centre's own
    fields.delete('mustNotMeet')
  }
  const amends = before && fieldsIn(before).get('amends')
  if (amends) fields.set('amends', amends)
  else fields.delete('amends')
  const unfit = unfitIn(fields)
  if (unfit.length > 0) return showForm(c, fields, before?.id, refused(...unfit))
  const draft: Draft = { id, owner: person.id, kind: 'referral', fields: [...fields], at: here.now }
  await store.change((view) => done(view.saveDraft(draft)))
  if (fields.get('then') === 'later') return onTo(c, `/referrals/drafts/${id}`, 'draft-saved')
  const checked = await check(c, fields)
  return checked.ok ? onTo(c, `/referrals/drafts/${id}/check`) : showForm(c, fields, id, checked)
}

/** Fields that not even a draft may hold: a resident registration number, or a text beyond any field's length. */
const unfitIn = (fields: URLSearchParams): Refusal[] =>
  [...fields].flatMap(([field, value]): Refusal[] => {
    if (holdsResidentNumber(value)) return [{ field, reason: 'holds-resident-number' }]
    return value.length > mostLetters ? [{ field, reason: 'too-long', with: { most: mostLetters } }] : []
  })

/** What a draft says, if it can be sent as it stands. */
export async function check(
  c: Ask,
  fields: URLSearchParams,
  from: Reader = c.var.store,
): Promise<Result<ReferralForm>> {
  const schools = (await from.schools()).map(({ id }) => id)
  const form = readReferral(fields, schools)
  if (!form.ok) return form
  const against = objectionsTo(form.value, dayOf(c.var.here.now))
  return against.length > 0 ? refused(...against) : form
}

async function ownDraft(c: Ask): Promise<Draft | undefined> {
  const draft = await c.var.store.draft(c.req.param('id') ?? '')
  return draft?.owner === c.var.person.id && draft.kind === 'referral' ? draft : undefined
}

export const fieldsIn = ({ fields }: Draft) => new URLSearchParams(fields)

/** The form, filled; with a problem, it was refused. */
export async function showForm(c: Ask, typed: URLSearchParams, draftId?: string, problem?: Result<unknown>) {
  const refusals = problem && !problem.ok ? problem.refusals : []
  const schools = await c.var.store.schools()
  const fixed = c.var.person.schoolId
  const page = referralFormPage(c.var.here, { typed, refusals, draftId, schools, fixedSchool: fixed !== undefined })
  return show(c, page, refusals)
}
