import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { langsOf, waysOf } from './choices.ts'

interface Shown {
  /** whose appointments they hear of */
  hears: 'counsellor' | 'school' | 'nobody'
  email: string
}

/** How somebody of the house wants to be reminded. */
export function remindersPage(here: Here, { hears, email }: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { own, save } = here.t.reminders
  const f = formOf(here, typed, refusals)
  const form = html`<p>${own.contents}</p><section class="card"><form method="post" action="/account/reminders">
${f.radios('remindWay', waysOf(here), { hint: fill(own.mailHint, { email }) })}
${f.text('remindTo', { type: 'tel', hint: own.toHint })}
${f.radios('remindLang', langsOf(here))}
<button class="primary">${save}</button></form></section>`
  return layout(here, {
    title: own.title,
    refused: refusals.length > 0,
    body: html`<h1>${own.title}</h1>${f.problems()}<p class="lead">${own[hears]}</p>${hears === 'nobody' ? '' : form}
<p><a href="/account">${here.t.account.title}</a></p>`,
  })
}
