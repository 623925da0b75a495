import { Hono } from 'hono'
import { messagePage } from '../../views/reminders/message-page.ts'
import { outboxPage } from '../../views/reminders/outbox.ts'
import type { Message } from '../people/message.ts'
import type { Reader } from '../store/store.ts'
import { changeMessage, messagesFor, shownMessage } from '../web/messages.ts'
import { only } from '../web/only.ts'
import { onTo, refusalPage, show } from '../web/pages.ts'
import { hiddenFrom } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { deliver, drop, inOutbox, outboxFilters } from './outbox.ts'

/** Reminders of all cases: what waits, what is unsure, what failed, what was sent. */
export const outboxRoutes = new Hono<Site>()

outboxRoutes.get('/', only('look after the outbox'), async (c) => {
  const { store, here, house } = c.var
  const asked = c.req.query('show')
  const filter = outboxFilters.find((one) => one === asked) ?? 'open'
  const all = await messagesFor(store, await hiddenFrom(store, c.var.person.id))
  const messages = inOutbox(all, filter, here.now)
  return show(c, outboxPage(here, { messages, filter, sends: house.sends ?? [] }))
})

const one = '/:message{[\\w-]{1,43}}'

outboxRoutes.get(one, only('look after the outbox'), async (c) => {
  const message = await ownMessage(c, c.var.store)
  return message
    ? show(c, messagePage(c.var.here, await shownMessage(c, message), '/outbox'))
    : refusalPage(c, 'not-found')
})

outboxRoutes.post(`${one}/delivery`, only('look after the outbox'), (c) => settle(c, deliver, 'message-delivered'))
outboxRoutes.post(`${one}/withdrawal`, only('look after the outbox'), (c) => settle(c, drop, 'message-dropped'))

/** A second press finds it settled: the page shows how. */
async function settle(c: Ask, rule: typeof deliver, done: Parameters<typeof onTo>[2]): Promise<Response> {
  const message = await ownMessage(c, c.var.store)
  if (!message) return refusalPage(c, 'not-found')
  const settled = await changeMessage(c, message.id, async (_, view) => (await ownMessage(c, view)) !== undefined, rule)
  return settled.ok ? onTo(c, '/outbox', done) : onTo(c, `/outbox/${message.id}`)
}

/** The message of this path, if its reader may know of its case; the log learns of which it was. */
async function ownMessage(c: Ask, from: Reader): Promise<Message | undefined> {
  const known = await messagesFor(from, await hiddenFrom(from, c.var.person.id))
  const message = known.find(({ id }) => id === c.req.param('message'))
  if (message?.caseNumber) c.set('several', [message.caseNumber])
  return message
}
