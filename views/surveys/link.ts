import { html } from 'hono/html'
import type { Moment } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'

interface Issued {
  number: string
  survey: 'intake' | 'exit'
  link: string
  expiresAt: Moment
}

/** Shows a link for the only time that anybody can read it, with a message that gives nothing away. */
export function surveyLinkPage(here: Here, { number, survey, link, expiresAt }: Issued): Html {
  const t = here.t.surveys
  const until = shortMoment(here, expiresAt)
  return layout(here, {
    title: t.linkTitle,
    body: html`<h1>${t.linkTitle}</h1>
<p class="lead">${t.names[survey]} · ${number} · ${fill(t.expires, { when: until })}</p>
<p class="warning">${t.linkOnce}</p>
<section class="card">
<div class="field"><label for="link">${t.link}</label><input id="link" type="text" readonly value="${link}" autocomplete="off"></div>
<div class="field"><label for="message">${t.message}</label><textarea id="message" rows="4" readonly>${fill(t.messageText, { centre: here.centre, until, link })}</textarea></div>
<p class="hint">${t.openHint}</p>
<p class="acts"><a class="button" href="${link}" target="_blank" rel="noopener noreferrer">${t.openHere}</a></p>
</section>
<p><a href="/cases/${number}/surveys">${t.backToList}</a></p>`,
  })
}
