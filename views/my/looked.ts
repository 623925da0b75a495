import { html } from 'hono/html'
import { type Looked, lookedDays } from '../../src/consent/looked-at.ts'
import type { Audience } from '../consent/texts.ts'
import type { Here, Html } from '../here.ts'
import { longDay } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { ownFrame } from './frame.ts'
import { type Contact, helpCard } from './help.ts'

/** On which days somebody opened what is kept: by what they are, not by name. */
export function lookedPage(here: Here, whose: Audience, looked: Looked[], contact: Contact): Html {
  const l = here.t.my[whose].looked
  const { role } = here.t.shared
  const named = (roles: string[]) =>
    roles.map((one) => (Object.hasOwn(role, one) ? role[one as keyof typeof role] : one)).join(', ')
  return ownFrame(here, {
    title: here.t.my.titles.looked,
    body: html`<h1>${l.heading}</h1><p class="lead">${fill(l.lead, { n: lookedDays })}</p>
<section class="card">${
      looked.length === 0
        ? html`<p>${l.none}</p>`
        : html`<dl class="days">${looked.map(({ on, roles }) => html`<div><dt>${longDay(here, on)}</dt><dd>${named(roles)}</dd></div>`)}</dl>`
    }</section>
${helpCard(here, whose, contact)}
<p><a class="button" href="/my/page">${l.back}</a></p>`,
  })
}
