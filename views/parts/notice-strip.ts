import { html } from 'hono/html'
import type { Here, Html, ShownNotice } from '../here.ts'
import { fill } from '../words.ts'
import { shortMoment } from './dates.ts'

/** More at once would push the page itself out of sight. */
const most = 3

/** What the reader was told and has not yet seen, on top of every page. */
export function noticeStrip(here: Here): Html {
  const { t, notices } = here
  if (notices.length === 0) return html``
  const more = notices.length - most
  return html`<aside class="told" aria-label="${t.log.notices.title}"><ul>${notices.slice(0, most).map((one) => html`<li>${noticeLine(here, one)}${seenButton(here, one)}</li>`)}</ul>${
    more > 0 ? html`<p><a href="/notices">${fill(t.log.notices.more, { n: more })}</a></p>` : ''
  }</aside>`
}

/** What it says, and the way to where it can be looked into. */
export function noticeLine(here: Here, { what, who = '', whose = '', at, caseNumber = '' }: ShownNotice): Html {
  const n = here.t.log.notices
  const text = fill(n.what[what], { who, whose, when: shortMoment(here, at), case: caseNumber })
  const place = caseNumber === '' ? undefined : places[what]
  const to = place === undefined ? pages[what] : `/cases/${caseNumber}${place}`
  return html`<span>${text}${to ? html` <a href="${to}">${n.look}<span class="unseen"> ${caseNumber}</span></a>` : ''}</span>`
}

/** Where on a case's pages it can be looked into. */
const places: Partial<Record<ShownNotice['what'], string>> = {
  'break-glass': '/openings',
  'consent-answered': '/consents',
  'consent-withdrawn': '/consents',
  restricted: '/restriction',
  'concern-raised': '#concerns',
  'duty-to-report': '/reports',
}

/** What is about no one case, and the page that it is about. */
const pages: Partial<Record<ShownNotice['what'], string>> = { covering: '/absences', 'cases-given': '/cases' }

export const seenButton = ({ t, address }: Here, { id }: ShownNotice): Html =>
  html`<form method="post" action="/notices/${id}/sight"><input type="hidden" name="to" value="${address}"><button class="small">${t.log.notices.seen}</button></form>`
