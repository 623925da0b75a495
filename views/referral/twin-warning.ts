import { html } from 'hono/html'
import type { Twin } from '../../src/referral/twins.ts'
import type { Here, Html } from '../here.ts'
import { stageMark } from '../parts/lists.ts'

/** Cases that may be of the same young person. Only the lead may open them all. */
export function twinWarning(here: Here, twins: Twin[]): Html {
  const r = here.t.referral
  if (twins.length === 0) return html``
  const link = here.may('see every case')
  return html`<section class="warning" aria-labelledby="twins"><h2 id="twins">${r.twinsTitle}</h2><p>${r.twinsLead}</p><ul>${twins.map(
    ({ number, name, stage, referredOn, likeness }) =>
      html`<li>${link ? html`<a href="${['referral', 'waiting', 'returned', 'declined'].includes(stage) ? '/referrals' : '/cases'}/${number}">${number}</a>` : number} ${name} · ${referredOn} · ${stageMark(here, stage)} · <strong>${r.likeness[likeness]}</strong></li>`,
  )}</ul></section>`
}
