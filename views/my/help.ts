import { html } from 'hono/html'
import type { Settings } from '../../src/people/person.ts'
import type { Audience, TextValues } from '../consent/texts.ts'
import type { Here, Html } from '../here.ts'

export type Contact = NonNullable<Settings['contact']>

/** What these pages say of the centre: what its texts name, and whom to call. */
export interface Centre {
  values: TextValues
  contact: Contact
}

/** How to ask, to object, to have something put right: by the telephone and mail of the centre, or to somebody outside. */
export function helpCard(here: Here, whose: Audience, contact: Contact): Html {
  const h = here.t.my[whose].help
  return html`<section class="card"><h2>${h.title}</h2><p>${h.lead}</p>${ways(here, contact) ?? html`<p>${h.counsellor}</p>`}
<p class="quiet">${h.outside}</p></section>`
}

/** Telephone and mail, as far as the centre has settled them. */
export function ways({ t }: Here, { phone, email }: Contact): Html | undefined {
  if (!phone && !email) return undefined
  return html`<ul class="ways">${phone ? html`<li>${t.my.phone} <a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a></li>` : ''}${email ? html`<li>${t.my.email} <a href="mailto:${email}">${email}</a></li>` : ''}</ul>`
}
