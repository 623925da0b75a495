import type { LoggedEntry } from '../../src/store/store.ts'
import type { TestHouse } from './house.ts'

/** All that a house has logged so far, oldest first. */
export async function entriesIn({ store }: Pick<TestHouse, 'store'>): Promise<LoggedEntry[]> {
  const entries: LoggedEntry[] = []
  for await (const entry of store.logged('2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z')) entries.push(entry)
  return entries
}
