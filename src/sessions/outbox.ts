import { byRule, type Message, messageStateOf, openStates, tooLateAt } from '../people/message.ts'
import { done, type Result, refused } from '../result.ts'
import { type Moment, plusMinutes } from '../time/days.ts'

/** What an outbox can be asked for. `open`: somebody may have to do something about it. */
export const outboxFilters = ['open', 'unsure', 'failed', 'sent', 'dropped', 'all'] as const
export type OutboxFilter = (typeof outboxFilters)[number]

const shownDays = 30
const minutesOfDay = 24 * 60

/** Messages of the last 30 days that an outbox lists under a filter, the latest first. */
export function inOutbox(messages: Message[], filter: OutboxFilter, now: Moment): Message[] {
  const since = plusMinutes(now, -shownDays * minutesOfDay)
  return messages.filter((one) => one.at >= since && isOf(one, filter, now)).sort((a, b) => b.at.localeCompare(a.at))
}

function isOf(message: Message, filter: OutboxFilter, now: Moment): boolean {
  if (filter === 'all') return true
  const state = messageStateOf(message, now)
  // one that no longer matters is not looked after
  const passed = tooLateAt(message) <= now && state !== 'unsure'
  if (filter === 'open') return state === 'sending' || (openStates.includes(state) && !passed)
  return state === filter
}

/** Whether somebody may still send it by hand, or see to it that it is not sent. */
export const mayBeSettled = (message: Message, now: Moment): boolean =>
  openStates.includes(messageStateOf(message, now))

type Settling = <M extends Message>(message: M, signature: { by: string; at: Moment }) => Result<M>

/** Somebody sent it by hand, or made sure that it had left. */
export const deliver: Settling = (message, { by, at }) =>
  mayBeSettled(message, at) ? done({ ...message, sent: { at, byHand: by } }) : refused({ reason: 'changed-meanwhile' })

/** It is not to be sent any more. */
export const drop: Settling = (message, { by, at }) =>
  mayBeSettled(message, at) ? done({ ...message, dropped: { at, by } }) : refused({ reason: 'changed-meanwhile' })

/** What it says no longer holds. */
export const dropByRule = <M extends Message>(message: M, now: Moment): M => ({
  ...message,
  dropped: { at: now, by: byRule },
})
