import { Hono } from 'hono'
import { reportPage } from '../../views/report/report.ts'
import type { Facts } from '../casefile/facts.ts'
import type { Result } from '../result.ts'
import { dayOf } from '../time/days.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { definitions } from './figures.ts'
import { type Filter, isCounted, readFilter } from './filter.ts'
import { type Figure, tally } from './tally.ts'

/** The figures for all, for the lead: real numbers, nothing suppressed. */
export const reportRoutes = new Hono<Site>()

reportRoutes.get('/', only('see the figures'), async (c) => {
  const { here, filter, typed } = asked(c)
  if (!filter.ok) return show(c, reportPage(here, typed, filter.refusals), filter.refusals)
  return show(c, reportPage(here, typed, [], await figuresOf(c, filter.value)))
})

reportRoutes.get('/figures.json', only('see the figures'), async (c) => {
  const { here, filter } = asked(c)
  if (!filter.ok) return c.json({ refusals: filter.refusals }, 422)
  const figures = (await figuresOf(c, filter.value)).map((figure) => {
    const { id, unit, base, missing, several, rows } = figure
    return { id, title: here.t.report.figures[id].title, unit, base, missing, several, rows }
  })
  return c.json({ cutOff: dayOf(here.now), filter: filter.value, figures })
})

function asked(c: Ask): { here: Ask['var']['here']; typed: URLSearchParams; filter: Result<Filter> } {
  const typed = new URL(c.req.url).searchParams
  return { here: c.var.here, typed, filter: readFilter(typed) }
}

async function figuresOf(c: Ask, filter: Filter): Promise<Figure[]> {
  const facts: Facts[] = []
  for await (const one of c.var.store.facts()) if (isCounted(one, filter)) facts.push(one)
  return definitions.map((definition) => tally(definition, facts))
}
