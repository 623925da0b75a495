import ICAL from 'ical.js'
import { hashOf } from '../../src/people/token.ts'
import type { TestHouse } from './house.ts'

/** The token of an address, made of the letters that a real one has. */
export const feedToken = 'f'.repeat(43)
export const aFeed = { hash: hashOf(feedToken), at: '2026-11-20T00:00:00.000Z', lang: 'ko' } as const

/** What a calendar reads in a feed, with a parser that somebody else wrote. */
export function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const { uid, summary, location, sequence, startDate, endDate } = new ICAL.Event(event)
    const value = (name: string) => event.getFirstPropertyValue(name)?.toString()
    return {
      ...{ uid, summary, location, sequence, status: value('status'), changed: value('last-modified') },
      startAt: startDate.toJSDate().toISOString(),
      endAt: endDate.toJSDate().toISOString(),
    }
  })
}

/** Asks as a calendar program does: no cookie, nothing that a browser says of itself. */
export const reads = ({ site }: Pick<TestHouse, 'site'>, token: string): Promise<Response> | Response =>
  site.request(`https://saegil.test/feed/${token}.ics`)
