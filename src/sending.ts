import { type Failure, isToSend, type Message } from './people/message.ts'
import { done, refused } from './result.ts'
import { dropByRule } from './sessions/outbox.ts'
import type { Store, View } from './store/store.ts'
import type { Clock } from './time/clock.ts'

/** `unsure`: it may have left, and it may not. A failure means that it surely did not. */
export type Outcome = 'sent' | 'unsure' | Failure

/** Hands one message over to whoever carries it; `phone` is whom to call about it. Never throws. */
export type Sender = (message: Message, phone: string | undefined) => Promise<Outcome>
/** What is missing here is sent by hand, or not at all. */
export type Senders = Partial<Record<Message['way'], Sender>>

/** Who sends: its name on the console, its clock, and whether what a message says still holds, asked once more. */
export interface Round<M extends Message> {
  name: string
  clock: Clock
  phone?: string
  holds: (message: M, view: View) => Promise<boolean>
}

/**
 * Takes one message up, in a change of its own, and only then sends it: whoever else looks, or looks after a restart,
 * finds it taken. If nobody can say afterwards whether it left, it stays so, for somebody of the house to find out.
 */
export async function sendOne<M extends Message>(
  store: Store,
  { id }: M,
  send: Sender,
  { name, clock, phone, holds }: Round<M>,
): Promise<void> {
  const taken = await store.change(async (view) => {
    const message = (await view.entry('messages', id)) as M | undefined
    const now = clock.now()
    if (!message || !isToSend(message, now)) return refused({ reason: 'changed-meanwhile' })
    const next = (await holds(message, view)) ? { ...message, takenAt: now } : dropByRule(message, now)
    view.saveEntry('messages', next)
    return done(next)
  })
  if (!taken.ok || taken.value.dropped) return
  const outcome = await send(taken.value, phone)
  if (outcome === 'unsure') return console.error(`${name}: unsure whether a ${taken.value.way} left`)
  const at = clock.now()
  if (outcome === 'sent') return settleMessage(store, taken.value, (one) => ({ ...one, sent: { at } }))
  console.error(`${name}: a ${taken.value.way} did not leave: ${outcome}`)
  return settleMessage(store, taken.value, (one) => ({
    ...one,
    failed: { at, why: outcome, times: (one.failed?.times ?? 0) + 1 },
  }))
}

/** Saves what becomes of a message, unless somebody settled it in between. */
export async function settleMessage(store: Store, { id }: Message, next: (message: Message) => Message): Promise<void> {
  await store.change(async (view) => {
    const message = await view.entry('messages', id)
    if (message && !message.sent && !message.dropped) view.saveEntry('messages', next(message))
    return done(undefined)
  })
}

/** Runs a round now, and again and again from then on, one at a time. What it returns waits for the one under way. */
export function keepDoing(
  name: string,
  seconds: number,
  doRound: (isOver: () => boolean) => Promise<void>,
  ended?: () => void,
): () => Promise<void> {
  let over = false
  let round: Promise<void> | undefined
  const once = () => {
    round ??= doRound(() => over)
      .then(ended)
      // neither an address nor what was said stands on the console
      .catch((error: Error) => console.error(`${name} failed: ${error.name}`))
      .finally(() => {
        round = undefined
      })
  }
  once()
  const each = setInterval(once, seconds * 1000).unref()
  return async () => {
    over = true
    clearInterval(each)
    await round
  }
}
