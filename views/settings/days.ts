import { html } from 'hono/html'
import type { NamedDays } from '../../src/people/shut-days.ts'
import type { Refusal } from '../../src/result.ts'
import { dayOf, yearOf } from '../../src/time/days.ts'
import { holidaysIn, holidayYears } from '../../src/time/holidays.ts'
import type { Days } from '../../src/time/hours.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { settingsHead } from './head.ts'

/** Days on which nothing is booked: those of the centre's own, and the public holidays, which are known without it. */
export function daysPage(here: Here, shut: NamedDays[], typed: URLSearchParams, refusals: Refusal[]): Html {
  const { settings: t, days: d } = here.t
  const f = formOf(here, typed, refusals)
  const year = yearOf(dayOf(here.now))
  return layout(here, {
    title: d.title,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'days', d.title)}<p class="lead">${d.lead}</p>${f.problems()}
<h2>${d.shutHead}</h2>${daysTable(here, shut, '/settings/days/removal', d.shutHead, d.noShut)}
<form method="post" action="/settings/days" class="card"><h2>${d.addShut}</h2>${daysFields(here, f)}<button class="primary">${t.add}</button></form>
<section><h2>${d.holidaysHead}</h2><p>${d.holidaysLead}</p>${[year, year + 1].map((one) => holidayCard(here, one))}</section>`,
  })
}

function holidayCard(here: Here, year: number): Html {
  const d = here.t.days
  const known = holidaysIn(year)
  const title = fill(d.ofYear, { year })
  if (known.length === 0) return html`<p class="notice">${fill(d.holidaysUnknown, { year, last: holidayYears.to })}</p>`
  return html`<details class="card"${year === yearOf(dayOf(here.now)) ? html` open` : ''}><summary>${title}</summary><ul class="day-list">${known.map(
    ([on, holiday]) => html`<li><span class="when">${shortDay(here, on)}</span> ${holiday[here.lang]}</li>`,
  )}</ul></details>`
}

/** Days in a list, each with the button that takes it out. */
export function daysTable(here: Here, list: NamedDays[], removal: string, caption: string, nothing: string): Html {
  const d = here.t.days
  const line = ({ from, to, name = '' }: NamedDays) => [
    spanOfDays(here, { from, to }),
    name,
    html`<form method="post" action="${removal}"><input type="hidden" name="daysFrom" value="${from}"><input type="hidden" name="daysTo" value="${to}"><button class="small" aria-label="${fill(d.removeOne, { from, name })}">${d.remove}</button></form>`,
  ]
  return stack(caption, [[d.when, 'day'], here.t.fields.daysName, d.removal], list.map(line), nothing)
}

export const daysFields = ({ t }: Here, f: ReturnType<typeof formOf>): Html =>
  html`<p>${t.days.oneDay}</p><div class="pair">${f.text('daysFrom', { type: 'date' })}${f.text('daysTo', { type: 'date', optional: true })}${f.text('daysName', { autocomplete: 'off' })}</div>`

/** `2026-11-22 (일)`, or from one day to another. */
export const spanOfDays = (here: Here, { from, to }: Days): string =>
  from === to ? shortDay(here, from) : `${shortDay(here, from)} – ${shortDay(here, to)}`
