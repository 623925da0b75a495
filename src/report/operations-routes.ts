import { Hono } from 'hono'
import { operationsPage } from '../../views/report/operations.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import type { Site } from '../web/site.ts'
import { madeOf } from './figure-facts.ts'
import { readFilter } from './filter.ts'
import { operationsOf } from './operations.ts'
import { figuresOf, rulesOf } from './routes.ts'

/** How the work itself goes, for the lead. */
export const operationsRoutes = new Hono<Site>()

operationsRoutes.get('/', only('see the figures'), async (c) => {
  const { here, store } = c.var
  const typed = new URL(c.req.url).searchParams
  const filter = readFilter(typed)
  if (!filter.ok) return show(c, operationsPage(here, typed, filter.refusals), filter.refusals)
  const choice = filter.value
  const numbers = await madeOf(store, JSON.stringify(['operations', choice]), (youths) => operationsOf(youths, choice))
  const figures = await figuresOf(c, choice, await rulesOf(c))
  return show(c, operationsPage(here, typed, [], { numbers, figures }))
})
