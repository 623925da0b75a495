import type { ShownNotice } from '../../views/here.ts'
import { belongingOfRow } from '../casefile/row.ts'
import { may } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import type { Notice } from '../people/registers.ts'
import type { Store } from '../store/store.ts'
import type { Moment } from '../time/days.ts'
import { hiddenFrom, namesIn } from './people.ts'

/** What calls for help stands on top of every page as the alarm itself, with its clock, until it is taken up. */
const calls: Notice['what'][] = ['help-needed', 'help-waiting']
/** That a youth asked for help is for those alone who may answer it: of a case that is no longer theirs, or no longer covered, it goes. */
const ofHelp: Notice['what'][] = [...calls, 'help-taken']

/** What somebody was told and has not said that they saw, the newest first; for the strip on top of every page. */
export async function unseenBy(store: Store, person: Person | undefined, now: Moment): Promise<ShownNotice[]> {
  if (!person) return []
  const own = await store.entries('notices', { to: person.id })
  return shown(
    store,
    person,
    own.filter(({ seenAt, what }) => !seenAt && !calls.includes(what)),
    now,
  )
}

/** All that somebody was told, the newest first. */
export const toldTo = async (store: Store, person: Person, now: Moment): Promise<ShownNotice[]> =>
  shown(store, person, await store.entries('notices', { to: person.id }), now)

/** With names instead of ids; without those about a case that has been kept from the reader since. */
async function shown(store: Store, person: Person, notices: Notice[], now: Moment): Promise<ShownNotice[]> {
  if (notices.length === 0) return []
  const numbers = notices.flatMap(({ what, caseNumber }) => (caseNumber && ofHelp.includes(what) ? [caseNumber] : []))
  const rows = numbers.length > 0 ? (await store.rows({ numbers })).rows : []
  const theirs = rows.filter((row) => may(person, 'answer an alarm', belongingOfRow(row, now)))
  const helped = new Set(theirs.map(({ number }) => number))
  const [names, hidden] = [await namesIn(store), await hiddenFrom(store, person.id)]
  return notices
    .filter(({ caseNumber }) => !caseNumber || !hidden.has(caseNumber))
    .filter(({ what, caseNumber = '' }) => !ofHelp.includes(what) || helped.has(caseNumber))
    .map(({ id, what, at, by, caseNumber, personId, seenAt }) => ({
      ...{ id, what, at, who: names.get(by), caseNumber, seenAt },
      ...(personId && { whose: names.get(personId) }),
    }))
    .reverse()
}
