import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { passwordField } from './password-field.ts'

/** A new password in place of the old one. */
export function passwordPage(here: Here, refusals: Refusal[]): Html {
  const t = here.t.account
  const f = formOf(here, new URLSearchParams(), refusals)
  return layout(here, {
    title: t.password.title,
    refused: refusals.length > 0,
    scripts: ['password.js'],
    body: html`<div class="door"><h1>${t.password.title}</h1>
${f.problems()}
<form method="post" action="/account/password" class="card">
${f.text('oldPassword', { type: 'password', autocomplete: 'current-password' })}
${passwordField(here, f)}
<p class="hint">${t.password.ends}</p>
<button class="primary">${t.password.button}</button>
</form>
<p><a href="/account">${t.title}</a></p></div>`,
  })
}
