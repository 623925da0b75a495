import type { View } from '../../src/store/store.ts'
import { aCase, aSession, settings } from '../support/samples.ts'

/*
 * Decisions that save what follows from what they read: of two of them at once that have to do with one another, one
 * must know of the other. Each gives what it made of it.
 */

const at = '2026-11-16T03:00:00.000Z'
/** One more: `김민준9` is followed by `김민준10`. */
const more = (text: string) => text.replace(/\d*$/, (count) => String(Number(count) + 1))

async function counted(view: View, number: number): Promise<number> {
  const before = await view.entry('tries', 'counted')
  const failures = number + 10 * (before?.failures ?? 0)
  view.saveEntry('tries', { id: 'counted', failures: failures % 1_000_000, at })
  return failures
}

export const decisions: Record<string, (view: View, value: string) => Promise<unknown>> = {
  'counts a case file on': async (view, number) => {
    const found = await view.caseFile(number)
    if (!found) return 'not there'
    const name = more(found.youth.name)
    view.saveCase({ ...found, youth: { ...found.youth, name } })
    return name
  },
  'counts an entry on': async (view, id) => {
    const failures = ((await view.entry('tries', id))?.failures ?? 0) + 1
    view.saveEntry('tries', { id, failures, at })
    return failures
  },
  'moves one from an entry to another': async (view, ids) => {
    const [from = '', to = ''] = ids.split(' ')
    const [left, right] = [await view.entry('tries', from), await view.entry('tries', to)]
    view.saveEntry('tries', { id: from, failures: (left?.failures ?? 100) - 1, at })
    view.saveEntry('tries', { id: to, failures: (right?.failures ?? 100) + 1, at })
    return [left?.failures, right?.failures]
  },
  'takes the next number': async (view, name) => {
    const number = await view.nextCaseNumber(2026)
    const same = await view.rows({ name })
    view.saveCase(aCase({ number, youth: { name, birthDate: '2012-01-01', gender: 'female' } }))
    return [number, same.total]
  },
  'books where nobody is': async (view, when) => {
    const [startAt = '', on = ''] = when.split(' ')
    const until = new Date(Date.parse(startAt) + 2 * 3_600_000).toISOString()
    const taken = await view.diary(startAt, until)
    const [first] = (await view.rows({})).rows
    if (taken.length > 0 || !first) return ['taken', taken.map(({ id }) => id)]
    const id = await view.nextSessionId(on)
    view.saveSession(aSession({ id, startAt, attendees: [{ caseNumber: first.number, ordinal: 1 }] } as never))
    return id
  },
  'books the next of a case': async (view, number) => {
    if (!(await view.caseFile(number))) return 'not there'
    const had = await view.sessionsOf(number)
    const id = await view.nextSessionId('2026-12-01')
    const startAt = new Date(Date.UTC(2026, 11, 1, had.length)).toISOString()
    view.saveSession(aSession({ id, startAt, attendees: [{ caseNumber: number, ordinal: had.length + 1 }] } as never))
    return [id, had.length]
  },
  'counts rows of a school': async (view, referredBy) => counted(view, (await view.rows({ referredBy })).total),
  'counts sessions of a case': async (view, number) => counted(view, (await view.sessionsOf(number)).length),
  'counts notices to': async (view, to) => counted(view, (await view.entries('notices', { to })).length),
  'keeps how many facts': async (view) => {
    let count = 0
    for await (const _ of view.facts()) count++
    view.saveDraft({ id: 'facts', owner: 'han', kind: 'form', fields: [['count', String(count)]], at })
    return count
  },
  'keeps who is there': async (view) => {
    const people = (await view.people()).map(({ id }) => id).join()
    view.saveSettings({ ...settings, centre: people })
    return people
  },
  'tells once': async (view, id) => {
    if (await view.entry('notices', id)) return 'told'
    const drafts = await view.drafts('han')
    view.saveEntry('notices', { id, to: 'han', what: 'restricted', at, by: 'seo' })
    return drafts.length
  },
  'throws away what is half typed': async (view, id) => {
    const draft = await view.draft(id)
    if (draft) view.removeDraft(id)
    return draft?.owner
  },
  'ends all visits of': async (view, personId) => {
    const visits = await view.visitsOf(personId)
    for (const { hash } of visits) view.removeVisit(hash)
    return visits.length
  },
  'erases where it is closed': async (view, number) => {
    const { rows } = await view.rows({ numbers: [number], stages: ['closed'] })
    if (rows.length > 0) view.eraseCase(number)
    return rows.length
  },
}
