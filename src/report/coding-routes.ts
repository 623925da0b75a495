import { Hono } from 'hono'
import { codingPage } from '../../views/report/coding.ts'
import { sampleOf } from '../intake/second-coding.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import type { Site } from '../web/site.ts'
import { codingAgreement } from './coding.ts'
import { madeOf } from './figure-facts.ts'

/** The sample that is coded twice, and how far the two codings agree. */
export const codingReportRoutes = new Hono<Site>()

codingReportRoutes.get('/', only('see the figures'), async (c) => {
  const { store, person, here } = c.var
  const { rows } = await store.rows({ reader: person.id })
  const agreement = await madeOf(store, 'coding', codingAgreement)
  return show(c, codingPage(here, { sample: sampleOf(rows), agreement }))
})
