import { type Moment, plusMinutes, timeOf } from '../time/days.ts'

/**
 * What leaves the house, to one address. Its id is made of what it is about, so that the same is never made twice; it is
 * marked as taken before it is sent, so that it is never sent twice.
 */
interface Posted {
  id: string
  way: 'mail' | 'text'
  to: string
  lang: 'ko' | 'en'
  caseNumber?: string
  at: Moment
  /** a sender took it up; without `sent` or `failed` nobody knows whether it left */
  takenAt?: Moment
  /** `byHand`: by somebody of the house, not by us */
  sent?: { at: Moment; byHand?: string }
  /** it surely did not leave: why, and how often by now */
  failed?: { at: Moment; why: Failure; times: number }
  /** not to be sent any more; by `rule` when what it says no longer holds */
  dropped?: { at: Moment; by: string }
}

/** A reminder of a session, or word that it was moved or called off, to one person. */
export interface SessionMessage extends Posted {
  what: 'reminder' | 'moved' | 'cancelled'
  whose: 'youth' | 'guardian' | 'school' | 'counsellor'
  /** what it says is worked out from these; `from`: when they thought it was, until it was moved */
  startAt: Moment
  from?: Moment
  minutes: number
  /** how, unless they come here: a code */
  place?: string
  sessionId: string
}

/** Word to somebody of the house that they should sign in and look, at once; `look-still` when nobody has yet. */
export interface LookMessage extends Posted {
  what: 'look-now' | 'look-still'
  /** `duty`: the address that the centre settled for when nobody looks */
  whose: 'staff' | 'duty'
  alarmId: string
}

export type Message = SessionMessage | LookMessage

export const isOfSession = (message: Message): message is SessionMessage => 'sessionId' in message

export type Failure = 'not-reached' | 'not-signed-in' | 'refused'

/** Who drops what no longer holds, where no person did. */
export const byRule = 'rule'

/** How long it is waited, in minutes, after the first failure, the second …; after the last one it is given up. */
const pausesOf = (message: Message): number[] => (isOfSession(message) ? [5, 20, 80, 320] : [1, 2, 5, 15])
const dayMinutes = 24 * 60
/** A sender that is at it answers sooner, one way or the other. */
const sendingMinutes = 2

export const messageStates = ['waiting', 'sending', 'retrying', 'unsure', 'failed', 'sent', 'dropped'] as const
export type MessageState = (typeof messageStates)[number]

/** States in which somebody may still send it by hand, or see to it that nobody does. */
export const openStates: readonly MessageState[] = ['waiting', 'retrying', 'unsure', 'failed']

/** What became of a message. `unsure`: it was taken up, and nobody can tell whether it left. */
export function messageStateOf(message: Message, now: Moment): MessageState {
  const { at, takenAt, sent, failed, dropped } = message
  if (sent) return 'sent'
  if (dropped) return 'dropped'
  if (takenAt && !hasFailed(message)) return now < plusMinutes(takenAt, sendingMinutes) ? 'sending' : 'unsure'
  if (!failed) return 'waiting'
  return failed.times > pausesOf(message).length || now >= plusMinutes(at, dayMinutes) ? 'failed' : 'retrying'
}

/** Whether the last time that it was taken up ended in a failure. */
const hasFailed = ({ takenAt, failed }: Message): boolean =>
  failed !== undefined && (takenAt === undefined || failed.at >= takenAt)

/** Nobody's telephone rings at night: from eight in the morning to nine in the evening, in Seoul. */
export const isDaytime = (now: Moment): boolean => timeOf(now) >= '08:00' && timeOf(now) < '21:00'

/** From when on it is too late to tell: the session has begun, or whoever was to look at once had a day for it. */
export const tooLateAt = (message: Message): Moment =>
  isOfSession(message) ? message.startAt : plusMinutes(message.at, dayMinutes)

/** Whether a sender may take it up now: for the first time, or again, longer after each failure. At night only to look. */
export function isToSend(message: Message, now: Moment): boolean {
  const { failed } = message
  const state = messageStateOf(message, now)
  if ((isOfSession(message) && !isDaytime(now)) || tooLateAt(message) <= now) return false
  if (state === 'waiting') return true
  const pause = pausesOf(message)[(failed?.times ?? 1) - 1] ?? 0
  return state === 'retrying' && failed !== undefined && now >= plusMinutes(failed.at, pause)
}

/** An address as it is compared: capitals in a mail address and dashes in a number make no difference. */
export const addressOf = ({ way, to }: Pick<Message, 'way' | 'to'>): string =>
  `${way}:${way === 'mail' ? to.trim().toLowerCase() : to.replace(/[^\d+]/g, '')}`
