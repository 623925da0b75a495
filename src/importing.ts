import type { Signature } from './casefile/casefile.ts'
import { isUntouched, takeBackImport } from './exit/import-back.ts'
import { type Checked, checkImport, sameReference } from './exit/import-check.ts'
import { type Chosen, columnsOf } from './exit/import-columns.ts'
import { takenOver } from './exit/import-make.ts'
import type { ImportRow } from './exit/import-row.ts'
import { isAbout } from './housekeeping.ts'
import { nextId } from './people/next-id.ts'
import type { Import } from './people/registers.ts'
import { done, type Result, refused } from './result.ts'
import { each } from './store/each.ts'
import type { Draft, Reader, View } from './store/store.ts'
import { dayOf, type Moment } from './time/days.ts'

/** A table that somebody brought, and which of its columns they said are what. */
export interface Brought {
  file: string
  table: string[][]
  chosen: Chosen
}

/** Whether this is still what somebody said yes to: no other file, and no column that stands for something else. */
export const isSame = (one: Brought & { at: Moment }, other: Draft | undefined): boolean =>
  other?.at === one.at && other.fields.some(([name, text]) => name === 'chosen' && text === JSON.stringify(one.chosen))

/** One for each person: what they bring next takes its place. Owned by no person, so that no list of drafts reads it. */
export const importDraftOf = (personId: string): string => `import-${personId}`

export const draftOfImport = (personId: string, { file, table, chosen }: Brought, at: Moment): Draft => ({
  ...{ id: importDraftOf(personId), owner: importDraftOf(personId), kind: 'import', at },
  fields: [
    ['file', file],
    ['table', JSON.stringify(table)],
    ['chosen', JSON.stringify(chosen)],
  ],
})

export async function broughtBy(from: Reader, personId: string): Promise<(Brought & { at: Moment }) | undefined> {
  const draft = await from.draft(importDraftOf(personId))
  if (!draft) return undefined
  const { file = '', table = '[]', chosen = '{}' } = Object.fromEntries(draft.fields)
  return { file, table: JSON.parse(table), chosen: JSON.parse(chosen), at: draft.at }
}

/** References of the cases that came with an import and are still here. */
async function knownIn(from: Reader): Promise<string[]> {
  const { rows } = await from.rows({})
  return rows.flatMap(({ reference }) => (reference === undefined ? [] : [reference]))
}

/** Everything that speaks against a table as the house stands now, and what would come of it. */
export async function checked(from: Reader, { table, chosen }: Brought, now: Moment): Promise<Checked> {
  const known = await knownIn(from)
  return checkImport(table, columnsOf(table[0] ?? [], chosen), { today: dayOf(now), known })
}

/** So many cases are made before others have their turn: they read on while a large table is taken over. */
const atOnce = 100

/**
 * All cases of a table that was checked, and their entry in the register; or none, where one of them has come in
 * since. `summary` stands in each interview.
 */
export async function takeIn(
  view: View,
  { file, rows }: { file: string; rows: ImportRow[] },
  summary: string,
  signature: Signature,
): Promise<Result<Import>> {
  const known = new Set((await knownIn(view)).map(sameReference))
  const twice = rows.filter(({ reference }) => known.has(sameReference(reference))).length
  if (twice > 0) return refused({ reason: 'table-faulty', with: { n: twice } })
  const id = nextId(await view.entries('imports'), dayOf(signature.at))
  const cases: string[] = []
  for (const row of rows) {
    const number = await view.nextCaseNumber(Number(row.referredOn.slice(0, 4)))
    view.saveCase(takenOver(number, row, { id, summary }, signature))
    if (cases.push(number) % atOnce === 0) await new Promise(setImmediate)
  }
  const one: Import = { id, ...signature, file, cases }
  view.saveEntry('imports', one)
  return done(one)
}

/** Removes all cases of an import, their facts too, or none: not if one of them was worked on, or is gone already. */
export async function takeOut(view: View, id: string, why: string, signature: Signature): Promise<Result<Import>> {
  const one = await view.entry('imports', id)
  if (!one) return refused({ reason: 'changed-meanwhile' })
  const touched = one.takenBack ? [] : await touchedOf(view, one)
  const { rows } = await view.rows({ keptFrom: signature.by })
  const known = touched.filter((number) => !rows.some((row) => row.number === number))
  const taken = takeBackImport(one, why, { n: touched.length, known }, signature)
  if (!taken.ok) return taken
  for (const number of one.cases) view.removeCase(number)
  for (const draft of await view.drafts()) if (isAbout(draft, one.cases)) view.removeDraft(draft.id)
  view.saveEntry('imports', taken.value)
  return taken
}

/** Numbers of the cases that are not as they came. */
async function touchedOf(view: View, { cases }: Import): Promise<string[]> {
  const named = new Set([
    ...(await view.entries('inquiries')).map(({ caseNumber }) => caseNumber),
    ...(await view.entries('incidents')).flatMap(({ caseNumbers }) => caseNumbers),
  ])
  const touched = new Set<string>()
  await each(cases, 24, async (number) => {
    const caseFile = await view.caseFile(number)
    const sessions = await view.sessionsOf(number)
    if (!caseFile || named.has(number) || !isUntouched(caseFile, sessions.length)) touched.add(number)
  })
  return cases.filter((number) => touched.has(number))
}
