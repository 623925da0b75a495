import { Hono } from 'hono'
import { certificatePage } from '../../views/exit/certificate.ts'
import { certificatesPage } from '../../views/exit/certificates.ts'
import { newCheckCode } from '../casefile/check-code.ts'
import { Reading } from '../form.ts'
import type { Refusal } from '../result.ts'
import type { View } from '../store/store.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { ownOrigin } from '../web/origin.ts'
import { changeCase, onTo, refusalPage, show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import {
  type CertificateFacts,
  certify,
  certifyAnew,
  readCertificate,
  revokeCertificate,
  usualProgramme,
} from './certificate.ts'

/** Certificates of one case: issued, printed, revoked, issued anew. */
export const certificateRoutes = new Hono<Site>()

const mine = only('issue a certificate')

certificateRoutes.get('/', mine, (c) => list(c, new URLSearchParams({ holder: 'youth' }), []))

certificateRoutes.post('/', mine, async (c) => {
  const fields = await fieldsOf(c)
  const what = readCertificate(fields)
  const changed = what.ok
    ? await changeCase(c, 'issue a certificate', async (file, by, view) =>
        certify(file, what.value, await factsFor(c, view), by),
      )
    : what
  if (!changed.ok) return list(c, fields, changed.refusals)
  const { number, certificates = [] } = changed.value
  return onTo(c, `/cases/${number}/certificates/${certificates.length}`, 'certified')
})

const nth = '/:nth{[1-9]\\d{0,2}}'
certificateRoutes.get(nth, mine, (c) => one(c, new URLSearchParams(), []))

certificateRoutes.post(`${nth}/replacement`, mine, async (c) => {
  const fields = await fieldsOf(c)
  const form = new Reading(fields)
  const said = form.result({ why: form.text('why', { most: 1000 }), despite: form.maybe('despiteOpen', 1000) })
  const changed = said.ok
    ? await changeCase(c, 'issue a certificate', async (file, by, view) =>
        certifyAnew(file, at(c), said.value, await factsFor(c, view), by),
      )
    : said
  if (!changed.ok) return one(c, fields, changed.refusals)
  const { number, certificates = [] } = changed.value
  return onTo(c, `/cases/${number}/certificates/${certificates.length}`, 'certified-anew')
})

certificateRoutes.post(`${nth}/revocation`, mine, async (c) => {
  const fields = await fieldsOf(c)
  const form = new Reading(fields)
  const why = form.result(form.text('why', { most: 1000 }))
  const changed = why.ok
    ? await changeCase(c, 'issue a certificate', (file, by) => revokeCertificate(file, at(c), why.value, by))
    : why
  if (!changed.ok) return one(c, fields, changed.refusals)
  return onTo(c, `/cases/${changed.value.number}/certificates`, 'certificate-revoked')
})

const at = (c: Ask): number => Number(c.req.param('nth'))

async function factsFor(c: Ask, view: View): Promise<CertificateFacts> {
  const settings = await view.settings()
  return {
    sessions: await view.sessionsOf(c.var.caseFile.number),
    ...{ programme: settings?.programme ?? usualProgramme, issuer: c.var.here.centre, code: newCheckCode() },
  }
}

async function list(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { caseFile, here, store } = c.var
  const shown = { caseFile, sessions: await store.sessionsOf(caseFile.number), names: await namesIn(store) }
  return show(c, certificatesPage(here, shown, typed, refusals), refusals)
}

async function one(c: Ask, typed: URLSearchParams, refusals: Refusal[]): Promise<Response> {
  const { caseFile, here, store } = c.var
  const certificate = caseFile.certificates?.[at(c) - 1]
  if (!certificate) return refusalPage(c, 'not-found')
  const sessions = await store.sessionsOf(caseFile.number)
  const shown = { caseFile, certificate, nth: at(c), sessions, origin: ownOrigin(c) }
  return show(c, certificatePage(here, shown, typed, refusals), refusals)
}
