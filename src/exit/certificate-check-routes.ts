import { Hono } from 'hono'
import { certificateCheckPage } from '../../views/exit/certificate-check.ts'
import { checkCodeIn, hashOfCheckCode } from '../casefile/check-code.ts'
import type { Certificate } from '../casefile/outcome.ts'
import { printedOf } from '../casefile/printed.ts'
import { only } from '../web/only.ts'
import { withStatus } from '../web/own-page.ts'
import { onTo, show } from '../web/pages.ts'
import { atMost } from '../web/rates.ts'
import type { Ask, Site } from '../web/site.ts'

/**
 * Where the code on a certificate leads, for whoever holds the paper: what stands on it, and whether it holds. A code
 * that is none, one that was made up and one of an erased case are answered alike.
 */
export const certificateCheckRoutes = new Hono<Site>()

const anyone = only('check a certificate')
/** A school checks a class of them; with 100 bits nobody finds one by trying. */
const tries = atMost(60, 'address')

certificateCheckRoutes.get('/', anyone, tries, (c) => {
  const typed = c.req.query('code')
  if (typed === undefined || typed.trim() === '') return show(c, certificateCheckPage(c.var.here, {}))
  const code = checkCodeIn(typed)
  return code ? onTo(c, `/certificates/${code}`) : unknown(c)
})

certificateCheckRoutes.get('/:code', anyone, tries, async (c) => {
  const code = checkCodeIn(c.req.param('code'))
  const certificate = code && (await behind(c, code))
  if (!certificate) return unknown(c)
  const { revoked } = certificate
  return show(c, certificateCheckPage(c.var.here, { printed: printedOf(certificate), inForce: !revoked }))
})

async function behind(c: Ask, code: string): Promise<Certificate | undefined> {
  const number = (await c.var.store.rows({ linkHash: hashOfCheckCode(code) })).rows[0]?.number
  const caseFile = number === undefined ? undefined : await c.var.store.caseFile(number)
  // that somebody asked is in the log of the case
  if (caseFile) c.set('caseFile', caseFile)
  return caseFile?.certificates?.find((one) => one.code === code)
}

const unknown = async (c: Ask): Promise<Response> =>
  withStatus(await show(c, certificateCheckPage(c.var.here, { unknown: true })), 404)
