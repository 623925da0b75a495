import { html } from 'hono/html'
import { triageStages } from '../../src/casefile/row.ts'
import type { Twin } from '../../src/referral/twins.ts'
import type { Here, Html } from '../here.ts'
import { stageMark } from '../parts/lists.ts'

/** Cases that may be of the same young person. Whoever does not see every case learns their numbers and no more. */
export function twinWarning(here: Here, twins: Twin[]): Html {
  const r = here.t.referral
  if (twins.length === 0) return html``
  const open = here.may('see every case')
  return html`<section class="warning" aria-labelledby="twins"><h2 id="twins">${r.twinsTitle}</h2><p>${r.twinsLead}</p><ul>${twins.map(
    (twin) => html`<li>${open ? linked(here, twin) : twin.number} · <strong>${r.likeness[twin.likeness]}</strong></li>`,
  )}</ul></section>`
}

function linked(here: Here, { number, name, stage, referredOn }: Twin): Html {
  return html`<a href="${triageStages.includes(stage) ? '/referrals' : '/cases'}/${number}">${number}</a> ${name} · ${referredOn} · ${stageMark(here, stage)}`
}
