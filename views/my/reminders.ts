import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Audience } from '../consent/texts.ts'
import type { Here, Html } from '../here.ts'
import { say } from '../parts/form.ts'
import { langsOf, waysOf } from '../reminders/choices.ts'
import { ownFrame } from './frame.ts'

/** How they want to be reminded: nothing is chosen for them. */
export function ownRemindersPage(here: Here, whose: Audience, typed: URLSearchParams, refusals: Refusal[]): Html {
  const r = here.t.my[whose].reminders
  const { labels } = r
  const radios = (name: 'remindWay' | 'remindLang', options: [string, string][]) =>
    html`<fieldset class="card ask${problemAt(refusals, name) ? ' wrong' : ''}" id="${name}"><legend><h2>${labels[name]}</h2></legend>${problem(r, refusals, name)}
<div class="choices">${options.map(
      ([code, label]) =>
        html`<label class="choice"><input type="radio" name="${name}" value="${code}"${typed.get(name) === code ? html` checked` : ''}> <span>${label}</span></label>`,
    )}</div></fieldset>`
  const wrong = problemAt(refusals, 'remindTo')
  return ownFrame(here, {
    title: here.t.my.titles.reminders,
    refused: refusals.length > 0,
    body: html`<h1>${r.title}</h1>${refusals.length > 0 ? html`<div class="problems" role="alert" tabindex="-1" autofocus><h2>${r.problems}</h2><ul>${refusals.map((one) => line(here, r, one))}</ul></div>` : ''}
<section class="card"><p class="big">${r.lead}</p><p>${r.contents}</p><p>${r.others}</p></section>
<form method="post" action="/my/reminders">${radios('remindWay', waysOf(here))}
<div class="card ask${wrong ? ' wrong' : ''}"><label for="remindTo">${labels.remindTo}</label><p class="quiet" id="remindTo-hint">${r.toHint}</p>${problem(r, refusals, 'remindTo')}
<input type="text" id="remindTo" name="remindTo" autocomplete="off" value="${typed.get('remindTo') ?? ''}" aria-describedby="remindTo-hint${wrong ? ' remindTo-problem' : ''}"${wrong ? html` aria-invalid="true"` : ''}></div>
${radios('remindLang', langsOf(here))}
<p class="send"><button class="primary">${r.save}</button> <a class="button" href="/my/page">${r.back}</a></p></form>`,
  })
}

const problemAt = (refusals: Refusal[], name: string) => refusals.find(({ field }) => field === name)

type Words = Here['t']['my'][Audience]['reminders']
type Name = keyof Words['wrong']

const problem = ({ wrong }: Words, refusals: Refusal[], name: Name): Html =>
  problemAt(refusals, name) ? html`<p class="problem" id="${name}-problem">${wrong[name]}</p>` : html``

/** What is wrong, with a way to its field if it stands at one. */
function line(here: Here, { labels, wrong }: Words, refusal: Refusal): Html {
  const { field = '' } = refusal
  const isOurs = (name: string): name is Name => Object.hasOwn(wrong, name)
  return isOurs(field)
    ? html`<li><a href="#${field}">${labels[field]} ${wrong[field]}</a></li>`
    : html`<li>${say(here, refusal)}</li>`
}
