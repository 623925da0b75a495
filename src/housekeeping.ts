// Over 150 lines because everything that goes by itself, or with a case, stands in one place.
import { reachOf } from './casefile/due.ts'
import { eraseByRule } from './casefile/erase.ts'
import { isOut, maySurvey, surveyStateOf } from './intake/issue-survey.ts'
import { draftOf } from './intake/survey-draft.ts'
import { type RetentionPeriods, usualRetention } from './people/person.ts'
import type { Destruction, Registers } from './people/registers.ts'
import { done, refused } from './result.ts'
import type { Draft, Reader, Store, View } from './store/store.ts'
import type { Clock } from './time/clock.ts'
import { dayOf, type Moment, plusDays, plusMinutes, plusMonths } from './time/days.ts'

/** How long the record of a destruction is kept. */
const recordYears = 5
const visitDays = 7
const messageDays = 90
const alarmDays = 90
const dayMinutes = 24 * 60

/** What was tidied away. */
export interface Housekept {
  /** numbers of declined referrals whose time was over */
  erased: string[]
  drafts: number
  visits: number
  tries: number
  records: number
  messages: number
  alarms: number
}

/**
 * What goes by itself: referrals that were declined, whatever lay half written, visits long over, counts of failed
 * attempts, old records of destruction, reminders of three months ago, alarms taken up so long ago. What somebody holds
 * back stays, and so does every case that was worked on.
 */
export async function housekeep(store: Store, now: Moment): Promise<Housekept> {
  const periods = (await store.settings())?.retention ?? usualRetention
  return {
    erased: await eraseDeclined(store, periods, now),
    drafts: await dropDrafts(store, periods, now),
    visits: await dropVisits(store, now),
    tries: await dropEntries(store, 'tries', ({ at }) => now >= plusMinutes(at, dayMinutes)),
    records: await dropEntries(
      store,
      'destructions',
      ({ approved }) => dayOf(now) >= plusMonths(dayOf(approved.at), 12 * recordYears),
    ),
    messages: await dropEntries(store, 'messages', ({ at }) => now >= plusMinutes(at, messageDays * dayMinutes)),
    alarms: await dropEntries(
      store,
      'alarms',
      ({ taken }) => taken !== undefined && now >= plusMinutes(taken.at, alarmDays * dayMinutes),
    ),
  }
}

/** At once, and once a day from then on; a failure is told on the console and tried again the next day. */
export async function keepHouse(store: Store, clock: Clock, ended?: () => void): Promise<() => void> {
  const once = () =>
    housekeep(store, clock.now())
      .then(() => ended?.())
      .catch((error: Error) => console.error(`housekeeping failed: ${error.name}`))
  await once()
  const daily = setInterval(once, dayMinutes * 60_000).unref()
  return () => clearInterval(daily)
}

/**
 * Destroys a case with all that is about it alone: its file and key, its sessions, texts half written to its pages,
 * notices, alarms and reminders of it. Its number still stands in the record of the destruction, in the log, and where a youth
 * who must not be met is named.
 */
export async function destroy(view: View, record: Destruction): Promise<void> {
  const { caseNumber } = record
  for (const { id } of await draftsAbout(view, caseNumber)) view.removeDraft(id)
  view.eraseCase(caseNumber)
  view.saveEntry('destructions', record)
}

/** Everything half written about one case, whoever wrote it. */
export async function draftsAbout(from: Reader, number: string): Promise<Draft[]> {
  const ids = [number, ...(await from.sessionsOf(number)).map(({ id }) => id)]
  return (await from.drafts()).filter((draft) => isAbout(draft, ids))
}

/** Whether a draft is about cases or sessions: answers to its surveys, what was typed on its pages or names it, and a referral that was to complete it. */
export const isAbout = ({ owner, path = '', fields }: Draft, ids: string[]): boolean =>
  ids.includes(owner) ||
  path.split('/').some((part) => ids.includes(part)) ||
  fields.some(([name, value]) => naming.includes(name) && ids.includes(value.trim().replace(/^case:/, '')))
/** Fields of forms that stand on another page than the case that they name. */
const naming = ['amends', 'caseNumber', 'apartCase', 'apartFrom', 'joins']

async function eraseDeclined(store: Store, periods: RetentionPeriods, now: Moment): Promise<string[]> {
  const { rows } = await store.rows({ stages: ['declined'], keptSince: reachOf(periods, dayOf(now)) })
  const due = rows.filter(({ keeping }) => keeping && !keeping.held)
  const erased: string[] = []
  for (const { number } of due) {
    const gone = await store.change(async (view) => {
      const caseFile = await view.caseFile(number)
      const record = caseFile ? eraseByRule(caseFile, { periods }, now) : refused({ reason: 'changed-meanwhile' })
      if (record.ok) await destroy(view, record.value)
      return record
    })
    if (!gone.ok) continue
    await store.log({
      ...{ at: now, by: 'rule', deed: 'approve an erasure', caseNumber: number },
      ...{ decision: 'allowed', why: gone.value.rule, status: 200 },
    })
    erased.push(number)
  }
  return erased
}

async function dropDrafts(store: Store, { draftDays }: RetentionPeriods, now: Moment): Promise<number> {
  const isOld = ({ at }: Draft) => plusDays(dayOf(at), draftDays) <= dayOf(now)
  return dropped(store, async (view) => {
    const drafts = await view.drafts()
    const gone = await Promise.all(drafts.map(async (one) => isOld(one) || (await isUseless(view, one, now))))
    const old = drafts.filter((_, at) => gone[at])
    for (const { id } of old) view.removeDraft(id)
    return old.length
  })
}

/** A table that nobody took over for a day; half answers to a survey that ran out, or whose consent was taken back. */
async function isUseless(from: Reader, { id, owner, kind, at }: Draft, now: Moment): Promise<boolean> {
  if (kind === 'import') return now >= plusMinutes(at, dayMinutes)
  const caseFile = kind === 'survey' ? await from.caseFile(owner) : undefined
  if (!caseFile) return false
  const issued = caseFile.surveys.find((one) => draftOf(owner, one.id) === id)
  return !issued || !isOut(surveyStateOf(issued, now)) || !maySurvey(caseFile)
}

async function dropVisits(store: Store, now: Moment): Promise<number> {
  return dropped(store, async (view) => {
    const people = await view.people()
    const visits = (await Promise.all(people.map(({ id }) => view.visitsOf(id)))).flat()
    const old = visits.filter(({ seenAt, ended }) => now >= plusMinutes(ended?.at ?? seenAt, visitDays * dayMinutes))
    for (const { hash } of old) view.removeVisit(hash)
    return old.length
  })
}

async function dropEntries<K extends keyof Registers>(
  store: Store,
  register: K,
  isOld: (entry: Registers[K]) => boolean,
): Promise<number> {
  return dropped(store, async (view) => {
    const old = (await view.entries(register)).filter(isOld)
    for (const { id } of old) view.removeEntry(register, id)
    return old.length
  })
}

async function dropped(store: Store, decide: (view: View) => Promise<number>): Promise<number> {
  const result = await store.change(async (view) => done(await decide(view)))
  return result.ok ? result.value : 0
}
