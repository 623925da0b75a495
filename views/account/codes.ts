import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { codesForm } from './codes-form.ts'

/** New recovery codes in place of all earlier ones. */
export function codesPage(
  here: Here,
  offer: Parameters<typeof codesForm>[2]['offer'],
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const t = here.t.account
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: t.codes.title,
    refused: refusals.length > 0,
    styles: ['account.css'],
    body: html`<h1>${t.codes.title}</h1><p class="lead">${t.codes.replaces}</p>
${f.problems()}
<section class="card">${codesForm(here, f, { offer, action: '/account/factors/codes' })}</section>
<p><a href="/account/factors">${t.factors.manage}</a></p>`,
  })
}
