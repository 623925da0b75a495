import { Hono } from 'hono'
import { done, refused } from '../result.ts'
import { publishEdition, removeEdition } from '../surveys/edition.ts'
import { readPublication } from '../surveys/edition-form.ts'
import { faultsOf } from '../surveys/faults.ts'
import { modelFaults } from '../surveys/model-faults.ts'
import { changeEdition, showEdition, versionIn } from '../web/editions.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, signatureOf } from '../web/pages.ts'
import type { Site } from '../web/site.ts'

/** What becomes of a draft: published, it stays as it is for good; or it goes, and nobody was asked by it. */
export const publicationRoutes = new Hono<Site>()

const one = '/:id{[a-z-]+\\.v\\d+}'

publicationRoutes.post(`${one}/publication`, only('settle the surveys'), async (c) => {
  const version = await versionIn(c)
  if (!version) return refusalPage(c, 'not-found')
  const fields = await fieldsOf(c)
  if (version.state !== 'draft') return showEdition(c, [{ reason: 'edition-published' }])
  const form = readPublication(fields)
  if (!form.ok) return showEdition(c, form.refusals)
  const ours = faultsOf(version.definition)
  const faults = ours.length > 0 ? ours : await modelFaults(version)
  if (faults.length > 0) return showEdition(c, [{ reason: 'definition-faulty' }], faults)
  const by = signatureOf(c)
  const published = await changeEdition(c, (facts) => publishEdition(facts.edition, form.value.seen, facts, by))
  return published.ok ? onTo(c, `/surveys/${version.id}`, 'edition-published') : showEdition(c, published.refusals)
})

publicationRoutes.post(`${one}/removal`, only('settle the surveys'), async (c) => {
  const version = await versionIn(c)
  if (!version) return refusalPage(c, 'not-found')
  if (version.state !== 'draft') return showEdition(c, [{ reason: 'edition-published' }])
  const removed = await c.var.store.change(async (view) => {
    const draft = removeEdition(await view.entry('editions', version.id))
    if (!draft.ok) return refused(...draft.refusals)
    view.removeEntry('editions', version.id)
    return done(undefined)
  })
  return removed.ok ? onTo(c, '/surveys', 'edition-removed') : showEdition(c, removed.refusals)
})
