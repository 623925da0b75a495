import { Hono } from 'hono'
import { consentsPage } from '../../views/consent/consents.ts'
import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { labelOf } from '../codebook/codebook.ts'
import { usualRetention } from '../people/person.ts'
import type { Refusal, Result } from '../result.ts'
import { type Day, dayOf } from '../time/days.ts'
import { fieldsOf } from '../web/fields.ts'
import { dropUnwanted } from '../web/half-surveys.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Answer, Ask, Site } from '../web/site.ts'
import { missingConsents } from './gate.ts'
import { give, readAnswers } from './give.ts'
import { nameGuardian, readGuardian, readVerification, verify } from './guardian.ts'
import { invalidate, readInvalidation, readWithdrawal, withdraw } from './withdraw.ts'

/** Who agreed to what: recorded by staff from the meeting, from paper or from the phone. */
export const consentRoutes = new Hono<Site>()

consentRoutes.get('/', only('see consents'), (c) => {
  const typed = new URLSearchParams({ answeredOn: dayOf(c.var.here.now), route: 'in-person', giver: 'youth' })
  return page(c, c.var.caseFile, typed, [])
})

/** One kind of change to the consents: read the form, apply the rule, show the page again. */
const change =
  <T>(
    read: (fields: URLSearchParams, today: Day) => Result<T>,
    rule: (file: CaseFile, what: T, signature: Signature, number: number, today: Day) => Result<CaseFile>,
    said: Parameters<typeof onTo>[2],
  ): Answer =>
  async (c) => {
    const fields = await fieldsOf(c)
    const today = dayOf(c.var.here.now)
    const what = read(fields, today)
    const number = Number(c.req.param('consent') ?? 0)
    const changed = what.ok
      ? await changeCase(c, 'record a consent', async (file, by, view) => {
          const said = rule(file, what.value, by, number, today)
          if (said.ok) await dropUnwanted(view, said.value)
          return said
        })
      : what
    if (!changed.ok) return page(c, c.var.caseFile, fields, changed.refusals)
    return onTo(c, `/cases/${changed.value.number}/consents`, said)
  }

const record = only('record a consent')
const one = '/:consent{[1-9]\\d{0,3}}'

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
  `${one}/verification`,
  record,
  change(readVerification, (file, how, by, number) => verify(file, number, how, by), 'consent-verified'),
)
consentRoutes.post(
  `${one}/withdrawal`,
  record,
  change(
    readWithdrawal,
    (file, what, by, number, today) => withdraw(file, number, what, today, by),
    'consent-withdrawn',
  ),
)
consentRoutes.post(
  `${one}/invalidation`,
  record,
  change(readInvalidation, (file, why, by, number) => invalidate(file, number, why, by), 'consent-invalidated'),
)

/** The page of consents; also shown again whole by the links and disagreements that stand on it. */
export async function page(c: Ask, caseFile: CaseFile, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { here, store } = c.var
  const names = await namesIn(store)
  const settings = await store.settings()
  const { schoolId, source, referrer } = caseFile.referral
  const school = (await store.schools()).find(({ id }) => id === schoolId)?.name
  const values = {
    centre: here.centre,
    years: (settings?.retention ?? usualRetention).caseYears,
    referrer: school ?? referrer.office ?? labelOf('referralSource', source, here.lang),
  }
  const shown = { caseFile, missing: missingConsents(caseFile), names, today: dayOf(here.now), values }
  return show(c, consentsPage(here, shown, typed, refusals), refusals)
}
