import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import type { formOf } from '../parts/form.ts'

/** A password that is chosen, typed once: a button shows it, where scripts run. */
export function passwordField({ t }: Here, f: ReturnType<typeof formOf>): Html {
  const p = t.account.password
  return html`${f.text('newPassword', { type: 'password', autocomplete: 'new-password', hint: p.hint })}
<p><button type="button" class="plain" data-shows="newPassword" data-other="${p.hide}" hidden>${p.show}</button></p>`
}
