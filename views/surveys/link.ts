import { html } from 'hono/html'
import type { Wave } from '../../src/surveys/waves.ts'
import type { Moment } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { qrCode } from '../parts/qr.ts'
import { fill } from '../words.ts'
import { closedNotice, type SurveyHours } from './list.ts'

interface Issued extends SurveyHours {
  number: string
  wave: Wave
  link: string
  /** told by voice, and never written where the link is */
  pin?: string
  expiresAt: Moment
}

/**
 * Shows a link for the only time that anybody can read it, with a code to point a telephone at and a message that gives
 * nothing away; beside it the number that opens it, if it asks for one.
 */
export function surveyLinkPage(here: Here, issued: Issued): Html {
  const { number, wave, link, pin, expiresAt } = issued
  const t = here.t.surveys
  const until = shortMoment(here, expiresAt)
  const message = fill(pin ? t.messageWithPin : t.messageText, { centre: here.centre, until, link })
  return layout(here, {
    title: t.linkTitle,
    styles: ['handing-out.css'],
    body: html`<h1>${t.linkTitle}</h1>
<p class="lead">${t.names[wave]} · <span translate="no">${number}</span> · ${fill(t.expires, { when: until })}</p>
<p class="warning">${pin ? t.linkOnceWithPin : t.linkOnce}</p>
${closedNotice(here, issued)}
<div class="columns"><div><section class="card">
<div class="field"><label for="link">${t.link}</label><input id="link" type="text" readonly value="${link}" autocomplete="off"></div>
<div class="field"><label for="message">${t.message}</label><textarea id="message" rows="6" readonly>${message}</textarea></div>
</section>
${pin ? html`<section class="card"><h2>${t.pinTitle}</h2><p class="digits" translate="no">${inGroups(pin, 3)}</p><p>${t.pinHow}</p></section>` : ''}</div>
<section class="card"><h2>${t.qrTitle}</h2>${qrCode(link, t.qrTitle)}<p class="hint">${t.qrHint}</p></section></div>
<p><a href="/cases/${number}/surveys">${t.backToList}</a></p>`,
  })
}

/** `12345678` as `1234 5678`: read out and typed without losing the place. */
export const inGroups = (digits: string, size: number): string =>
  (digits.match(new RegExp(`\\d{1,${size}}`, 'g')) ?? []).join(' ')
