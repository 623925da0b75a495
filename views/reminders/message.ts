import { isOfSession, type LookMessage, type Message, type SessionMessage } from '../../src/people/message.ts'
import { dayOf, type Moment, timeOf, weekdayOf } from '../../src/time/days.ts'
import { fill, type Words, wordsOf } from '../words.ts'

/** A message as it leaves the house: a text has no subject. */
export interface Letter {
  subject?: string
  text: string
}

/** What a message says, in the language of whoever gets it; `phone` is whom to call about it. */
export function letterOf(message: Message, phone: string | undefined): Letter {
  if (!isOfSession(message)) return lookOf(message)
  return message.way === 'mail' ? mailOf(message, phone) : { text: textOf(message, phone) }
}

/** The name that a mail comes under. */
export const senderOf = (message: Message): string => {
  const { sender, look } = wordsOf(message.lang).reminders.letter
  return isOfSession(message) ? sender : look.sender
}

/** That there is something to look at, and not a word of what, whose or where. */
function lookOf({ what, way, lang }: LookMessage): Letter {
  const { hello, look } = wordsOf(lang).reminders.letter
  if (way === 'text') return { text: fill(look.text, { what: look.mail[what] }) }
  return { subject: look.subject[what], text: [hello, look.mail[what]].join('\n\n') }
}

function mailOf(message: SessionMessage, phone: string | undefined): Letter {
  const t = wordsOf(message.lang)
  const w = t.reminders.letter
  const { what, startAt, from, place } = message
  const when = (at: Moment) => whenIn(t, w.longWhen, at)
  const number = numberFor(message)
  const facts = [
    ...(number ? [fill(w.reference, { number })] : []),
    fill(w.when[what], { when: when(startAt) }),
    ...(from ? [fill(w.before, { when: when(from) })] : []),
    ...(place ? [fill(w.how, { how: placeIn(t, place) })] : []),
  ]
  const text = [w.hello, w.mail[what], facts.join('\n'), ...endOf(message, phone)].join('\n\n')
  return { subject: w.subject[what], text }
}

/** Whom to call, and how to be told no more; a counsellor knows, and a school settles the second by itself. */
function endOf({ whose, lang }: SessionMessage, phone: string | undefined): string[] {
  const { call, stop, ask } = wordsOf(lang).reminders.letter
  if (!phone || whose === 'counsellor') return []
  return [whose === 'school' ? fill(ask, { phone }) : `${fill(call, { phone })}\n${stop}`]
}

function textOf(message: SessionMessage, phone: string | undefined): string {
  const t = wordsOf(message.lang)
  const w = t.reminders.letter
  const { what, startAt, from, place } = message
  const short = (at: Moment) => whenIn(t, w.shortWhen, at)
  const when = place ? fill(w.withPlace, { when: short(startAt), how: placeIn(t, place) }) : short(startAt)
  const said = fill(w.text[what], { when, before: from ? short(from) : '' })
  const number = numberFor(message)
  const named = number ? `${fill(w.textReference, { number })} ${said.replace(/^\[\S+\] /, '')}` : said
  return phone && message.whose !== 'counsellor' ? `${named} ${fill(w.textCall, { phone })}` : named
}

/** A school may have sent several, a counsellor meets many: the number tells them which, and others nothing. */
const numberFor = ({ whose, caseNumber }: SessionMessage): string | undefined =>
  whose === 'school' || whose === 'counsellor' ? caseNumber : undefined

function whenIn(t: Words, sentence: string, at: Moment): string {
  const on = dayOf(at)
  const [y = '', m = '', d = ''] = on.split('-')
  const month = t.reminders.letter.months[Number(m) - 1] ?? m
  const weekday = t.shared.weekdays[weekdayOf(on) - 1] ?? ''
  return fill(sentence, { y, month, d: Number(d), weekday, time: timeOf(at) })
}

function placeIn({ reminders }: Words, place: string): string {
  const { places } = reminders.letter
  return places[place as keyof typeof places] ?? place
}
