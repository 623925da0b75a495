import { html } from 'hono/html'
import type { Person } from '../../src/people/person.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { settingsHead } from './head.ts'

/** Shows an account's link for the only time that anybody can read it. */
export function accountLinkPage(here: Here, { id, name, invitation }: Person, link: string): Html {
  const t = here.t.settings
  const until = invitation ? shortMoment(here, invitation.until) : ''
  return layout(here, {
    title: t.linkTitle,
    body: html`${settingsHead(here, 'people', t.linkTitle)}
<p class="lead">${fill(t.linkLead, { name, until })}</p>
<p class="warning">${t.linkOnce}</p>
<section class="card"><div class="field"><label for="link">${t.link}</label><input id="link" type="text" readonly value="${link}" autocomplete="off"></div>
<p class="hint">${t.linkHint}</p></section>
<p><a href="/settings/people/${id}">${t.toAccount}</a></p>`,
  })
}
