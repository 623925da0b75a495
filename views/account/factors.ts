import { html } from 'hono/html'
import { codesLeft } from '../../src/people/factors.ts'
import type { Passkey, Person } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { passkeyForm, withoutPasskeys } from './passkey.ts'

interface Shown {
  person: Person
  /** what the browser is asked to make a new passkey */
  offer?: string
  typed: URLSearchParams
}

/** Every second factor of one's own, and how to change it. */
export function factorsPage(here: Here, { person, offer, typed }: Shown, refusals: Refusal[]): Html {
  const t = here.t.account
  const f = formOf(here, typed, refusals)
  const { passkeys = [], totp } = person.factors ?? {}
  const since = totp && fill(t.factors.since, { on: shortDay(here, dayOf(totp.at)) })
  const named = f.text('passkeyName', { hint: t.passkey.nameHint, optional: true })
  const asked = { action: '/account/factors/passkeys', way: 'create', button: t.passkey.add } as const
  return layout(here, {
    title: t.factors.title,
    refused: refusals.length > 0,
    scripts: ['passkey.js'],
    styles: ['account.css'],
    body: html`<h1>${t.factors.title}</h1><p class="lead">${t.factors.lead}</p>
${f.problems()}
<section class="card"><h2>${t.passkey.title}</h2><p>${t.passkey.lead}</p>
${passkeys.length > 0 ? html`<ul class="passkeys">${passkeys.map((one) => passkeyItem(here, one))}</ul>` : html`<p>${t.passkey.none}</p>`}
${passkeyForm(here, { ...asked, options: offer, inside: named })}${withoutPasskeys(here)}</section>
<section class="card"><h2>${t.app.title}</h2><p>${since ?? t.factors.none}</p>
<p class="acts"><a class="button" href="/account/factors/app">${totp ? t.app.renew : t.app.set}</a></p></section>
<section class="card"><h2>${t.codes.title}</h2><p>${fill(t.factors.codesLeft, { n: codesLeft(person) })}</p>
<p class="acts"><a class="button" href="/account/factors/codes">${t.codes.renew}</a></p></section>
<p><a href="/account">${t.title}</a></p>`,
  })
}

function passkeyItem(here: Here, { id, name, at, usedAt }: Passkey): Html {
  const t = here.t.account.passkey
  const used = usedAt ? shortDay(here, dayOf(usedAt)) : t.never
  const which = html`<input type="hidden" name="passkey" value="${id}">`
  const label = here.t.fields.passkeyName
  return html`<li><p><strong>${name}</strong><br><small>${t.added} ${shortDay(here, dayOf(at))} · ${t.used} ${used}</small></p>
<div class="row"><details><summary>${t.rename}</summary><form method="post" action="/account/factors/passkeys/name" class="inline">${which}<input type="text" name="passkeyName" value="${name}" aria-label="${label}: ${name}"><button class="small">${t.rename}</button></form></details>
<form method="post" action="/account/factors/passkeys/removal">${which}<button class="small danger" aria-label="${t.remove}: ${name}">${t.remove}</button></form></div></li>`
}
