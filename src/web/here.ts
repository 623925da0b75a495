import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Here } from '../../views/here.ts'
import { wordsOf } from '../../views/words.ts'
import { mightEver } from '../people/may.ts'
import { isPoll } from './poll.ts'
import type { Ask, Site } from './site.ts'
import { stripFor } from './strip.ts'

const cookie = '__Host-lang'

/** Korean unless English was chosen on this device. */
const langOf = (c: Ask): 'ko' | 'en' => (getCookie(c, cookie) === 'en' ? 'en' : 'ko')

export const setLang = (c: Ask, lang: 'ko' | 'en'): void =>
  setCookie(c, cookie, lang, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: 31_536_000 })

/** What every page is given: words, who reads, where. */
export const whereWeAre: MiddlewareHandler<Site> = async (c, next) => {
  const lang = langOf(c)
  const t = wordsOf(lang)
  const person = c.var.person
  const settings = await c.var.store.settings()
  const done = c.req.query('done')
  const here: Here = {
    t,
    lang,
    path: c.req.path,
    address: addressOf(c),
    now: c.var.house.clock.now(),
    centre: settings?.centre ?? t.shared.name,
    demo: settings?.demo ?? false,
    person: person && { id: person.id, name: person.name, role: person.role },
    may: (deed) => mightEver(person, deed),
    ...(await stripFor(c.var.store, person, c.var.house.clock.now())),
    asset: (name) => c.var.house.assets.path(name),
    done: done !== undefined && Object.hasOwn(t.done, done) ? (done as keyof Here['t']['done']) : undefined,
  }
  c.set('here', here)
  await next()
}

/** What a page is given that asks the store nothing, and knows nobody. */
export function bareHere(c: Ask): Here {
  const lang = langOf(c)
  const t = wordsOf(lang)
  const { clock, assets } = c.var.house
  return {
    ...{ t, lang, path: c.req.path, address: addressOf(c), now: clock.now(), centre: t.shared.name, demo: false },
    ...{ may: () => false, asset: (name) => assets.path(name), notices: [], stripMark: '' },
  }
}

/** The same after a change of what there is to tell. */
export const hereNow = async (c: Ask): Promise<Here> => ({
  ...c.var.here,
  ...(await stripFor(c.var.store, c.var.person, c.var.here.now)),
})

/** Where the reader is, to come back to: of a form that was refused, or a page that asks, the page on which it stands. */
function addressOf(c: Ask): string {
  const asked = c.req.method === 'GET' && !isPoll(c) ? c.req.url : (c.req.header('Referer') ?? '')
  if (!URL.canParse(asked)) return '/'
  const { pathname, searchParams } = new URL(asked)
  searchParams.delete('done')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}
