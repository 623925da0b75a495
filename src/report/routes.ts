import { Hono } from 'hono'
import type { Here } from '../../views/here.ts'
import { reportPage, type Seen } from '../../views/report/report.ts'
import type { Result } from '../result.ts'
import { dayOf } from '../time/days.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import type { Ask, Site } from '../web/site.ts'
import { madeOf } from './figure-facts.ts'
import { type Filter, readFilter } from './filter.ts'
import { type MarkedFigure, markedFigures, publishable, type Rules } from './marked.ts'
import { published, thresholdOf } from './publish.ts'

/** The figures for all, for the lead: real numbers, with those marked that others would not see. */
export const reportRoutes = new Hono<Site>()

reportRoutes.get('/', only('see the figures'), async (c) => {
  const { here, filter, typed } = asked(c)
  if (!filter.ok) return show(c, reportPage(here, typed, filter.refusals), filter.refusals)
  const rules = await rulesOf(c)
  const others = typed.get('view') === 'published' ? await seenByOthers(c, filter.value, rules) : undefined
  const figures = others ? [] : await figuresOf(c, filter.value, rules)
  return show(c, reportPage(here, typed, [], { figures, others, threshold: rules.threshold }))
})

reportRoutes.get('/figures.json', only('see the figures'), async (c) => {
  const { here, filter } = asked(c)
  if (!filter.ok) return c.json({ refusals: filter.refusals }, 422)
  const found = await figuresOf(c, filter.value, await rulesOf(c))
  const figures = found.map(({ id, unit, base, missing, several, rows }) => ({
    ...{ id, title: here.t.report.figures[id].title, unit, base, missing, several },
    rows: rows.map(({ code, count, percent, suppressed }) => ({ code, count, percent, suppressed })),
  }))
  return c.json({ cutOff: dayOf(here.now), filter: filter.value, figures })
})

function asked(c: Ask): { here: Here; typed: URLSearchParams; filter: Result<Filter> } {
  const typed = new URL(c.req.url).searchParams
  return { here: c.var.here, typed, filter: readFilter(typed) }
}

/** What others know already, and below how many a number is kept from them. */
export async function rulesOf(c: Ask): Promise<Rules> {
  const { store } = c.var
  const [settings, releases] = [await store.settings(), await store.entries('releases')]
  return { threshold: thresholdOf(settings), releases: releases.filter(({ approved }) => approved) }
}

/** Under which key something made of the facts is kept. */
export const keyOf = (what: string, choice: unknown, { threshold, releases }: Rules): string =>
  JSON.stringify([what, choice, threshold, releases.map(({ id }) => id)])

export const figuresOf = (c: Ask, filter: Filter, rules: Rules): Promise<MarkedFigure[]> =>
  madeOf(c.var.store, keyOf('figures', filter, rules), (youths) => markedFigures(youths, filter, rules))

async function seenByOthers(c: Ask, filter: Filter, rules: Rules): Promise<Seen['others']> {
  const { choice, exact } = await madeOf(c.var.store, keyOf('publishable', filter, rules), (youths) =>
    publishable(youths, filter),
  )
  const { from, to } = choice
  if (!exact) return { from, to }
  const { figures } = await madeOf(c.var.store, keyOf('published', choice, rules), (youths) =>
    published(choice, youths, rules.threshold, rules.releases),
  )
  return { from, to, figures }
}
