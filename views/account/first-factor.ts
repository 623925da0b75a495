import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { appForm } from './app-form.ts'
import { codesForm } from './codes-form.ts'
import { passkeyForm, withoutPasskeys } from './passkey.ts'

interface Offer {
  passkey?: string
  app: Parameters<typeof appForm>[2]['offer']
}

/** After the first password: a passkey or an authenticator app. */
export function firstFactorPage(
  here: Here,
  { passkey, app }: Offer,
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const t = here.t.account
  const f = formOf(here, typed, refusals)
  const inside = f.hidden('to')
  const named = html`${inside}${f.text('passkeyName', { hint: t.passkey.nameHint, optional: true })}`
  const asked = { action: '/sign-in/factor/passkey', way: 'create', button: t.passkey.add, look: 'primary' } as const
  return layout(here, {
    title: t.first.title,
    refused: refusals.length > 0,
    scripts: ['passkey.js'],
    styles: ['account.css'],
    body: html`<h1>${t.first.title}</h1><p class="lead">${t.first.lead}</p>
${f.problems()}
<div class="ways"><section class="card"><h2>${t.passkey.title} <small>${t.first.recommended}</small></h2><p>${t.passkey.lead}</p>
${passkeyForm(here, { ...asked, options: passkey, inside: named })}${withoutPasskeys(here)}</section>
<section class="card"><h2>${t.app.title}</h2><p>${t.app.lead}</p>
${appForm(here, f, { offer: app, action: '/sign-in/factor/app', inside })}</section></div>
<p><a href="/sign-in?anew=1">${here.t.shared.signIn.anew}</a></p>`,
  })
}

/** Then the recovery codes. */
export function firstCodesPage(
  here: Here,
  offer: Parameters<typeof codesForm>[2]['offer'],
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const t = here.t.account
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: t.first.codesTitle,
    refused: refusals.length > 0,
    styles: ['account.css'],
    body: html`<h1>${t.first.codesTitle}</h1>
${f.problems()}
<section class="card">${codesForm(here, f, { offer, action: '/sign-in/recovery-codes', inside: f.hidden('to') })}</section>`,
  })
}
