import { html } from 'hono/html'
import type { Person } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { feedLangs } from '../../src/sessions/feed-keeping.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'

interface Shown {
  feed: Person['feed']
  typed: URLSearchParams
  /** the address in full, when it was made just now: nobody can see it again */
  address?: string
  refusals?: Refusal[]
}

/** The secret address of one's own sessions: make, replace, revoke. */
export function feedPage(here: Here, { feed, typed, address, refusals = [] }: Shown): Html {
  const t = here.t.calendar.feed
  const f = formOf(here, typed, refusals)
  const langs = f.radios(
    'feedLang',
    feedLangs.map((lang) => [lang, t.langs[lang]]),
  )
  return layout(here, {
    title: t.title,
    refused: refusals.length > 0,
    styles: ['account.css'],
    body: html`<h1>${t.title}</h1><p class="lead">${t.lead}</p>
${f.problems()}
${address ? made(here, address) : ''}
<section class="card"><h2>${t.shownTitle}</h2><p>${t.shows}</p><p>${t.slow}</p><p class="warning">${t.secret}</p></section>
${
  feed
    ? html`<section class="card"><h2>${t.changeTitle}</h2>${address ? '' : html`<p>${fill(t.since, { when: shortMoment(here, feed.at) })}</p>`}
<form method="post" action="/account/feed"><p>${t.renewLead}</p>${langs}<p class="acts"><button>${t.renew}</button></p></form>
<form method="post" action="/account/feed/revocation"><p>${t.revokeLead}</p><p class="acts"><button class="danger">${t.revoke}</button></p></form></section>`
    : html`<section class="card"><h2>${t.make}</h2><form method="post" action="/account/feed">${langs}<p class="acts"><button class="primary">${t.make}</button></p></form></section>`
}
<p><a href="/calendar">${here.t.calendar.title}</a> · <a href="/account">${here.t.account.title}</a></p>`,
  })
}

function made(here: Here, address: string): Html {
  const t = here.t.calendar.feed
  return html`<section class="card"><h2>${t.madeTitle}</h2><p class="warning" role="status">${t.once}</p>
<div class="field"><label for="address">${t.address}</label><input id="address" type="text" readonly value="${address}" autocomplete="off"></div>
<h3>${t.howTitle}</h3><ul>${t.how.map((one) => html`<li>${one}</li>`)}</ul></section>`
}
