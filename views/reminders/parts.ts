import { html } from 'hono/html'
import { isOfSession, type Message, type MessageState, messageStateOf } from '../../src/people/message.ts'
import { timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { type Column, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'

export type Ways = readonly Message['way'][]

/** `m***@e***.test`, `010-****-0001`: enough to tell two apart, too little to write to. */
export function masked({ way, to }: Pick<Message, 'way' | 'to'>): string {
  if (way === 'text') return to.replace(/\D/g, '').replace(/^(.{0,3}).*?(.{0,4})$/, '$1-****-$2')
  const [name = '', host = ''] = to.split('@')
  return `${name[0] ?? ''}***@${host[0] ?? ''}***${/\.[^.]*$/.exec(host)?.[0] ?? ''}`
}

const looks: Record<MessageState, string> = {
  ...{ waiting: 'info', sending: 'info', retrying: 'care', unsure: 'bad', failed: 'bad', sent: 'good', dropped: '' },
}

/** What became of a message; what nobody sends by itself waits for somebody to do it. */
export function stateMark(here: Here, message: Message, sends: Ways): Html {
  const r = here.t.reminders
  const state = messageStateOf(message, here.now)
  const byHand = state === 'waiting' && !sends.includes(message.way)
  const word = byHand ? r.waitsForHand : message.sent?.byHand ? r.sentByHand : r.states[state]
  return html`<span class="mark ${byHand ? 'care' : looks[state]}">${word}</span>`
}

/** Why it did not leave, and how often it was tried. */
export const troubleOf = ({ t }: Here, { failed, sent, dropped }: Message): string =>
  failed && !sent && !dropped ? fill(t.reminders.tries, { why: t.reminders.failures[failed.why], n: failed.times }) : ''

interface Listed {
  caption: string
  messages: Message[]
  sends: Ways
  /** where one is opened */
  base: string
  /** every case, or one alone */
  several?: boolean
}

/** Messages one under the other, with their addresses masked. */
export function messageList(here: Here, { caption, messages, sends, base, several }: Listed): Html {
  const r = here.t.reminders
  const line = (message: Message): (Html | string)[] => {
    const what = r.what[message.what]
    const when = isOfSession(message) ? shortMoment(here, message.startAt) : '–'
    const trouble = troubleOf(here, message)
    return [
      several ? timeOf(message.at) : shortMoment(here, message.at),
      ...(several ? [message.caseNumber ? html`<span translate="no">${message.caseNumber}</span>` : '–'] : []),
      html`${r.whose[message.whose]} <small>${here.t.sessions.ways[message.way]} <span class="nowrap" translate="no">${masked(message)}</span></small>`,
      what,
      when,
      html`${stateMark(here, message, sends)}${trouble ? html` <small>${trouble}</small>` : ''}`,
      html`<a href="${base}/${message.id}" aria-label="${fill(r.openOf, { what, when: isOfSession(message) ? when : shortMoment(here, message.at) })}">${r.open}</a>`,
    ]
  }
  const heads: Column[] = [[r.madeAt, 'day'], ...(several ? [r.caseOf] : []), r.who, r.contents, [r.session, 'day']]
  return stack(caption, [...heads, r.state, r.act], messages.map(line), r.nothing)
}
