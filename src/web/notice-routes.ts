import { Hono } from 'hono'
import { noticesPage } from '../../views/log/notices.ts'
import { noticeStrip } from '../../views/parts/notice-strip.ts'
import { done } from '../result.ts'
import { fieldsOf } from './fields.ts'
import { toldTo } from './notices.ts'
import { onPoll } from './on-poll.ts'
import { only } from './only.ts'
import { ownPath } from './origin.ts'
import { onTo, refusalPage, show } from './pages.ts'
import type { Site } from './site.ts'

/** What one was told at once: the strip on every page says it, until one says that one has seen it. */
export const noticeRoutes = new Hono<Site>()

/** Older ones are in the journal and in the log. */
const most = 50

noticeRoutes.get('/', only('see own notices'), async (c) => {
  const { store, person, here } = c.var
  return show(c, noticesPage(here, (await toldTo(store, person, here.now)).slice(0, most)))
})

/** The strip, if it is no longer as the page that asks has it. */
noticeRoutes.get('/strip', onPoll('see own notices'), async (c) => {
  const { here } = c.var
  return c.req.query('shown') === here.stripMark ? c.body(null, 204) : show(c, noticeStrip(here))
})

noticeRoutes.post('/:id/sight', only('see own notices'), async (c) => {
  const to = (await fieldsOf(c)).get('to')
  const seen = await c.var.store.change(async (view) => {
    const notice = await view.entry('notices', c.req.param('id'))
    if (notice?.to !== c.var.person.id) return done(false)
    if (!notice.seenAt) view.saveEntry('notices', { ...notice, seenAt: c.var.here.now })
    return done(true)
  })
  return seen.ok && seen.value ? onTo(c, ownPath(to)) : refusalPage(c, 'not-found')
})
