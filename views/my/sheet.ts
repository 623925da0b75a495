import { html } from 'hono/html'
import type { CaseFile, PersonalLink } from '../../src/casefile/casefile.ts'
import { isToBeAskedAgain } from '../../src/consent/ask-again.ts'
import { guardianKind, isConsented } from '../../src/consent/gate.ts'
import type { Asked } from '../../src/consent/sheet.ts'
import type { Refusal } from '../../src/result.ts'
import { ageOn, dayOf } from '../../src/time/days.ts'
import { textOf } from '../consent/texts.ts'
import type { Here, Html } from '../here.ts'
import { longDay } from '../parts/dates.ts'
import { say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { ownFrame } from './frame.ts'
import { type Centre, ways } from './help.ts'

interface Shown extends Centre {
  caseFile: CaseFile
  link: PersonalLink
  asked: Asked[]
}

/** Who asks, for what, and each consent apart with its own yes and no. Nothing is chosen beforehand. */
export function sheetPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, link, asked, values, contact } = shown
  const s = here.t.my[link.whose].sheet
  const names = { name: caseFile.youth.name, centre: here.centre }
  const { heading, lead } = isAskedAgain(here, shown) ? here.t.my.again : s
  return ownFrame(here, {
    title: here.t.my.titles.sheet,
    refused: refusals.length > 0,
    body: html`<h1>${fill(heading, names)}</h1>
${problems(here, shown, refusals)}
<p class="lead">${fill(lead, names)}</p>
<ul class="steps"><li>${s.each}</li><li>${s.free}</li><li>${s.change}</li><li>${fill(s.until, { until: longDay(here, dayOf(link.answerBy)) })}</li></ul>
<div class="card"><p>${s.ask}</p>${ways(here, contact) ?? ''}</div>
${noteOn(here, shown)}
<form method="post" action="/my/answers" novalidate>
${asked.map((one) => question(here, link, one, values, typed, refusals))}
${link.whose === 'guardian' ? signature(here, typed, refusals) : ''}
<p class="send"><button class="primary">${s.send}</button></p></form>
<p><a href="/my/page">${s.later}</a></p>`,
  })
}

const isAskedAgain = ({ now }: Here, { caseFile, link }: Shown): boolean =>
  link.whose === 'youth' && isToBeAskedAgain(caseFile, dayOf(now))

/** Why this is asked of a guardian, or asked again. */
function noteOn(here: Here, shown: Shown): Html {
  const { caseFile, link, asked } = shown
  const { again } = here.t.my
  if (isAskedAgain(here, shown))
    return html`<p class="note">${again.reason} ${isConsented(caseFile) ? again.goesOn : ''}</p>`
  const young = ageOn(caseFile.youth.birthDate, dayOf(here.now)) < 14
  const guardian = asked.some(({ kind }) => kind === guardianKind)
  if (!guardian && !(link.whose === 'youth' && young)) return html``
  return html`<p class="note">${fill(here.t.my[link.whose].sheet.under14, { name: caseFile.youth.name })}</p>`
}

function question(
  here: Here,
  { whose }: PersonalLink,
  { kind, before, must }: Asked,
  values: Centre['values'],
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const s = here.t.my[whose].sheet
  const text = textOf(kind, whose, here.lang, values)
  if (!text) return html``
  const wrong = refusals.some(({ field }) => field === kind)
  const words = answerWords(here, whose, kind)
  const choice = (answer: 'given' | 'refused', at: number) =>
    html`<label class="choice"><input type="radio" name="${kind}" value="${answer}"${at === 0 ? html` id="${kind}"` : ''}${typed.get(kind) === answer ? html` checked` : ''}> <span>${words[answer]}</span></label>`
  const said = before && fill(s.before, { on: longDay(here, before.on), answer: words[before.answer] })
  return html`<fieldset class="card ask${wrong ? ' wrong' : ''}"${wrong ? html` aria-describedby="${kind}-problem"` : ''}><legend><h2>${text.title}</h2></legend>
${text.say ? html`<p>${text.say}</p>` : ''}
${text.lines.length > 0 ? html`<dl>${text.lines.map(({ label, text: line, important }) => html`<div${important ? html` class="important"` : ''}><dt>${label}</dt><dd>${line}</dd></div>`)}</dl>` : ''}
${said ? html`<p class="note">${said} ${must ? '' : s.keep}</p>` : ''}
${wrong ? html`<p class="problem" id="${kind}-problem">${s.missing}</p>` : ''}
<div class="choices">${choice('given', 0)}${choice('refused', 1)}</div></fieldset>`
}

/** What yes and no are called: some things are agreed to, one is understood. */
export function answerWords({ t }: Here, whose: 'youth' | 'guardian', kind: string) {
  const s = t.my[whose].sheet
  return kind === 'confidentiality-limits' ? { given: s.heard, refused: s.more } : { given: s.yes, refused: s.no }
}

/** Guardians put their name to it. What is on file is not shown, so that it has to be known. */
function signature(here: Here, typed: URLSearchParams, refusals: Refusal[]): Html {
  const problem = refusals.find(({ field }) => field === 'signedName')
  const described = `signedName-hint${problem ? ' signedName-problem' : ''}`
  return html`<div class="card ask${problem ? ' wrong' : ''}"><label for="signedName">${here.t.fields.signedName}</label>
<p class="quiet" id="signedName-hint">${here.t.my.signedNameHint}</p>${problem ? html`<p class="problem" id="signedName-problem">${say(here, problem)}</p>` : ''}
<input type="text" id="signedName" name="signedName" autocomplete="off" value="${typed.get('signedName') ?? ''}" aria-describedby="${described}"${problem ? html` aria-invalid="true"` : ''}></div>`
}

/** Everything that is still open, each a link to its place. */
function problems(here: Here, { link, values }: Shown, refusals: Refusal[]): Html {
  if (refusals.length === 0) return html``
  const s = here.t.my[link.whose].sheet
  const line = (refusal: Refusal) => {
    const { field = '' } = refusal
    const about = textOf(field, link.whose, here.lang, values)?.title
    return about
      ? html`<li><a href="#${field}">${about}</a></li>`
      : html`<li><a href="#${field}">${here.t.fields.signedName}: ${say(here, refusal)}</a></li>`
  }
  return html`<div class="problems" role="alert" tabindex="-1" autofocus><h2>${s.problems}</h2><ul>${refusals.map(line)}</ul></div>`
}
