import { html } from 'hono/html'
import type { Duties } from '../../src/casefile/duties.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'
import { clockMark } from './clock.ts'

/** On the first page of lead and admin: the registers of the house, and what they ask for now. */
export function dutiesCard(here: Here, duties: Duties | undefined): Html {
  if (!duties) return html``
  const r = here.t.registers
  const count = (n: number, sentence: string) => (n > 0 ? html`<br><strong>${fill(sentence, { n })}</strong>` : '')
  const pressing = duties.incidents.map(
    (one) =>
      html`<br><a href="/incidents/${one.id}">${fill(r.incidentTitle, { id: one.id })}</a> ${clockMark(here, one)}`,
  )
  return html`<section class="card"><h2>${r.card}</h2><ul class="history">
<li><a href="/incidents">${r.incidentsTitle}</a>${pressing}</li>
<li><a href="/retention">${here.t.retention.title}</a>${count(duties.due, r.dueCases)}${count(duties.proposals, r.proposals)}</li>
<li><a href="/inquiries">${r.inquiriesTitle}</a>${count(duties.answers, r.waiting)}</li>
<li><a href="/report/releases">${here.t.releases.title}</a>${count(duties.releases, r.releases)}</li></ul></section>`
}
