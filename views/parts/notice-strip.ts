import { html } from 'hono/html'
import type { Here, Html, ShownAlarm, ShownNotice } from '../here.ts'
import { fill } from '../words.ts'
import { nearMoment, shortMoment } from './dates.ts'

/** More of a kind at once would push the page itself out of sight. */
const most = 3

/**
 * What the reader was told and has not yet seen, on top of every page; before it what somebody must look at now. Whoever
 * may be called for help has it renewed while the page stands open: what is still the same is left as it is, so that a
 * screen reader says each call once. `taken`: the case whose call the reader took up just now.
 */
export function noticeStrip(here: Here, taken?: string): Html {
  const { alarms, stripMark } = here
  if (!alarms) return listOf(here)
  return html`<div id="told" hx-get="/notices/strip?shown=${stripMark}" hx-trigger="every 5s" hx-swap="outerMorph">${listOf(here, alarms, taken)}</div>`
}

function listOf(here: Here, alarms: ShownAlarm[] = [], taken?: string): Html {
  const { t, notices } = here
  if (alarms.length === 0 && notices.length === 0 && taken === undefined) return html``
  const more = (list: unknown[], to: string, words: string) =>
    list.length > most ? html`<p><a href="${to}">${fill(words, { n: list.length - most })}</a></p>` : ''
  const lines = [
    ...(taken === undefined ? [] : [takenLine(here, taken)]),
    ...alarms.slice(0, most).map((one) => alarmLine(here, one)),
    ...notices
      .slice(0, most)
      .map((one) => html`<li id="told-${one.id}">${noticeLine(here, one)}${seenButton(here, one)}</li>`),
  ]
  return html`<aside class="told${alarms.length > 0 ? ' urgent' : ''}" aria-label="${t.log.notices.title}"><ul>${lines}</ul>${more(alarms, '/', t.alarms.more)}${more(notices, '/notices', t.log.notices.more)}</aside>`
}

/** A call for help with its clock: the first thing on every page until somebody is on it. */
function alarmLine(here: Here, { id, caseNumber, at, lookBy, isLate }: ShownAlarm): Html {
  const a = here.t.alarms
  const until = nearMoment(here, lookBy)
  const asked = fill(a.asked, { when: nearMoment(here, at), case: caseNumber })
  const path = `/cases/${caseNumber}/alarms/${id}/taking`
  return html`<li id="alarm-${id}" class="alarm"><span role="alert">${asked} <strong>${fill(isLate ? a.nobodyYet : a.lookBy, { until })}</strong></span><div class="acts"><a href="/cases/${caseNumber}#concerns">${a.look}<span class="unseen"> ${caseNumber}</span></a>
<form method="post" action="${path}" hx-post="${path}" hx-target="#told" hx-swap="outerMorph"><button class="primary small" aria-label="${fill(a.takeOf, { case: caseNumber })}">${a.take}</button></form></div></li>`
}

/** Takes the focus that the button had. */
const takenLine = ({ t: { alarms: a } }: Here, caseNumber: string): Html =>
  html`<li id="taken"><span role="status" tabindex="-1" autofocus>${fill(a.takenNow, { case: caseNumber })} <a href="/cases/${caseNumber}#concerns">${a.look}<span class="unseen"> ${caseNumber}</span></a></span></li>`

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
  'help-needed': '#concerns',
  'help-waiting': '#concerns',
  'help-taken': '#concerns',
  'duty-to-report': '/reports',
}

/** What is about no one case, and the page that it is about. */
const pages: Partial<Record<ShownNotice['what'], string>> = { covering: '/absences', 'cases-given': '/cases' }

export const seenButton = ({ t, address }: Here, { id }: ShownNotice): Html =>
  html`<form method="post" action="/notices/${id}/sight"><input type="hidden" name="to" value="${address}"><button class="small">${t.log.notices.seen}</button></form>`
