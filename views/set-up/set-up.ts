import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import { passwordField } from '../account/password-field.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { contactFields, retentionFields } from '../settings/fields.ts'

/** The first page of an empty house. The code comes in the fragment of the address and is put into its field. */
export function setUpPage(
  here: Here,
  { data, keyFile }: { data: string; keyFile: string },
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const t = here.t.setUp
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: t.title,
    refused: refusals.length > 0,
    scripts: ['set-up.js', 'password.js'],
    body: html`<h1>${t.title}</h1><p class="lead">${t.lead}</p>${f.problems()}
<form method="post" action="/set-up">
<section class="card">${f.text('setUpCode', { hint: t.codeHint, autocomplete: 'off' })}</section>
<section class="card"><h2>${t.placesHead}</h2>${factList([
      [t.data, html`<code>${data}</code>`],
      [t.keyFile, html`<code>${keyFile}</code>`],
    ])}<p>${t.placesLead}</p></section>
<section class="card"><h2>${here.t.settings.centreHead}</h2>${f.text('centre', { autocomplete: 'off' })}${contactFields(here, f)}</section>
<section class="card"><h2>${t.adminHead}</h2><p>${t.adminLead}</p><div class="pair">${f.text('adminName', { autocomplete: 'name' })}${f.text('email', { type: 'email', autocomplete: 'username' })}</div>
${passwordField(here, f)}</section>
<section class="card"><h2>${here.t.settings.retentionHead}</h2><p>${here.t.settings.retentionLead}</p>${retentionFields(f)}</section>
<p class="acts"><button class="primary">${t.goOn}</button></p></form>`,
  })
}
