import { html } from 'hono/html'
import type { School } from '../../src/people/person.ts'
import type { ReferralForm } from '../../src/referral/referral-form.ts'
import type { Twin } from '../../src/referral/twins.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { referralSaid } from './said.ts'
import { twinWarning } from './twin-warning.ts'

/** All answers once more before the referral goes out. */
export function checkReferralPage(
  here: Here,
  draftId: string,
  form: ReferralForm,
  schools: School[],
  twins: Twin[],
): Html {
  const r = here.t.referral
  return layout(here, {
    title: r.checkTitle,
    body: html`<h1>${r.checkTitle}</h1><p class="lead">${r.checkLead}</p>
${twinWarning(here, twins)}
${referralSaid(here, form, schools)}
<form method="post" action="/referrals" class="acts"><input type="hidden" name="draft" value="${draftId}">
<button class="primary">${r.send}</button>
<a class="button" href="/referrals/drafts/${draftId}">${here.t.shared.change}</a></form>`,
  })
}
