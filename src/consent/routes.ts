import { Hono } from 'hono'
import { consentsPage } from '../../views/consent/consents.ts'
import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { codesOf } from '../codebook/codebook.ts'
import { Reading } from '../form.ts'
import type { Refusal, Result } from '../result.ts'
import { type Day, dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import type { Answer, Ask, Site } from '../web/site.ts'
import { missingConsents } from './gate.ts'
import { give, invalidate, nameGuardian, readAnswers, readGuardian, verify, withdraw } from './give.ts'

/** Who agreed to what: recorded by staff from the meeting, from paper or from the phone. */
export const consentRoutes = new Hono<Site>()

consentRoutes.get('/', only('see consents'), (c) => {
  const typed = new URLSearchParams({ answeredOn: dayOf(c.var.here.now), route: 'in-person', giver: 'youth' })
  return page(c, c.var.caseFile, typed, [])
})

/** One kind of change to the consents: read the form, apply the rule, show the page again. */
const change =
  <T>(
    read: (fields: URLSearchParams) => Result<T>,
    rule: (file: CaseFile, what: T, signature: Signature, number: number, today: Day) => Result<CaseFile>,
    said: Parameters<typeof onTo>[2],
  ): Answer =>
  async (c) => {
    const fields = await fieldsOf(c)
    const what = read(fields)
    const number = Number(c.req.param('consent') ?? 0)
    const today = dayOf(c.var.here.now)
    const changed = what.ok ? await changeCase(c, (file, by) => rule(file, what.value, by, number, today)) : what
    if (!changed.ok) return page(c, c.var.caseFile, fields, changed.refusals)
    return onTo(c, `/cases/${changed.value.number}/consents`, said)
  }

const record = only('record a consent')

consentRoutes.post(
  '/',
  record,
  change(readAnswers, (file, what, by, _, today) => give(file, what, today, by), 'consent-recorded'),
)
consentRoutes.post(
  '/guardians',
  record,
  change(readGuardian, (file, what, by) => nameGuardian(file, what, by), 'guardian-named'),
)
consentRoutes.post(
  '/:consent{[1-9]\\d{0,3}}/verification',
  record,
  change(readVerification, (file, what, by, number) => verify(file, number, what, by), 'consent-verified'),
)
consentRoutes.post(
  '/:consent{[1-9]\\d{0,3}}/withdrawal',
  record,
  change(
    readWithdrawal,
    (file, what, by, number, today) => withdraw(file, number, { on: what.on ?? today, why: what.why }, today, by),
    'consent-withdrawn',
  ),
)
consentRoutes.post(
  '/:consent{[1-9]\\d{0,3}}/invalidation',
  record,
  change(readWhy, (file, why, by, number) => invalidate(file, number, why, by), 'consent-invalidated'),
)

function readVerification(fields: URLSearchParams): Result<{ method: string; detail?: string }> {
  const form = new Reading(fields)
  return form.result({ method: form.one('method', codesOf('guardianVerification')), detail: form.maybe('detail', 200) })
}

function readWithdrawal(fields: URLSearchParams): Result<{ on?: Day; why?: string }> {
  const form = new Reading(fields)
  return form.result({ on: form.dayOrNone('withdrawnOn'), why: form.maybe('why', 500) })
}

function readWhy(fields: URLSearchParams): Result<string> {
  const form = new Reading(fields)
  return form.result(form.text('why', { most: 500 }))
}

async function page(c: Ask, caseFile: CaseFile, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const names = new Map((await c.var.store.people()).map(({ id, name }) => [id, name]))
  const shown = { caseFile, missing: missingConsents(caseFile), names, today: dayOf(c.var.here.now) }
  return show(c, consentsPage(c.var.here, shown, typed, refusals), refusals.length > 0 ? 422 : 200)
}
