import { html } from 'hono/html'
import type { Refusal } from '../src/result.ts'
import type { Here, Html } from './here.ts'
import { layout } from './layout.ts'
import { formOf } from './parts/form.ts'

/** The door. A wrong password and an unknown address read the same. */
export function signInPage(here: Here, step: 'password' | 'code', typed: URLSearchParams, refusals: Refusal[]): Html {
  const t = here.t.shared.signIn
  const f = formOf(here, typed, refusals)
  const asked =
    step === 'password'
      ? html`${f.text('email', { type: 'email', autocomplete: 'username' })}${f.text('password', { type: 'password', autocomplete: 'current-password' })}`
      : f.text('code', { autocomplete: 'one-time-code', hint: t.codeHint })
  return layout(here, {
    title: t.title,
    refused: refusals.length > 0,
    body: html`<div class="door"><h1>${t.title}</h1><p>${step === 'password' ? t.lead : t.codeLead}</p>
${f.problems()}
<form method="post" action="/sign-in" class="card">
${f.hidden('to')}
${asked}
<button class="primary">${t.button}</button>
</form></div>`,
  })
}
