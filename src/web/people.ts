import { openStages } from '../casefile/row.ts'
import { mightEver } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import type { Reader } from '../store/store.ts'

/** Names by person's id. */
export const namesIn = async (from: Pick<Reader, 'people'>): Promise<Map<string, string>> =>
  new Map((await from.people()).map(({ id, name }) => [id, name]))

/** Everyone who ever had an account, by id: for who did what. */
export const peopleIn = async (from: Pick<Reader, 'people'>): Promise<Map<string, Pick<Person, 'name' | 'role'>>> =>
  new Map((await from.people()).map(({ id, name, role }) => [id, { name, role }]))

/** Who may be given a case, with how many open ones they have: restricted ones too, since they take as much time. */
export const loadsIn = async (
  from: Pick<Reader, 'people' | 'rows'>,
): Promise<{ id: string; name: string; load: number }[]> =>
  Promise.all(
    (await counsellorsIn(from)).map(async ({ id, name }) => {
      const open = await from.rows({ counsellorId: id, stages: openStages }, { from: 0, most: 0 })
      return { id, name, load: open.total }
    }),
  )

/** Who may be given a case: everyone who writes notes. */
export const counsellorsIn = async (from: Pick<Reader, 'people'>): Promise<Person[]> =>
  (await from.people()).filter((person) => mightEver(person, 'write a note'))

/** Everyone who sees every case, and so looks after those that are restricted. */
export const leadsIn = async (from: Pick<Reader, 'people'>): Promise<Person[]> =>
  (await from.people()).filter((person) => mightEver(person, 'see every case'))

/** Numbers of the restricted cases that somebody may not know of: none of them stands on a page of theirs. */
export const hiddenFrom = async (from: Pick<Reader, 'rows'>, personId: string): Promise<Set<string>> =>
  new Set((await from.rows({ keptFrom: personId })).rows.map(({ number }) => number))
