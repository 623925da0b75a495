import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import { shortDay } from '../parts/dates.ts'
import { fill } from '../words.ts'
import type { TodayShown } from './today.ts'

/** For whom the reader stands in, now or soon. */
export function coveringCard(here: Here, { covering, names }: TodayShown): Html {
  const t = here.t.today
  if (covering.length === 0) return html``
  return html`<section class="card"><h2>${t.covering}</h2><ul class="history">${covering.map(
    ({ id, counsellorId, from, to }) =>
      html`<li><a href="/absences/${id}">${fill(t.coveringFor, { who: names.get(counsellorId) ?? '', from, to })}</a> · <a href="/absences/${id}/sheet">${t.toSheet}</a></li>`,
  )}</ul></section>`
}

/** Who is away today, and who stands in. */
export function awayCard(here: Here, { away, names }: TodayShown): Html {
  const t = here.t.today
  if (!here.may('see absences')) return html``
  const said = (coveredBy?: string) =>
    coveredBy ? fill(t.coveredBy, { who: names.get(coveredBy) ?? '' }) : t.notCovered
  return html`<section class="card"><h2><a href="/absences">${t.away}</a></h2>${
    away.length === 0
      ? html`<p>${t.nobodyAway}</p>`
      : html`<ul class="history">${away.map(
          ({ counsellorId, to, coveredBy }) =>
            html`<li><strong>${names.get(counsellorId)}</strong> ${fill(t.until, { to: shortDay(here, to) })}<br><small>${said(coveredBy)}</small></li>`,
        )}</ul>`
  }${hoursLink(here)}</section>`
}

/** The way to one's own hours. */
const hoursLink = ({ t, may }: Here): Html =>
  may('settle the own hours') ? html`<p><a href="/account/hours">${t.absences.hoursTitle}</a></p>` : html``
