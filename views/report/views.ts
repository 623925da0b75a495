import { html } from 'hono/html'
import { firstDayOf, type Half, lastDayOf } from '../../src/report/halves.ts'
import type { Here, Html } from '../here.ts'
import { longDay } from '../parts/dates.ts'
import { fill } from '../words.ts'

/** The same choice, with another look at it. */
function addressOf(typed: URLSearchParams, changes: Record<string, string>): string {
  const query = new URLSearchParams([...typed].filter(([name, value]) => value !== '' && !(name in changes)))
  for (const [name, value] of Object.entries(changes)) if (value !== '') query.set(name, value)
  return query.size > 0 ? `/report?${query}` : '/report'
}

/** The two looks that the page has: real numbers, and what others get of them. */
export function views(here: Here, typed: URLSearchParams): Html {
  const { tables } = here.t.report
  const current = typed.get('view') === 'published' ? 'published' : ''
  const link = (view: string, word: string) =>
    html`<li><a href="${addressOf(typed, { view })}"${view === current ? html` aria-current="true"` : ''}>${word}</a></li>`
  return html`<nav class="views" aria-label="${tables.views}"><ul>${link('', tables.seen)}${link('published', tables.seenByOthers)}</ul></nav>`
}

/** A choice of other days than whole half-years leads to the half-years in which they lie. */
export function cannotPublish(here: Here, typed: URLSearchParams, { from, to }: { from: Half; to: Half }): Html {
  const { tables } = here.t.report
  const whole = { from: firstDayOf(from), to: lastDayOf(to) }
  const one: Record<string, string> = typed.get('schoolLevel') && typed.get('basis') ? { basis: '' } : {}
  const words = fill(tables.nearest, { from: longDay(here, whole.from), to: longDay(here, whole.to) })
  return html`<div class="warning"><h2>${tables.cannotPublish}</h2><p>${tables.halvesOnly}</p><p><a href="${addressOf(typed, { ...whole, ...one })}">${words}</a></p></div>`
}
