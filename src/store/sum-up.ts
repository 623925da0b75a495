import type { CaseFile } from '../casefile/casefile.ts'
import { copy, frozen } from './copy.ts'
import { byStart } from './order.ts'
import type { State } from './state.ts'
import type { Summaries } from './store.ts'

/** Makes a case's row and facts anew from its file and its sessions. */
export function sumUp(state: State, caseFile: CaseFile, summaries: Summaries): void {
  const sessions = state.diary.of(caseFile.number).sort(byStart)
  state.rows.put(frozen(copy(summaries.row(caseFile, sessions))))
  state.facts.set(caseFile.number, JSON.stringify(summaries.facts(caseFile, sessions, state.editions())))
}
