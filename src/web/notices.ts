import type { ShownNotice } from '../../views/here.ts'
import type { Person } from '../people/person.ts'
import type { Notice } from '../people/registers.ts'
import type { Store } from '../store/store.ts'
import { hiddenFrom, namesIn } from './people.ts'

/** What calls for help stands on top of every page as the alarm itself, with its clock, until it is taken up. */
const calls: Notice['what'][] = ['help-needed', 'help-waiting']

/** What somebody was told and has not said that they saw, the newest first; for the strip on top of every page. */
export async function unseenBy(store: Store, person: Person | undefined): Promise<ShownNotice[]> {
  if (!person) return []
  const own = await store.entries('notices', { to: person.id })
  return shown(
    store,
    person,
    own.filter(({ seenAt, what }) => !seenAt && !calls.includes(what)),
  )
}

/** All that somebody was told, the newest first. */
export const toldTo = async (store: Store, person: Person): Promise<ShownNotice[]> =>
  shown(store, person, await store.entries('notices', { to: person.id }))

/** With names instead of ids; without those about a case that has been kept from the reader since. */
async function shown(store: Store, person: Person, notices: Notice[]): Promise<ShownNotice[]> {
  if (notices.length === 0) return []
  const [names, hidden] = [await namesIn(store), await hiddenFrom(store, person.id)]
  return notices
    .filter(({ caseNumber }) => !caseNumber || !hidden.has(caseNumber))
    .map(({ id, what, at, by, caseNumber, personId, seenAt }) => ({
      ...{ id, what, at, who: names.get(by), caseNumber, seenAt },
      ...(personId && { whose: names.get(personId) }),
    }))
    .reverse()
}
