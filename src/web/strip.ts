import { createHash } from 'node:crypto'
import type { Here } from '../../views/here.ts'
import type { Person } from '../people/person.ts'
import type { Store } from '../store/store.ts'
import type { Moment } from '../time/days.ts'
import { alarmsFor } from './alarms.ts'
import { unseenBy } from './notices.ts'

/** What stands on top of somebody's pages, with a mark that changes when it does, and when an alarm becomes late. */
export async function stripFor(
  store: Store,
  person: Person | undefined,
  now: Moment,
): Promise<Pick<Here, 'alarms' | 'notices' | 'stripMark'>> {
  const [alarms, notices] = [await alarmsFor(store, person, now), await unseenBy(store, person, now)]
  const shown = [(alarms ?? []).map(({ id, isLate }) => [id, isLate]), notices.map(({ id }) => id)]
  const stripMark = createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 12)
  return { ...(alarms && { alarms }), notices, stripMark }
}
