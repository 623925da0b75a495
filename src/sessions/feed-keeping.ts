import { Reading } from '../form.ts'
import type { Person } from '../people/person.ts'
import { done, type Result, refused } from '../result.ts'
import type { Moment } from '../time/days.ts'

export const feedLangs = ['ko', 'en'] as const
export type FeedLang = (typeof feedLangs)[number]

export function readFeedLang(fields: URLSearchParams): Result<FeedLang> {
  const form = new Reading(fields)
  return form.result(form.one('feedLang', feedLangs))
}

/** A new secret address, of which the hash is kept. The one before opens nothing any more. */
export const keepFeed = (person: Person, hash: string, lang: FeedLang, at: Moment): Result<Person> =>
  done({ ...person, feed: { hash, at, lang } })

/** The address opens nothing any more. */
export function revokeFeed({ feed, ...person }: Person): Result<Person> {
  return feed ? done(person) : refused({ reason: 'changed-meanwhile' })
}
