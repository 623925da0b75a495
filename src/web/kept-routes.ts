import { Hono } from 'hono'
import { keptPage } from '../../views/kept.ts'
import { done } from '../result.ts'
import type { Draft } from '../store/store.ts'
import { isOwnKept } from './kept.ts'
import { only } from './only.ts'
import { onTo, refusalPage, show } from './pages.ts'
import type { Ask, Site } from './site.ts'

/** What was typed when a visit ended: to be looked at, sent after all, or thrown away. */
export const keptRoutes = new Hono<Site>()

keptRoutes.get('/:id', only('go on with what was typed'), async (c) => {
  const draft = await ownKept(c)
  if (!draft) return refusalPage(c, 'not-found')
  const fields = new URLSearchParams(draft.fields)
  return show(c, keptPage(c.var.here, { id: draft.id, path: draft.path ?? '/', fields }))
})

keptRoutes.post('/:id/removal', only('go on with what was typed'), async (c) => {
  const draft = await ownKept(c)
  if (!draft) return refusalPage(c, 'not-found')
  await c.var.store.change((view) => done(view.removeDraft(draft.id)))
  return onTo(c, '/', 'draft-removed')
})

async function ownKept(c: Ask): Promise<Draft | undefined> {
  const draft = await c.var.store.draft(c.req.param('id') ?? '')
  return isOwnKept(draft, c.var.person.id) ? draft : undefined
}
