import { html } from 'hono/html'
import { byRule, isOfSession, type Message, messageStateOf } from '../../src/people/message.ts'
import { mayBeSettled } from '../../src/sessions/outbox.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { letterOf } from './message.ts'
import { stateMark, troubleOf, type Ways } from './parts.ts'

export interface ShownMessage {
  message: Message
  /** whom to call about it */
  phone?: string
  names: ReadonlyMap<string, string>
  sends: Ways
}

/** One message with its address and what it says, to be copied; and what is to become of it. */
export function messagePage(here: Here, shown: ShownMessage, base: string): Html {
  const { message } = shown
  const r = here.t.reminders
  return layout(here, {
    title: r.messageTitle,
    body: html`<h1>${r.messageTitle}</h1>
<section class="card">${factList([
      [r.who, r.whose[message.whose]],
      [r.way, here.t.sessions.ways[message.way]],
      [r.to, html`<span translate="no">${message.to}</span>`],
      [r.lang, r.langs[message.lang]],
      [r.contents, r.what[message.what]],
      ...aboutWhat(here, message),
      [r.madeAt, shortMoment(here, message.at)],
      [r.state, html`${stateMark(here, message, shown.sends)} <small>${whatBecame(here, shown)}</small>`],
    ])}${message.dropped?.by === byRule ? html`<p class="hint">${isOfSession(message) ? r.droppedByRule : r.lookedAt}</p>` : ''}</section>
${letterCard(here, shown)}
${settling(here, message, base)}
<p><a href="${base}">${r.back}</a></p>`,
  })
}

/** The session and the case that it is about, and the way to them. */
function aboutWhat(here: Here, message: Message): Parameters<typeof factList>[0] {
  const { session, caseOf } = here.t.reminders
  const { caseNumber } = message
  const page = isOfSession(message) ? '/reminders' : '#concerns'
  const theCase = caseNumber && html`<a href="/cases/${caseNumber}${page}" translate="no">${caseNumber}</a>`
  if (!isOfSession(message)) return [[caseOf, theCase]]
  const when = html`<a href="/sessions/${message.sessionId}">${shortMoment(here, message.startAt)}</a>`
  return [
    [session, when],
    [caseOf, theCase],
  ]
}

function whatBecame(here: Here, { message, names }: ShownMessage): string {
  const { sent, dropped } = message
  if (!sent && !dropped) return troubleOf(here, message)
  const by = sent?.byHand ?? (dropped?.by === byRule ? undefined : dropped?.by)
  const when = shortMoment(here, sent?.at ?? dropped?.at ?? message.at)
  return by ? fill(here.t.shared.by, { who: names.get(by) ?? by, when }) : when
}

function letterCard(here: Here, { message, phone }: ShownMessage): Html {
  const r = here.t.reminders
  const { subject, text } = letterOf(message, phone)
  return html`<section class="card"><h2>${r.letterTitle}</h2>${mayBeSettled(message, here.now) ? html`<p class="hint">${isOfSession(message) ? r.copyHint : r.lookHint}</p>` : ''}
${subject ? html`<div class="field"><label for="subject">${r.letterSubject}</label><input id="subject" type="text" readonly lang="${message.lang}" value="${subject}" autocomplete="off"></div>` : ''}
<div class="field"><label for="letter">${r.letterText}</label><textarea id="letter" rows="${Math.max(4, text.split('\n').length + 1)}" readonly lang="${message.lang}">${text}</textarea></div></section>`
}

function settling(here: Here, message: Message, base: string): Html {
  const r = here.t.reminders
  if (!mayBeSettled(message, here.now)) return html``
  const unsure = messageStateOf(message, here.now) === 'unsure'
  const act = (noun: string, word: string, look: string) =>
    html`<form method="post" action="${base}/${message.id}/${noun}"><button class="${look}">${word}</button></form>`
  return html`<section class="card"><h2>${r.settling}</h2>${unsure ? html`<p>${r.unsureHint}</p>` : ''}<p class="hint">${r.settleHint}</p>
<div class="acts">${act('delivery', r.delivered, 'primary')}${act('withdrawal', r.drop, '')}</div></section>`
}
