import { html } from 'hono/html'
import type { Refusal } from '../src/result.ts'
import { or, passkeyForm } from './account/passkey.ts'
import type { Here, Html } from './here.ts'
import { layout } from './layout.ts'
import { formOf } from './parts/form.ts'

interface Asked {
  step: 'password' | 'code'
  /** what the browser is asked for a passkey */
  passkey?: string
  typed: URLSearchParams
}

/** The door. A wrong password and an unknown address read the same. */
export function signInPage(here: Here, { step, passkey, typed }: Asked, refusals: Refusal[]): Html {
  const t = here.t.shared.signIn
  const f = formOf(here, typed, refusals)
  const to = f.hidden('to')
  const asked =
    step === 'password'
      ? html`${f.text('email', { type: 'email', autocomplete: 'username' })}${f.text('password', { type: 'password', autocomplete: 'current-password' })}`
      : f.text('code', { autocomplete: 'one-time-code', hint: t.codeHint })
  const button = here.t.account.passkey.signIn
  return layout(here, {
    title: t.title,
    refused: refusals.length > 0,
    scripts: ['passkey.js'],
    styles: ['account.css'],
    body: html`<div class="door"><h1>${t.title}</h1>
${f.problems()}
${passkeyForm(here, { action: '/sign-in', way: 'get', options: passkey, button, look: 'wide', inside: to, below: or(here) })}
<form method="post" action="/sign-in" class="card">
<p>${step === 'password' ? t.lead : t.codeLead}</p>
${to}
${asked}
<button class="primary">${t.button}</button>
</form>
${step === 'code' ? html`<p><a href="/sign-in?anew=1">${t.anew}</a></p>` : ''}</div>`,
  })
}
