import { html } from 'hono/html'
import { labelOf } from '../../src/codebook/codebook.ts'
import type { OwnAnswer, OwnPage } from '../../src/consent/own-page.ts'
import { dayOf, timeOf, weekdayOf } from '../../src/time/days.ts'
import { textOf } from '../consent/texts.ts'
import type { Here, Html } from '../here.ts'
import { longDay } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { ownFrame } from './frame.ts'
import { type Centre, helpCard } from './help.ts'
import { answerWords } from './sheet.ts'

interface Around extends Centre {
  room?: string
}

/** One's own page: the next meeting, what one agreed to, what is kept, who sees it, when it goes, and whom to ask. */
export function myPage(here: Here, page: OwnPage, around: Around): Html {
  const { whose, youth } = page
  const p = here.t.my[whose].page
  return ownFrame(here, {
    title: here.t.my.titles.page,
    body: html`${saidNow(here, page)}<h1>${fill(p.heading, { name: youth })}</h1>
<p class="lead">${p.lead}</p>
${nextCard(here, page, around)}
${remindersCard(here, page)}
${certificatesCard(here, page)}
${answersCard(here, page, around)}
${keptCard(here, page, around)}
${helpCard(here, whose, around.contact)}
<section class="card finish"><h2>${p.finishTitle}</h2><p>${p.finishLead}</p><form method="post" action="/my/end"><button>${p.finish}</button></form></section>`,
  })
}

/** Thanks, and for a legal guardian what comes next. */
function saidNow(here: Here, { whose, answers }: OwnPage): Html {
  const { done } = here.t.my[whose].page
  if (here.done !== 'own-answered' && here.done !== 'own-withdrawn' && here.done !== 'own-reminded') return html``
  const waits = here.done === 'own-answered' && answers.some(({ verified }) => verified === false)
  return html`<div class="done" role="status"><p>${done[here.done]}</p>${waits ? html`<p>${here.t.my.verifyNext}</p>` : ''}</div>`
}

function nextCard(here: Here, { whose, next }: OwnPage, { room }: Around): Html {
  const n = here.t.my[whose].next
  if (!next) return html`<section class="card"><h2>${n.title}</h2><p>${n.none}</p></section>`
  const where = next.mode === 'in-person' && room ? room : labelOf('sessionMode', next.mode, here.lang)
  const on = dayOf(next.startAt)
  const weekday = here.t.shared.weekdays[weekdayOf(on) - 1] ?? ''
  return html`<section class="card"><h2>${n.title}</h2><p class="big">${longDay(here, on)} <span class="nowrap">(${weekday}) ${timeOf(next.startAt)}</span></p>
<p>${where} · ${fill(here.t.shared.minutes, { n: next.minutes })}</p><p class="quiet">${n.cannot}</p></section>`
}

/** How they hear of it, and who else does. */
function remindersCard(here: Here, { whose, reminded, alsoReminded }: OwnPage): Html {
  const r = here.t.my[whose].reminders
  const way = reminded && here.t.sessions.ways[reminded.way]
  const own = !reminded || reminded.way === 'none' ? r.none : fill(r.mine, { way: way ?? '', to: reminded.to ?? '' })
  const others = alsoReminded.map((relation) => labelOf('guardianRelation', relation, here.lang)).join(', ')
  return html`<section class="card"><h2>${r.title}</h2><p>${own}</p>${others ? html`<p>${fill(here.t.my.alsoReminded, { who: others })}</p>` : ''}
<p><a class="button" href="/my/reminders">${r.change}</a></p></section>`
}

/** What was issued to them, and where it can be checked. */
function certificatesCard(here: Here, { certificates }: OwnPage): Html {
  const { title, own, check } = here.t.certificates
  if (certificates.length === 0) return html``
  return html`<section class="card"><h2>${title}</h2><ul>${certificates.map(
    ({ number, code, at }) =>
      html`<li>${fill(own, { number, on: longDay(here, dayOf(at)) })} <a href="/certificates/${code}" aria-label="${check} ${number}">${check}</a></li>`,
  )}</ul></section>`
}

function answersCard(here: Here, { whose, answers, answerBy }: OwnPage, around: Around): Html {
  const a = here.t.my[whose].answers
  const until = answerBy && fill(a.until, { until: longDay(here, dayOf(answerBy)) })
  return html`<section class="card"><h2>${a.title}</h2>
${answers.length === 0 ? html`<p>${a.none}</p>` : html`<ul class="said">${answers.map((one) => answerLine(here, whose, one, around))}</ul>`}
${until ? html`<p><a class="button" href="/my/answers">${answers.length === 0 ? a.now : a.again}</a> <span class="quiet">${until}</span></p>` : ''}</section>`
}

function answerLine(here: Here, whose: OwnPage['whose'], answer: OwnAnswer, { values }: Around): Html {
  const a = here.t.my[whose].answers
  const name = consentName(here, whose, answer.kind, values)
  const words = answerWords(here, whose, answer.kind)
  const state = answer.withdrawnOn
    ? fill(a.withdrawn, { on: longDay(here, answer.withdrawnOn) })
    : fill(a.line, { answer: words[answer.answer], on: longDay(here, answer.on) })
  const verified = answer.verified === undefined ? '' : here.t.my[answer.verified ? 'verified' : 'notVerified']
  return html`<li><h3>${name}</h3><p>${state}${verified ? html`<br><span class="quiet">${verified}</span>` : ''}</p>${
    answer.mayWithdraw
      ? html`<p><a href="/my/answers/${answer.number}/withdrawal" aria-label="${fill(a.withdrawOf, { kind: name })}">${a.withdraw}</a></p>`
      : ''
  }</li>`
}

/** What a consent is called here; a prosecutor's condition is agreed to face to face and not named. */
export const consentName = (here: Here, whose: OwnPage['whose'], kind: string, values: Around['values']): string =>
  kind === 'diversion'
    ? here.t.my.agreement
    : (textOf(kind, whose, here.lang, values)?.title ?? labelOf('consentKind', kind, here.lang))

function keptCard(here: Here, { whose, kept, tellsReferrer, retention }: OwnPage, { values }: Around): Html {
  const k = here.t.my[whose].kept
  const { state, dueOn } = retention
  const on = dueOn ? longDay(here, dueOn) : ''
  return html`<section class="card"><h2>${k.title}</h2><ul>${kept.map((group) => html`<li>${k.groups[group]}</li>`)}</ul>
<h3>${k.seenBy}</h3><ul><li>${k.centre}</li><li>${fill(tellsReferrer ? k.referrer : k.noReferrer, values)}</li><li>${k.others}</li></ul>
<p><a href="/my/looked">${k.looked}</a></p>
<h3>${k.erasure}</h3><p class="big">${fill(k.when[state], { ...values, on })}</p><p>${k.after}</p></section>`
}
