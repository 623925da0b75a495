import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'

/** Shows the recovery key, once, and asks for it. Refused, it comes back without the key: nobody holds it but the paper. */
export function recoveryKeyPage(here: Here, { key, refusals }: { key?: string; refusals: Refusal[] }): Html {
  const t = here.t.setUp
  const f = formOf(here, new URLSearchParams(), refusals)
  return layout(here, {
    title: t.keyTitle,
    refused: refusals.length > 0,
    styles: ['set-up.css'],
    body: html`<h1>${t.keyTitle}</h1><p class="lead">${key ? t.keyLead : t.keyGone}</p>${f.problems()}
${key ? html`<section class="card"><h2>${t.keyHead}</h2><p class="recovery-key" translate="no">${key.split(/(?<=-)/).map((group) => html`<span>${group}</span>`)}</p><p>${t.keyUse}</p></section>` : ''}
<form method="post" action="/set-up/recovery-key" class="card typed-back"><h2>${t.typeBack}</h2>
${f.area('recoveryKey', { rows: 3, hint: t.typeBackHint })}
<button class="primary" name="then" value="go-on">${t.finish}</button></form>
<form method="post" action="/set-up/recovery-key" class="typed-back"><button class="plain" name="then" value="another">${t.another}</button></form>`,
  })
}
