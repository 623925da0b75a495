import { Hono } from 'hono'
import { outcomePage, type ShownOutcome } from '../../views/report/outcome.ts'
import type { Settings } from '../people/person.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { madeOf } from './figure-facts.ts'
import { countedIn, type Filter, readFilter } from './filter.ts'
import { outcomeOf } from './outcome.ts'
import { describedAt, flowOf } from './outcome-flow.ts'
import { completionOf, doseOf, followUpsOf } from './outcome-groups.ts'
import type { Youths } from './youths.ts'

/** Change from intake to exit, for the lead: real numbers, nothing suppressed. */
export const outcomeRoutes = new Hono<Site>()

outcomeRoutes.get('/', only('see the figures'), async (c) => {
  const typed = new URL(c.req.url).searchParams
  const filter = readFilter(typed)
  if (!filter.ok) return show(c, outcomePage(c.var.here, typed, filter.refusals), filter.refusals)
  return show(c, outcomePage(c.var.here, typed, [], await outcomeShown(c, filter.value, typed.get('scale'))))
})

async function outcomeShown(c: Ask, filter: Filter, scale: string | null): Promise<ShownOutcome | undefined> {
  const norms = (await c.var.store.settings())?.norms
  const found = await madeOf(c.var.store, JSON.stringify(['outcome', filter, norms]), (all) =>
    outcomeOfAll(countedIn(all, filter), norms),
  )
  const chosen = found.scales.find((one) => one.scale === scale) ?? found.scales[0]
  return chosen && { ...found, chosen, norms }
}

const outcomeOfAll = (youths: Youths, norms: Settings['norms']): Omit<ShownOutcome, 'chosen' | 'norms'> => ({
  flow: flowOf(youths),
  satisfaction: describedAt(youths, 'SAT', 'exit'),
  scales: outcomeOf(youths, norms).map((one) => ({
    ...one,
    completion: completionOf(youths, one.scale),
    dose: doseOf(youths, one.scale),
    followUps: followUpsOf(youths, one.scale),
  })),
})
