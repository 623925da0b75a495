import { createHash } from 'node:crypto'
import { answering, isToEscalate, openAlarms } from './casefile/alarm.ts'
import { belongingOfRow } from './casefile/row.ts'
import { addressOf, byRule, isToSend, type LookMessage, messageStateOf } from './people/message.ts'
import { noticeTo } from './people/notice.ts'
import type { Person } from './people/person.ts'
import type { Alarm } from './people/registers.ts'
import { done, refused } from './result.ts'
import { keepDoing, type Round, type Senders, sendOne, settleMessage } from './sending.ts'
import { dropByRule } from './sessions/outbox.ts'
import type { Reader, Store } from './store/store.ts'
import type { Clock } from './time/clock.ts'
import { type Moment, plusMinutes } from './time/days.ts'

/** Whoever was not told within a day is told by nothing but their pages. */
const dayMinutes = 24 * 60

const whats: LookMessage['what'][] = ['look-now', 'look-still']

/**
 * One round: what nobody took up in time is told again, once, to everyone who may take it up; and mails and texts that
 * say to sign in and look go out, by day and by night, as far as there is a way for them.
 */
export async function callForHelp(store: Store, senders: Senders, clock: Clock, isOver = () => false): Promise<void> {
  for (const { id } of (await store.entries('alarms')).filter((one) => isToEscalate(one, clock.now())))
    await tellAgain(store, id, clock)
  await make(store, Object.keys(senders), clock)
  const open = (await Promise.all(whats.map((what) => store.entries('messages', { what })))).flat() as LookMessage[]
  const round: Round<LookMessage> = {
    ...{ name: 'alarm', clock },
    holds: async (message, view) => (await addressesFor(view, message, clock.now())).has(addressOf(message)),
  }
  await Promise.all(open.map((one) => (isOver() ? undefined : see(store, one, senders, round))))
}

/** Now, and every few seconds from then on: a mail that tells of help is not to wait for a minute to pass. */
export const keepAlarming = (store: Store, senders: Senders, clock: Clock, ended?: () => void): (() => Promise<void>) =>
  keepDoing('alarm', 10, (isOver) => callForHelp(store, senders, clock, isOver), ended)

/** In one change: the mark that it was told again, and the notices. */
async function tellAgain(store: Store, id: string, clock: Clock): Promise<void> {
  await store.change(async (view) => {
    const alarm = await view.entry('alarms', id)
    const at = clock.now()
    if (!alarm || !isToEscalate(alarm, at)) return refused({ reason: 'changed-meanwhile' })
    const { caseNumber } = alarm
    for (const { id: to } of await answeringNow(view, alarm, at))
      view.saveEntry('notices', noticeTo(to, 'help-waiting', { by: byRule, at }, { caseNumber }))
    view.saveEntry('alarms', { ...alarm, escalatedAt: at })
    return done(undefined)
  })
}

async function answeringNow(from: Reader, { caseNumber }: Alarm, now: Moment): Promise<Person[]> {
  const [row] = (await from.rows({ numbers: [caseNumber] })).rows
  return row ? answering(await from.people(), belongingOfRow(row, now)) : []
}

type To = Pick<LookMessage, 'whose' | 'way' | 'to' | 'lang'>

/**
 * To whom it goes: by mail to those who were told at first and may still take it up; when nobody has, to everyone who
 * may, and to the duty address of the centre. That one says so little that it may hear of a restricted case too.
 */
async function recipientsOf(from: Reader, alarm: Alarm, what: LookMessage['what'], now: Moment): Promise<To[]> {
  const people = (await answeringNow(from, alarm, now)).filter(
    ({ id }) => what === 'look-still' || alarm.to.includes(id),
  )
  const mails = people.map(({ email, reminders }): To => {
    return { whose: 'staff', way: 'mail', to: email, lang: reminders?.lang ?? 'ko' }
  })
  const { mail, phone } = (what === 'look-still' && (await from.settings())?.alarm) || {}
  const duty: To[] = [
    ...(mail ? [{ whose: 'duty', way: 'mail', to: mail, lang: 'ko' } as const] : []),
    ...(phone ? [{ whose: 'duty', way: 'text', to: phone, lang: 'ko' } as const] : []),
  ]
  return [...mails, ...duty]
}

/** Puts what there is to tell into the outbox; its id is made of what it says, of what and to whom, so that it is made once. */
async function make(store: Store, ways: string[], clock: Clock): Promise<void> {
  const now = clock.now()
  const made: LookMessage[] = []
  for (const alarm of openAlarms(await store.entries('alarms'))) {
    const { id: alarmId, caseNumber, at, escalatedAt } = alarm
    if (now >= plusMinutes(escalatedAt ?? at, dayMinutes)) continue
    const what = escalatedAt ? 'look-still' : 'look-now'
    for (const to of await recipientsOf(store, alarm, what, now)) {
      const id = createHash('sha256')
        .update(JSON.stringify([what, alarmId, addressOf(to)]))
        .digest('base64url')
      if (ways.includes(to.way)) made.push({ id: id.slice(0, 24), what, ...to, alarmId, caseNumber, at: now })
    }
  }
  const known = await Promise.all(made.map(({ id }) => store.entry('messages', id)))
  if (known.every(Boolean)) return
  await store.change(async (view) => {
    for (const one of made) {
      // taken up meanwhile, or erased with its case
      const alarm = await view.entry('alarms', one.alarmId)
      if (alarm && !alarm.taken && !(await view.entry('messages', one.id))) view.saveEntry('messages', one)
    }
    return done(undefined)
  })
}

/** Every address that a message about an alarm may go to now: none once somebody took it up. */
async function addressesFor(from: Reader, { alarmId, what }: LookMessage, now: Moment): Promise<Set<string>> {
  const alarm = await from.entry('alarms', alarmId)
  return new Set(alarm && !alarm.taken ? (await recipientsOf(from, alarm, what, now)).map(addressOf) : [])
}

/** Sends it if it is time, or drops it if somebody looked. What failed for good stays on record as that. */
async function see(store: Store, message: LookMessage, senders: Senders, round: Round<LookMessage>): Promise<void> {
  const now = round.clock.now()
  const state = messageStateOf(message, now)
  if (state !== 'waiting' && state !== 'retrying') return
  const send = senders[message.way]
  if (send && isToSend(message, now)) return sendOne(store, message, send, round)
  if (!(await addressesFor(store, message, now)).has(addressOf(message)))
    await settleMessage(store, message, (one) => dropByRule(one, now))
}
