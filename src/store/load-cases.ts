import type { CaseFile } from '../casefile/casefile.ts'
import type { Session } from '../casefile/session.ts'
import { frozen } from './copy.ts'
import type { Disk } from './disk.ts'
import { each } from './each.ts'
import * as paths from './paths.ts'
import type { Records } from './records.ts'
import { StoreRefusal } from './refusal.ts'
import type { State } from './state.ts'
import type { Summaries } from './store.ts'
import { sumUp } from './sum-up.ts'
import type { Known, Summed } from './summed.ts'

/** How many files are read at once. */
const atOnce = 24

interface Loading {
  disk: Disk
  records: Records
  summaries: Summaries
  state: State
  summed: Summed
}

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

/**
 * The diary, and row and facts of every case: those that an earlier start left, where they are surely still so; the rest
 * from its files. Throws at the first that cannot be read.
 */
export async function loadCases(loading: Loading): Promise<void> {
  const known = await loading.summed.known()
  await loading.state.wholeDiary.readWhole(async () => {
    await loadRows(loading, known, await loadDays(loading, known))
  })
}

/** The cases that have a session on a day that had to be read. */
async function loadDays({ disk, records, state, summed }: Loading, { days }: Known): Promise<Set<string>> {
  const read = new Set<string>()
  for (const month of await disk.names('diary'))
    await each(await namesIn(disk, `diary/${month}`), atOnce, async (day) => {
      const left = days.get(day)
      if (left && left.stamp === disk.stamp(paths.diary(day))) {
        state.wholeDiary.putPacked(day, left)
        for (const [end] of left.briefs) state.given(`${day}-${end}`)
        return
      }
      summed.staleDay(day)
      for (const session of (await records.read<Session[]>(paths.diary(day))) ?? []) {
        state.putSession(frozen(session))
        for (const { caseNumber } of session.attendees) read.add(caseNumber)
      }
    })
  return read
}

async function loadRows(
  { disk, records, summaries, state, summed }: Loading,
  { cases }: Known,
  read: ReadonlySet<string>,
): Promise<void> {
  const keys = new Set(await namesIn(disk, 'keys'))
  // a number whose case never came to be, or whose key was destroyed, is not given again
  for (const number of keys) state.given(number)
  await each(await namesIn(disk, 'cases'), atOnce, async (number) => {
    const left = read.has(number) || !keys.has(number) ? undefined : cases.get(number)
    const isSame =
      left?.stamp === disk.stamp(paths.caseFile(number)) && left?.sessions === state.wholeDiary.whichOf(number)
    if (left && isSame) {
      state.given(number)
      state.rows.put(frozen(left.row))
      state.facts.set(number, left.facts)
      return
    }
    const caseFile = await bodyOf(records, number, summaries)
    if (!caseFile) return
    summed.staleCase(number)
    state.given(number)
    sumUp(state, caseFile, summaries)
  })
}

/** What the records in a folder are called. */
const namesIn = async (disk: Disk, folder: string): Promise<string[]> =>
  (await disk.names(folder)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
