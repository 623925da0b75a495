import type { MonthSum } from '../../views/log/review.ts'
import { downloads, isOfSchool } from '../people/may.ts'
import type { Role, Settings } from '../people/person.ts'
import type { LogEntry, LoggedEntry, Reader, Store } from '../store/store.ts'
import { dayOf, type Moment, momentAt, plusMonths, timeOf, weekdayOf } from '../time/days.ts'

export const monthOf = (at: Moment): string => dayOf(at).slice(0, 7)
export const isMonth = (text: string): boolean => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text)
export const monthAfter = (month: string, by = 1): string => plusMonths(`${month}-01`, by).slice(0, 7)

/** From the first moment of a month in Seoul until the first of the next. */
export const spanOf = (month: string): [from: Moment, to: Moment] => [
  momentAt(`${month}-01`, '00:00'),
  momentAt(`${monthAfter(month)}-01`, '00:00'),
]

/** The last whole month, if there is a log of it that nobody has gone through yet. */
export async function monthToReview(store: Store, now: Moment): Promise<string | undefined> {
  const month = monthAfter(monthOf(now), -1)
  if ((await store.entries('reviews', { month })).length > 0) return undefined
  // from the second day on, so that no file of the month before is read through
  for await (const _ of store.logged(`${month}-02T00:00:00.000Z`, spanOf(month)[1])) return month
  return undefined
}

/** What a month of the log comes to. Read once, entry by entry: a month may have a great many. */
export async function sumOf(
  entries: AsyncIterable<LoggedEntry>,
  { openingHours }: Pick<Settings, 'openingHours'>,
): Promise<MonthSum> {
  const sum: MonthSum = { entries: 0, lastHash: '', people: [], emergencies: [], downloads: [], late: [] }
  const people = new Map<string, MonthSum['people'][number]>()
  for await (const entry of entries) {
    sum.entries++
    sum.lastHash = entry.hash
    const key = entry.by ?? ''
    const person = people.get(key) ?? {
      by: entry.by,
      entries: 0,
      refused: new Map(),
      deeds: new Map(),
      cases: new Map(),
    }
    people.set(key, person)
    count(person, entry)
    if (isEmergency(entry)) sum.emergencies.push(entry)
    if (isDownload(entry)) sum.downloads.push(entry)
    if (isSignIn(entry) && !isOpen(openingHours, entry.at)) sum.late.push(entry)
  }
  sum.people = [...people.values()].sort((a, b) => b.entries - a.entries)
  return sum
}

function count(person: MonthSum['people'][number], { role, deed, decision, caseNumber, why }: LogEntry): void {
  person.entries++
  // whoever has given no more than the password is in no role yet
  if (role) person.role = role
  person.deeds.set(deed, (person.deeds.get(deed) ?? 0) + 1)
  if (decision === 'refused' && why !== 'second-factor-asked')
    person.refused.set(deed, (person.refused.get(deed) ?? 0) + 1)
  else if (decision === 'allowed' && caseNumber)
    person.cases.set(caseNumber, person.cases.get(caseNumber) || why === 'break-glass')
}

/**
 * The cases that somebody opened without ever having been their counsellor, or in an emergency. A school's own
 * referrals are its own; youths and guardians open nothing but their own page.
 */
export async function foreignTo(
  { by, role, cases }: MonthSum['people'][number],
  from: Pick<Reader, 'caseFile' | 'rows'>,
): Promise<string[]> {
  if (!by || !role || isOfSchool(role as Role)) return []
  const own = new Set((await from.rows({ counsellorId: by })).rows.map(({ number }) => number))
  const doubtful = [...cases].filter(([number, emergency]) => emergency || !own.has(number))
  const foreign = await Promise.all(
    doubtful.map(async ([number, emergency]) => {
      const had = (await from.caseFile(number))?.assignments.some(({ counsellorId }) => counsellorId === by)
      return emergency || !had ? [number] : []
    }),
  )
  return foreign.flat().sort()
}

const isEmergency = ({ deed, why }: LogEntry) => deed === 'break the glass' && why === 'break-glass'
/** Asked for with its reason; the page that asks for the reason is no download. */
const isDownload = ({ deed, decision, why, status }: LogEntry) =>
  decision === 'allowed' && status < 400 && why !== undefined && downloads.some((one) => one === deed)
/** They came in: before the second factor they are in no role. */
const isSignIn = ({ deed, role, why, status }: LogEntry) => deed === 'sign in' && Boolean(role && why) && status === 303

function isOpen(openingHours: Settings['openingHours'], at: Moment): boolean {
  const hours = openingHours[weekdayOf(dayOf(at))]
  return hours !== undefined && timeOf(at) >= hours.from && timeOf(at) < hours.to
}
