import { Hono } from 'hono'
import { personalLinkPage } from '../../views/consent/link.ts'
import { giverName } from '../../views/consent/people.ts'
import { hashOf, newToken } from '../people/token.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { ownOrigin } from '../web/origin.ts'
import { changeCase, onTo, refusalPage, show } from '../web/pages.ts'
import type { Site } from '../web/site.ts'
import { readSettlement, settleDisagreement } from './disagreement.ts'
import { issueLink, readWhose, revokeLink } from './issue-link.ts'
import { page } from './routes.ts'

/** Personal links of youth and guardians, and what the lead decides where guardians do not agree. */
export const linkRoutes = new Hono<Site>()

linkRoutes.post('/links', only('issue a personal link'), async (c) => {
  const fields = await fieldsOf(c)
  const whose = readWhose(fields)
  const token = newToken()
  const issued = whose.ok
    ? await changeCase(c, 'issue a personal link', (file, by) =>
        issueLink(file, { ...whose.value, linkHash: hashOf(token) }, by),
      )
    : whose
  if (!issued.ok) return page(c, c.var.caseFile, fields, issued.refusals)
  const link = issued.value.links.find(({ linkHash }) => linkHash === hashOf(token))
  if (!link) return refusalPage(c, 'failed')
  const name = giverName(c.var.here, issued.value, link)
  const phone = (await c.var.store.settings())?.contact?.phone
  const address = `${ownOrigin(c)}/consent/${token}`
  const shown = { number: issued.value.number, name, link, address, ...(phone && { phone }) }
  return show(c, personalLinkPage(c.var.here, shown))
})

linkRoutes.post('/links/:link/revocation', only('issue a personal link'), async (c) => {
  const id = c.req.param('link')
  if (!c.var.caseFile.links.some((one) => one.id === id)) return refusalPage(c, 'not-found')
  const revoked = await changeCase(c, 'issue a personal link', (file, by) => revokeLink(file, id, by))
  if (!revoked.ok) return page(c, c.var.caseFile, new URLSearchParams(), revoked.refusals)
  return onTo(c, `/cases/${revoked.value.number}/consents`, 'link-revoked')
})

linkRoutes.post('/disagreements', only('settle a disagreement'), async (c) => {
  const fields = await fieldsOf(c)
  const what = readSettlement(fields)
  const settled = what.ok
    ? await changeCase(c, 'settle a disagreement', (file, by) => settleDisagreement(file, what.value, by))
    : what
  if (!settled.ok) return page(c, c.var.caseFile, fields, settled.refusals)
  return onTo(c, `/cases/${settled.value.number}/consents`, 'disagreement-settled')
})
