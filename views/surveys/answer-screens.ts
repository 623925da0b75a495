import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import type { Both, Door } from './answer.ts'

/** One screen of the youth's page; the script shows one at a time and puts the focus on it. */
const screen = (name: string, body: Html): Html =>
  html`<section class="card" data-screen="${name}" tabindex="-1" hidden>${body}</section>
`
/** Nothing comes after it. */
const end = (name: string, body: Html): Html =>
  html`<section class="card" data-screen="${name}" data-end tabindex="-1" hidden>${body}</section>
`

/** What stands before the survey: numbers to type, what must be known to agree, and the way out of it. */
export function starts(here: Here, door: Door['door'], both: Both): Html {
  return html`${door === 'tablet' ? codeScreen(here, both) : pinScreen(both)}${screen(
    'start',
    html`<h2>${both('startTitle')}</h2>
<dl class="before">${asked.map(([question, answer]) => html`<div><dt>${both(question)}</dt><dd>${both(answer)}</dd></div>`)}</dl>
<p class="agree">${both('agree')}</p>
<p class="acts"><button type="button" class="primary" id="start"><span class="first">${both('start')}</span><span class="again">${both('goOn')}</span></button>
<button type="button" id="rather-not">${both('ratherNot')}</button></p>`,
  )}${screen(
    'rather-not',
    html`<h2>${both('ratherNotTitle')}</h2><p>${both('ratherNotLead')}</p>
<p class="acts"><button type="button" class="primary" id="refuse">${both('refuse')}</button><button type="button" id="back">${both('back')}</button></p>`,
  )}`
}

const asked = [
  ['timeTitle', 'time'],
  ['whoTitle', 'who'],
  ['sameTitle', 'same'],
  ['testTitle', 'test'],
  ['declineTitle', 'decline'],
  ['safetyTitle', 'safety'],
  ['pictureTitle', 'picture'],
] as const

/** The centre's tablet: a number, and nothing about whom or what. Nobody of the staff is signed in beside it. */
function codeScreen(here: Here, both: Both): Html {
  return screen(
    'code',
    here.person
      ? html`<h2>${here.centre}</h2><p>${both('signedIn')}</p>
<form method="post" action="/sign-out"><button class="primary">${both('signOut')}</button></form>`
      : html`<h2>${here.centre}</h2>
<form data-number="code"><label for="code">${both('code')}</label>
<input id="code" type="text" inputmode="numeric" autocomplete="off" maxlength="9" required aria-describedby="code-problem">
<p id="code-problem" class="problem" role="alert"><span data-problem hidden>${both('codeUnknown')}</span></p>
<button class="primary">${both('open')}</button></form>`,
  )
}

const pinScreen = (both: Both): Html =>
  screen(
    'pin',
    html`<h2>${both('pinTitle')}</h2>
<form data-number="pin"><label for="pin">${both('pin')}</label>
<input id="pin" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required aria-describedby="pin-hint pin-problem">
<p id="pin-hint">${both('pinHint')}</p>
<p id="pin-problem" class="problem" role="alert"><span data-problem hidden>${both('pinWrong')}</span></p>
<button class="primary">${both('open')}</button></form>`,
  )

/** How it can end, or not begin. */
export function endings(door: Door['door'], both: Both): Html {
  const finish =
    door === 'tablet'
      ? html`<p class="acts"><button type="button" class="primary finish">${both('finish')}</button></p>`
      : ''
  const last = html`<p>${both(door === 'tablet' ? 'giveBack' : 'close')}</p>${finish}`
  const plain = (['none', 'unknown', 'expired', 'spent', 'locked'] as const).map((key) =>
    end(key, html`<p>${both(key)}</p>${finish}`),
  )
  return html`${plain}${end(
    'closed',
    html`<h2>${both('closedTitle')}</h2><p>${both('closed')}</p><ul id="hours" class="hours"></ul>${finish}`,
  )}${screen(
    'sending',
    html`<h2>${both('sending')}</h2><p id="unsent" role="status"><span data-problem hidden>${both('unsent')}</span></p>`,
  )}${end('refused', html`<h2>${both('refusedTitle')}</h2><p>${both('refused')}</p>${last}`)}${end(
    'thanks',
    html`<h2>${both('thanksTitle')}</h2><p>${both('thanks')}</p><p>${both('after')}</p>${last}`,
  )}`
}
