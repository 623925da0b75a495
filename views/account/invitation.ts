import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { passwordField } from './password-field.ts'

/** Whoever was sent a link chooses a password. It names nobody: the link may have come into other hands. */
export function invitationPage(here: Here, refusals: Refusal[]): Html {
  const t = here.t.account.invitation
  const f = formOf(here, new URLSearchParams(), refusals)
  return layout(here, {
    title: t.title,
    refused: refusals.length > 0,
    scripts: ['password.js'],
    body: html`<div class="door"><h1>${t.title}</h1><p>${t.lead}</p>
${f.problems()}
<form method="post" action="${here.path}" class="card">
${passwordField(here, f)}
<button class="primary">${t.button}</button>
</form></div>`,
  })
}

/** The same page for every link that opens nothing. */
export function invitationOverPage(here: Here): Html {
  const t = here.t.account.invitation
  return layout(here, {
    title: t.overTitle,
    body: html`<div class="door"><h1>${t.overTitle}</h1><p>${t.over}</p></div>`,
  })
}
