import { Hono } from 'hono'
import { codingPage } from '../../views/report/coding.ts'
import type { Facts } from '../casefile/facts.ts'
import { sampleOf } from '../intake/second-coding.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import type { Site } from '../web/site.ts'
import { codingAgreement } from './coding.ts'

/** The sample that is coded twice, and how far the two codings agree. */
export const codingReportRoutes = new Hono<Site>()

codingReportRoutes.get('/', only('see the figures'), async (c) => {
  const { store, person, here } = c.var
  const { rows } = await store.rows({ reader: person.id })
  const facts: Facts[] = []
  for await (const one of store.facts()) if (one.second) facts.push(one)
  return show(c, codingPage(here, { sample: sampleOf(rows), agreement: codingAgreement(facts) }))
})
