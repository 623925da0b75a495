import { Hono } from 'hono'
import { crossPage } from '../../views/report/cross.ts'
import { Reading } from '../form.ts'
import { type Result, refused } from '../result.ts'
import { only } from '../web/only.ts'
import { show } from '../web/pages.ts'
import type { Site } from '../web/site.ts'
import { crossed, maybeCrossed } from './cross.ts'
import { madeOf } from './figure-facts.ts'
import type { FigureId } from './figures.ts'
import { type Filter, readFilter } from './filter.ts'
import { markedCross } from './marked.ts'
import { keyOf, rulesOf } from './routes.ts'

/** Two figures in one table, for the lead. */
export const crossRoutes = new Hono<Site>()

crossRoutes.get('/', only('see the figures'), async (c) => {
  const { here, store } = c.var
  const typed = new URL(c.req.url).searchParams
  const asked = readCross(typed)
  if (!asked.ok) return show(c, crossPage(here, typed, asked.refusals), asked.refusals)
  const { filter, pair } = asked.value
  if (!pair) return show(c, crossPage(here, typed, []))
  const rules = await rulesOf(c)
  const table = await madeOf(store, keyOf('cross', [pair, filter], rules), (youths) =>
    markedCross(pair, youths, filter, rules),
  )
  return show(c, crossPage(here, typed, [], table))
})

/** Neither is chosen: no table yet. Only one of them, or two that may not be crossed: a problem at the field. */
function readCross(typed: URLSearchParams): Result<{ filter: Filter; pair?: [FigureId, FigureId] }> {
  const filter = readFilter(typed)
  const form = new Reading(typed)
  const [rows, columns] = [form.oneOrNone('rows', crossed), form.oneOrNone('columns', crossed)]
  if (rows && !form.has('columns')) form.refuse('columns', 'missing')
  if (columns && !form.has('rows')) form.refuse('rows', 'missing')
  if (rows && columns && !maybeCrossed(rows, columns)) form.refuse('columns', 'not-crossed')
  if (!filter.ok) return refused(...filter.refusals, ...form.refusals)
  return form.result({ filter: filter.value, ...(rows && columns && { pair: [rows, columns] }) })
}
