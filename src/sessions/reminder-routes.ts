import { Hono } from 'hono'
import { caseRemindersPage } from '../../views/reminders/case.ts'
import { messagePage } from '../../views/reminders/message-page.ts'
import { isOfSession, type SessionMessage } from '../people/message.ts'
import type { Refusal } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { changeMessage, shownMessage } from '../web/messages.ts'
import { only } from '../web/only.ts'
import { changeCase, onTo, refusalPage, show } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { mayNotMeet } from './book.ts'
import { deliver, drop, inOutbox } from './outbox.ts'
import { choiceOf, personIn, readChoice, settleReminders } from './remind-choice.ts'

/** Reminders of one case: who wants them and how, what was sent, and what is to be sent by hand. */
export const reminderRoutes = new Hono<Site>()

/** Filled in as it stands for the one who is to be changed. */
reminderRoutes.get('/', only('settle the reminders'), (c) => {
  const { caseFile } = c.var
  const people = [
    { whose: 'youth' } as const,
    ...caseFile.guardians.map((_, guardian) => ({ whose: 'guardian', guardian }) as const),
  ]
  const whom = people.find((one) => personIn(one) === c.req.query('of'))
  if (!whom) return page(c)
  const { way = '', to = '', lang = 'ko' } = choiceOf(caseFile, whom) ?? {}
  return page(c, new URLSearchParams({ remindWhose: personIn(whom), remindWay: way, remindTo: to, remindLang: lang }))
})

reminderRoutes.post('/', only('settle the reminders'), async (c) => {
  const fields = await fieldsOf(c)
  const choice = readChoice(fields)
  const settled = choice.ok
    ? await changeCase(c, 'settle the reminders', (caseFile, signature) =>
        settleReminders(caseFile, choice.value, signature),
      )
    : choice
  return settled.ok ? onTo(c, base(c), 'reminders-settled') : page(c, fields, settled.refusals)
})

const one = '/:id{[\\w-]{1,43}}'

reminderRoutes.get(one, only('settle the reminders'), async (c) => {
  const message = await ownMessage(c)
  return message
    ? show(c, messagePage(c.var.here, await shownMessage(c, message), base(c)))
    : refusalPage(c, 'not-found')
})

reminderRoutes.post(`${one}/delivery`, only('settle the reminders'), (c) => settle(c, deliver, 'message-delivered'))
reminderRoutes.post(`${one}/withdrawal`, only('settle the reminders'), (c) => settle(c, drop, 'message-dropped'))

/** A second press finds it settled: the page shows how. */
async function settle(c: Ask, rule: typeof deliver, done: Parameters<typeof onTo>[2]): Promise<Response> {
  const message = await ownMessage(c)
  if (!message) return refusalPage(c, 'not-found')
  const { number } = c.var.caseFile
  const settled = await changeMessage(c, message.id, ({ caseNumber }) => caseNumber === number, rule)
  return settled.ok ? onTo(c, base(c), done) : onTo(c, `${base(c)}/${message.id}`)
}

async function ownMessage(c: Ask): Promise<SessionMessage | undefined> {
  const message = await c.var.store.entry('messages', c.req.param('id') ?? '')
  return message && isOfSession(message) && message.caseNumber === c.var.caseFile.number ? message : undefined
}

const base = (c: Ask): string => `/cases/${c.var.caseFile.number}/reminders`

async function page(
  c: Ask,
  typed = new URLSearchParams({ remindLang: 'ko' }),
  refusals: Refusal[] = [],
): Promise<Response> {
  const { store, caseFile, here, house } = c.var
  const messages = (await store.entries('messages', { caseNumber: caseFile.number })).filter(isOfSession)
  const shown = {
    ...{ caseFile, messages: inOutbox(messages, 'all', here.now), sends: house.sends ?? [] },
    ...{ names: await namesIn(store), isQuiet: mayNotMeet(caseFile).length > 0 },
  }
  return show(c, caseRemindersPage(here, shown, typed, refusals), refusals)
}
