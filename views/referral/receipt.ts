import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'

/** The reference number, to be written down. */
export function receiptPage(here: Here, reference: string): Html {
  const r = here.t.referral
  return layout(here, {
    title: r.receiptTitle,
    body: html`<h1>${r.receiptTitle}</h1>
<section class="card receipt"><p>${r.receiptNumber}</p><p class="figure" translate="no">${reference}</p></section>
<p>${r.receiptNext}</p>
<p class="acts"><a class="button" href="/">${here.t.shared.home}</a> <a class="button" href="/referrals/new">${r.another}</a></p>`,
  })
}
