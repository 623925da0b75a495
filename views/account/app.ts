import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { appForm } from './app-form.ts'

/** An authenticator app, new or in place of an earlier one. */
export function appPage(
  here: Here,
  offer: Parameters<typeof appForm>[2]['offer'],
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const t = here.t.account
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: t.app.title,
    refused: refusals.length > 0,
    styles: ['account.css'],
    body: html`<h1>${t.app.title}</h1><p class="lead">${t.app.lead} ${t.app.replaces}</p>
${f.problems()}
<section class="card">${appForm(here, f, { offer, action: '/account/factors/app' })}</section>
<p><a href="/account/factors">${t.factors.manage}</a></p>`,
  })
}
