import type { Person, Room, School, Settings } from '../people/person.ts'
import type { Moment } from '../time/days.ts'
import { frozen } from './copy.ts'
import type { Disk } from './disk.ts'
import { each } from './each.ts'
import type { Kept } from './entries.ts'
import { loadCases } from './load-cases.ts'
import * as paths from './paths.ts'
import type { Records } from './records.ts'
import { State } from './state.ts'
import type { Draft, Summaries, Visit } from './store.ts'
import type { Summed } from './summed.ts'

/** How many files are read at once. */
const atOnce = 24
/** A visit not seen for so long ended long ago, by whatever rule; its file is removed at the start. */
const stale = 7 * 24 * 60 * 60_000

/** Makes the state from the files. Throws at the first record that cannot be read. */
export async function load(
  disk: Disk,
  records: Records,
  summaries: Summaries,
  now: Moment,
  summed: Summed,
): Promise<State> {
  const state = new State()
  const files = async (folder: string) => (await disk.names(folder)).filter((name) => name.endsWith('.json'))

  for (const person of (await records.read<Person[]>(paths.people)) ?? []) state.putPerson(frozen(person))
  for (const school of (await records.read<School[]>(paths.schools)) ?? []) state.schools.set(school.id, frozen(school))
  for (const room of (await records.read<Room[]>(paths.rooms)) ?? []) state.rooms.set(room.id, frozen(room))
  state.settings.set('centre', frozen(await records.read<Settings>(paths.settings)))

  await each(await files('drafts'), atOnce, async (name) => {
    const draft = await records.read<Draft>(`drafts/${name}`)
    if (draft) state.drafts.set(draft.id, frozen(draft))
  })
  await each(await files('visits'), atOnce, async (name) => {
    const visit = await records.read<Visit>(`visits/${name}`)
    if (!visit) return
    if (Date.parse(now) - Date.parse(visit.seenAt) > stale) await disk.drop(`visits/${name}`)
    else state.visits.set(visit.hash, frozen(visit))
  })
  await each(await files('registers'), atOnce, async (name) => {
    const kept = await records.read<Kept>(`registers/${name}`)
    if (kept) state.putKept(frozen(kept))
  })
  for (const name of await files('facts'))
    state.keptFacts.set(name.slice(0, 4), await records.read<string[]>(`facts/${name}`))
  await loadCases({ disk, records, summaries, state, summed })
  return state
}
