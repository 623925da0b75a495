import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { schoolCertificatePage } from '../../views/exit/school-certificate.ts'
import { schoolListPage } from '../../views/referral/school-list.ts'
import { schoolReferralPage } from '../../views/referral/school-referral.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import { type Excerpt, excerptOf } from '../casefile/excerpt.ts'
import { triageOf } from '../casefile/questions.ts'
import { mayTellReferrer } from '../consent/share.ts'
import { done } from '../result.ts'
import { only } from '../web/only.ts'
import { ownOrigin } from '../web/origin.ts'
import { onTo, refusalPage, show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { fieldsOfReferral } from './referral-form.ts'

/** The school's door: what it referred, through the excerpt only. */
export const schoolRoutes = new Hono<Site>()

schoolRoutes.get('/', only('follow own referrals'), async (c) => {
  const { store, person } = c.var
  const { rows } = await store.rows({ referredBy: person.schoolId ?? '-' })
  const files = await Promise.all(rows.map(({ number }) => store.caseFile(number)))
  const excerpts = await Promise.all(files.flatMap((file) => (file ? [excerpt(c, file)] : [])))
  return show(c, schoolListPage(c.var.here, excerpts, await store.drafts(person.id)))
})

schoolRoutes.get('/:number', only('follow a referral'), async (c) =>
  show(c, schoolReferralPage(c.var.here, await excerpt(c, c.var.caseFile))),
)

/** A certificate of the youth that is in force, to be printed by the school, by its number. */
schoolRoutes.get('/:number/certificates/:nth{[1-9]\\d{0,2}}', only('follow a referral'), async (c) => {
  const { certificates = [], number } = await excerpt(c, c.var.caseFile)
  const printed = certificates.find((one) => one.number === `${number}-${c.req.param('nth')}`)
  return printed
    ? show(c, schoolCertificatePage(c.var.here, { caseNumber: number, printed, origin: ownOrigin(c) }))
    : refusalPage(c, 'not-found')
})

/** A returned referral comes back as a draft, with all that was typed. */
schoolRoutes.post('/:number/amendment', only('follow a referral'), async (c) => {
  const { caseFile, person, here, store } = c.var
  if (triageOf(caseFile)?.decision !== 'returned') return refusalPage(c, 'not-found')
  const id = randomBytes(12).toString('hex')
  const fields: [string, string][] = [...fieldsOfReferral(caseFile), ['amends', caseFile.number]]
  await store.change((view) => done(view.saveDraft({ id, owner: person.id, kind: 'referral', fields, at: here.now })))
  return onTo(c, `/referrals/drafts/${id}`)
})

const excerpt = async (c: Ask, caseFile: CaseFile): Promise<Excerpt> =>
  excerptOf(caseFile, await c.var.store.sessionsOf(caseFile.number), mayTellReferrer(caseFile), c.var.here.now)
