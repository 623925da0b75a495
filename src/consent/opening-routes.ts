import { Hono } from 'hono'
import { openingPage, signOutFirstPage } from '../../views/my/doors.ts'
import { only } from '../web/only.ts'
import { behind, gone, letIn, withStatus } from '../web/own-page.ts'
import { onTo, show } from '../web/pages.ts'
import type { Site } from '../web/site.ts'

/**
 * Where a personal link leads. Looking at it spends nothing and tells nothing, whether or not it opens anything: mail
 * scanners and previews of messengers look at every link. Only the button on it opens the page.
 */
export const openingRoutes = new Hono<Site>()

openingRoutes.get('/:token', only('open an own page'), (c) => show(c, openingPage(c.var.here, c.req.param('token'))))

openingRoutes.post('/:token/opening', only('open an own page'), async (c) => {
  if (c.var.person) return withStatus(await show(c, signOutFirstPage(c.var.here)), 409)
  const token = c.req.param('token')
  if (!(await behind(c, token))) return gone(c)
  letIn(c, token)
  return onTo(c, '/my')
})
