import { html } from 'hono/html'
import type { PersonalLink } from '../../src/casefile/casefile.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { longDay } from '../parts/dates.ts'
import { qrCode } from '../parts/qr.ts'
import { fill } from '../words.ts'

interface Issued {
  number: string
  /** for whom, as staff call them */
  name: string
  link: PersonalLink
  address: string
  phone?: string
}

/** Shows a link for the only time that anybody can read it, with a code to point a telephone at and a message that gives nothing away. */
export function personalLinkPage(here: Here, { number, name, link, address, phone }: Issued): Html {
  const l = here.t.consent.links
  const day = (at: string) => longDay(here, dayOf(at))
  const text = fill(l.message[link.whose], { centre: here.centre, until: day(link.answerBy), link: address })
  const message = phone ? `${text}\n${fill(l.messageCall, { phone })}` : text
  return layout(here, {
    title: l.linkTitle,
    body: html`<h1>${l.linkTitle}</h1>
<p class="lead">${name} · <span translate="no">${number}</span></p>
<p class="warning">${l.once}</p>
<div class="columns"><section class="card">
<div class="field"><label for="link">${l.link}</label><input id="link" type="text" readonly value="${address}" autocomplete="off"></div>
<div class="field"><label for="message">${l.messageLabel}</label><textarea id="message" rows="8" readonly>${message}</textarea></div>
<p class="hint">${fill(l.times, { answer: day(link.answerBy), open: day(link.expiresAt) })}</p>
<p class="hint">${l.signOutFirst}</p></section>
<section class="card"><h2>${l.qrTitle}</h2>${qrCode(address, l.qrTitle)}<p class="hint">${l.qrHint}</p></section></div>
<p><a href="/cases/${number}/consents">${l.back}</a></p>`,
  })
}
