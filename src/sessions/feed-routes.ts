import { Hono } from 'hono'
import { feedPage } from '../../views/account/feed.ts'
import { wordsOf } from '../../views/words.ts'
import { mightEver } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import { hashOf, isToken, newToken } from '../people/token.ts'
import { fieldsOf } from '../web/fields.ts'
import { only } from '../web/only.ts'
import { ownOrigin } from '../web/origin.ts'
import { changePerson } from '../web/own-person.ts'
import { onTo, refusalPage, show } from '../web/pages.ts'
import { hiddenFrom } from '../web/people.ts'
import { atMost } from '../web/rates.ts'
import type { Ask, Site } from '../web/site.ts'
import { feedOf, feedSpan, feedText } from './feed.ts'
import { keepFeed, readFeedLang, revokeFeed } from './feed-keeping.ts'

/** One's own secret address, at which other calendars read one's sessions. It is shown once, when it is made. */
export const ownFeedRoutes = new Hono<Site>()

const usual = (c: Ask) => new URLSearchParams({ feedLang: c.var.person.feed?.lang ?? c.var.here.lang })

ownFeedRoutes.get('/', only('keep a calendar feed'), (c) =>
  show(c, feedPage(c.var.here, { feed: c.var.person.feed, typed: usual(c) })),
)

ownFeedRoutes.post('/', only('keep a calendar feed'), async (c) => {
  const typed = await fieldsOf(c)
  const lang = readFeedLang(typed)
  const token = newToken()
  const made = lang.ok
    ? await changePerson(c, c.var.person, (one, { at }) => keepFeed(one, hashOf(token), lang.value, at))
    : lang
  if (made.ok) {
    const address = `${ownOrigin(c)}/feed/${token}.ics`
    return show(c, feedPage(c.var.here, { feed: made.value.feed, typed, address }))
  }
  const { refusals } = made
  return show(c, feedPage(c.var.here, { feed: c.var.person.feed, typed, refusals }), refusals)
})

ownFeedRoutes.post('/revocation', only('keep a calendar feed'), async (c) => {
  const revoked = await changePerson(c, c.var.person, revokeFeed)
  if (revoked.ok) return onTo(c, '/account/feed', 'feed-revoked')
  const { refusals } = revoked
  return show(c, feedPage(c.var.here, { feed: undefined, typed: usual(c), refusals }), refusals)
})

/** What other calendars read. They have no visit and no cookie: whoever has the address may. */
export const feedRoutes = new Hono<Site>()

feedRoutes.get('/:feed', only('read a calendar feed'), atMost(60, 'address'), async (c) => {
  const { store, here } = c.var
  const person = await keeperOf(c)
  if (!person) return refusalPage(c, 'not-found')
  c.set('link', { by: person.id })
  const sessions = await store.diary(...feedSpan(here.now))
  const entries = feedOf(person.id, sessions, await hiddenFrom(store, person.id))
  const rooms = new Map((await store.rooms()).map(({ id, name }) => [id, name]))
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  // or a browser would name the file after the secret
  c.header('Content-Disposition', 'attachment; filename="calendar.ics"')
  return c.body(feedText(entries, rooms, wordsOf(person.feed?.lang ?? 'ko').calendar.feed, here.now))
})

/** Whose address it is, if it still opens anything: not revoked, not replaced, of somebody who may have one. */
async function keeperOf(c: Ask): Promise<Person | undefined> {
  const [, token] = /^(.*)\.ics$/.exec(c.req.param('feed') ?? '') ?? []
  if (!isToken(token)) return undefined
  const hash = hashOf(token)
  const person = (await c.var.store.people()).find(({ feed }) => feed?.hash === hash)
  return mightEver(person, 'keep a calendar feed') ? person : undefined
}
