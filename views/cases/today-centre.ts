import { html } from 'hono/html'
import type { Row } from '../../src/casefile/row.ts'
import type { Here, Html } from '../here.ts'
import { daysAgo } from '../parts/dates.ts'
import { stageMark, table } from '../parts/lists.ts'
import { fill } from '../words.ts'
import type { TodayShown } from './today.ts'

/** How many of those who wait stand open; all are in the queue. */
const most = 8

/** Who waits, the longest first, and for how many days. */
export function waitingCard(here: Here, { centre }: TodayShown): Html {
  if (!centre) return html``
  const t = here.t.today
  const { waiting } = centre
  const line = ({ number, name, stage, referredOn }: Row) =>
    html`<li><a href="/referrals/${number}"><span translate="no">${number}</span> ${name}</a> ${stageMark(here, stage)} <span class="said">${fill(t.waited, { n: daysAgo(here, referredOn) })}</span></li>`
  const rest = waiting.length - most
  return html`<section class="card"><h2><a href="/referrals">${t.waiting}</a> <span class="count">${waiting.length}</span></h2>${
    waiting.length === 0
      ? html`<p>${t.noWaiting}</p>`
      : html`<ul class="tasks">${waiting.slice(0, most).map(line)}</ul>${rest > 0 ? html`<p><a href="/referrals">${fill(t.rest, { n: rest })}</a></p>` : ''}`
  }</section>`
}

export const countersignCard = ({ t }: Here, { centre }: TodayShown): Html =>
  centre && centre.countersign > 0
    ? html`<p class="card review"><a href="/notes">${fill(t.today.countersign, { n: centre.countersign })}</a></p>`
    : html``

export const messagesCard = ({ t }: Here, { centre }: TodayShown): Html =>
  centre && centre.messages > 0
    ? html`<p class="card review"><a href="/outbox">${fill(t.today.messages, { n: centre.messages })}</a></p>`
    : html``

/** How much each counsellor has: open cases, and sessions of this week. */
export function loadCard(here: Here, { centre }: TodayShown): Html {
  if (!centre) return html``
  const t = here.t.today
  const rows = centre.loads.map(
    ({ id, name, load, sessions }) =>
      html`<tr><th scope="row"><a href="/calendar?of=${id}">${name}</a></th><td class="number">${load}</td><td class="number">${sessions}</td></tr>`,
  )
  return html`<section><h2>${t.loads}</h2>${table(t.loads, [t.counsellor, [t.openCases, 'number'], [t.thisWeek, 'number']], rows, '–')}<p><a href="/cases/reassignment">${here.t.absences.toReassign}</a></p></section>`
}
