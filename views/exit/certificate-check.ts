import { html } from 'hono/html'
import type { Printed } from '../../src/casefile/outcome.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { ownFrame } from '../my/frame.ts'
import { hoursMinutes } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { courseOf, paperDay } from './certificate-paper.ts'

interface Shown {
  printed?: Printed
  inForce?: boolean
  /** a code was asked for that leads to nothing: what it was does not stand on the page */
  unknown?: boolean
}

/** Where anybody who holds a certificate sees whether it holds, and what it says: no more than stands on the paper. */
export function certificateCheckPage(here: Here, { printed, inForce, unknown }: Shown): Html {
  const t = here.t.certificates.checking
  return ownFrame(here, {
    title: t.title,
    personal: false,
    body: html`<section class="card door"><h1>${t.title}</h1>
${printed ? found(here, printed, inForce === true) : ''}${unknown ? html`<p class="problems" role="alert">${t.unknown}</p>` : ''}
${printed ? html`<p><a href="/certificates">${t.again}</a></p>` : asking(here)}</section>`,
  })
}

function asking(here: Here): Html {
  const t = here.t.certificates.checking
  const f = formOf(here, new URLSearchParams(), [])
  return html`<p>${t.lead}</p><form method="get" action="/certificates"><div class="ask">${f.text('code', { autocomplete: 'off' })}</div><button class="primary">${t.button}</button></form>`
}

function found(here: Here, printed: Printed, inForce: boolean): Html {
  const t = here.t.certificates.checking
  const p = here.t.certificates.paper
  const { number, name, from, to, sessions, minutes, issuer, at } = printed
  const facts: [string, string | Html][] = [
    [p.number, html`<span translate="no">${number}</span>`],
    [p.name, name],
    [p.course, courseOf(here, printed)],
    [p.days, fill(p.span, { from: paperDay(here, from), to: paperDay(here, to) })],
    [p.sessions, fill(p.sessionCount, { n: sessions })],
    [p.hours, hoursMinutes(here, minutes)],
    [t.issuer, issuer],
    [t.issuedOn, paperDay(here, dayOf(at))],
  ]
  return html`<p class="${inForce ? 'done' : 'problems'}" role="status">${inForce ? t.holds : t.holdsNot}</p>
<p class="big">${p[printed.as]}</p>
<dl class="days">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<p class="quiet">${t.compare}</p>`
}
