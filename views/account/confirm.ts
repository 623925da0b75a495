import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { or, passkeyForm } from './passkey.ts'

interface Asked {
  passkey?: string
  typed: URLSearchParams
}

/** The second factor once more. */
export function confirmPage(here: Here, { passkey, typed }: Asked, refusals: Refusal[]): Html {
  const t = here.t.account
  const f = formOf(here, typed, refusals)
  const to = f.hidden('to')
  const asked = { action: '/confirm', way: 'get', button: t.passkey.confirm } as const
  return layout(here, {
    title: t.confirm.title,
    refused: refusals.length > 0,
    scripts: ['passkey.js'],
    styles: ['account.css'],
    body: html`<div class="door"><h1>${t.confirm.title}</h1><p>${t.confirm.lead}</p>
${f.problems()}
${passkeyForm(here, { ...asked, options: passkey, look: 'wide', inside: to, below: or(here) })}
<form method="post" action="/confirm" class="card">
${to}
${f.text('code', { autocomplete: 'one-time-code', hint: t.confirm.codeHint })}
<button class="primary">${t.confirm.button}</button>
</form></div>`,
  })
}
