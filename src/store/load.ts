import type { CaseFile } from '../casefile/casefile.ts'
import type { Session } from '../casefile/session.ts'
import type { Person, Room, School, Settings } from '../people/person.ts'
import type { Moment } from '../time/days.ts'
import type { Disk } from './disk.ts'
import { each } from './each.ts'
import * as paths from './paths.ts'
import type { Records } from './records.ts'
import { StoreRefusal } from './refusal.ts'
import { type Kept, State } from './state.ts'
import type { Draft, Summaries, Visit } from './store.ts'
import { sumUp } from './sum-up.ts'

/** How many files are read at once. */
const atOnce = 24
/** A visit not seen for so long ended long ago, by whatever rule; its file is removed at the start. */
const stale = 7 * 24 * 60 * 60_000

/** Reads a case file, brought to the newest shape. Its body is never kept in memory. */
export async function bodyOf(records: Records, number: string, summaries: Summaries): Promise<CaseFile | undefined> {
  if (!paths.isCaseNumber(number)) return undefined
  const path = paths.caseFile(number)
  const record = await records.read<Record<string, unknown>>(path)
  if (!record) return undefined
  const caseFile = summaries.upgraded(record)
  if (caseFile.number === number) return caseFile
  throw new StoreRefusal('record-unreadable', `${path} holds another case. Bring it back from the last backup.`)
}

/** Reads everything once and makes the state from it. Throws at the first record that cannot be read. */
export async function load(disk: Disk, records: Records, summaries: Summaries, now: Moment): Promise<State> {
  const state = new State()
  const files = async (folder: string) => (await disk.names(folder)).filter((name) => name.endsWith('.json'))

  for (const person of (await records.read<Person[]>(paths.people)) ?? []) state.putPerson(person)
  for (const school of (await records.read<School[]>(paths.schools)) ?? []) state.schools.set(school.id, school)
  for (const room of (await records.read<Room[]>(paths.rooms)) ?? []) state.rooms.set(room.id, room)
  state.settings.set('centre', await records.read<Settings>(paths.settings))

  await each(await files('drafts'), atOnce, async (name) => {
    const draft = await records.read<Draft>(`drafts/${name}`)
    if (draft) state.drafts.set(draft.id, draft)
  })
  await each(await files('visits'), atOnce, async (name) => {
    const visit = await records.read<Visit>(`visits/${name}`)
    if (!visit) return
    if (Date.parse(now) - Date.parse(visit.seenAt) > stale) await disk.drop(`visits/${name}`)
    else state.visits.set(visit.hash, visit)
  })
  await each(await files('registers'), atOnce, async (name) => {
    const kept = await records.read<Kept>(`registers/${name}`)
    if (kept) state.putKept(kept)
  })
  for (const name of await files('facts'))
    state.keptFacts.set(name.slice(0, 4), await records.read<string[]>(`facts/${name}`))
  for (const month of await disk.names('diary')) {
    await each(await files(`diary/${month}`), atOnce, async (name) => {
      for (const session of (await records.read<Session[]>(`diary/${month}/${name}`)) ?? []) state.putSession(session)
    })
  }
  // a number whose case never came to be, or whose key was destroyed, is not given again
  for (const name of await files('keys')) state.given(name.slice(0, -'.json'.length))
  await each(await files('cases'), atOnce, async (name) => {
    const caseFile = await bodyOf(records, name.slice(0, -'.json'.length), summaries)
    if (!caseFile) return
    state.given(caseFile.number)
    sumUp(state, caseFile, summaries)
  })
  return state
}
