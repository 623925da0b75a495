import { html } from 'hono/html'
import type { Message } from '../../src/people/message.ts'
import { type OutboxFilter, outboxFilters } from '../../src/sessions/outbox.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay } from '../parts/dates.ts'
import { messageList, type Ways } from './parts.ts'

interface Shown {
  messages: Message[]
  filter: OutboxFilter
  sends: Ways
}

/** What was sent and what was not, by day, the latest first. */
export function outboxPage(here: Here, { messages, filter, sends }: Shown): Html {
  const r = here.t.reminders
  const days = [...new Set(messages.map(({ at }) => dayOf(at)))]
  const ofDay = (on: string) => messages.filter(({ at }) => dayOf(at) === on)
  return layout(here, {
    title: r.outboxTitle,
    wide: true,
    body: html`<h1>${r.outboxTitle}</h1><p class="lead">${r.outboxLead}</p>
${byHand(here, sends)}
<nav class="tabs" aria-label="${r.filters}"><ul>${outboxFilters.map(
      (one) =>
        html`<li><a href="/outbox?show=${one}"${one === filter ? html` aria-current="page"` : ''}>${r.filter[one]}</a></li>`,
    )}</ul></nav>
${messages.length === 0 ? html`<p class="nothing">${r.nothing}</p>` : ''}
${days.map((on) => html`<h2>${shortDay(here, on)}</h2>${messageList(here, { caption: shortDay(here, on), messages: ofDay(on), sends, base: '/outbox', several: true })}`)}`,
  })
}

/** What nobody sends unless somebody does it. */
export function byHand(here: Here, sends: Ways): Html {
  const r = here.t.reminders
  if (here.demo) return html`<p class="warning">${r.demo}</p>`
  const missing = (['mail', 'text'] as const).filter((way) => !sends.includes(way))
  const [which] = missing.length > 1 ? (['both'] as const) : missing
  return which ? html`<p class="warning">${r.byHand[which]}</p>` : html``
}
