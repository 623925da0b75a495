import { Hono } from 'hono'
import { closedPage } from '../../views/my/doors.ts'
import { lookedPage } from '../../views/my/looked.ts'
import { myPage } from '../../views/my/page.ts'
import { usualRetention } from '../people/person.ts'
import { dayOf, plusMinutes } from '../time/days.ts'
import { only } from '../web/only.ts'
import { centreOf, letOut, type Own, own } from '../web/own-page.ts'
import { onTo, show } from '../web/pages.ts'
import { atMost } from '../web/rates.ts'
import type { Ask, Site } from '../web/site.ts'
import { lookedAt, lookedDays } from './looked-at.ts'
import { sheet } from './own-answer-routes.ts'
import { ownPageOf } from './own-page.ts'
import { mayAnswer, sheetOf } from './sheet.ts'

/** The own page of a youth or a guardian, behind the cookie of their link: what is kept, who looked, when it goes. */
export const myRoutes = new Hono<Site>()

const mine = only('open an own page')

/** What is still to be answered comes first. */
myRoutes.get(
  '/',
  mine,
  own((c, found) => {
    const { caseFile, link } = found
    const asked = sheetOf(caseFile, link, dayOf(c.var.here.now))
    const waits = mayAnswer(caseFile, link, c.var.here.now) && asked.some(({ must }) => must)
    return waits ? sheet(c, found) : overview(c, found)
  }),
)
myRoutes.get('/page', mine, own(overview))

async function overview(c: Ask, { link, caseFile }: Own): Promise<Response> {
  const { here, store } = c.var
  const periods = (await store.settings())?.retention ?? usualRetention
  const page = ownPageOf(caseFile, await store.sessionsOf(caseFile.number), link, periods, here.now)
  const room = (await store.rooms()).find(({ id }) => id === page.next?.roomId)?.name
  return show(c, myPage(here, page, { ...(await centreOf(c, caseFile)), ...(room && { room }) }))
}

myRoutes.get(
  '/looked',
  mine,
  atMost(30, 'address'),
  own(async (c, { link, caseFile }) => {
    const { here, store } = c.var
    const entries = []
    for await (const entry of store.logged(plusMinutes(here.now, -lookedDays * 24 * 60), plusMinutes(here.now, 1)))
      if (entry.caseNumber === caseFile.number) entries.push(entry)
    const { contact } = await centreOf(c, caseFile)
    return show(c, lookedPage(here, link.whose, lookedAt(entries), contact))
  }),
)

/** Ends it on this device at once; the link itself goes on to open. */
myRoutes.post('/end', mine, (c) => {
  letOut(c)
  c.header('Clear-Site-Data', '"cache", "storage"')
  return onTo(c, '/my/closed')
})
myRoutes.get('/closed', mine, (c) => {
  letOut(c)
  return show(c, closedPage(c.var.here))
})
