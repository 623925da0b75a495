import { mightEver } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import type { Reader } from '../store/store.ts'

/** Names by person's id. */
export const namesIn = async (from: Pick<Reader, 'people'>): Promise<Map<string, string>> =>
  new Map((await from.people()).map(({ id, name }) => [id, name]))

/** Who may be given a case: everyone who writes notes. */
export const counsellorsIn = async (from: Pick<Reader, 'people'>): Promise<Person[]> =>
  (await from.people()).filter((person) => mightEver(person, 'write a note'))
