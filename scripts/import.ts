import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { withoutResidentNumbers } from '../src/exit/import-cell.ts'
import { fileNameOf } from '../src/exit/import-form.ts'
import { sumOf } from '../src/exit/import-sum.ts'
import { checked, takeIn } from '../src/importing.ts'
import { storeFor } from '../src/opening.ts'
import { may } from '../src/people/may.ts'
import { type Person, usualRetention } from '../src/people/person.ts'
import type { Refusal } from '../src/result.ts'
import { errand } from '../src/settings.ts'
import type { Store } from '../src/store/store.ts'
import { wallClock } from '../src/time/clock.ts'
import { dayOf } from '../src/time/days.ts'
import { NotServed } from '../src/ways.ts'
import { mostMiB, tableIn } from '../src/web/tables.ts'
import { fill, wordsOf } from '../views/words.ts'
import { runErrand } from './errand.ts'

/*
 * `npm run import -- FILE --by EMAIL --data DIR [--dry-run]`: takes over a CSV or XLSX table of cases as /report/import
 * does, all of it or nothing. Saegil must not be running on DIR meanwhile. Every fault is printed, one a line.
 */

const t = wordsOf('en')
/** A whole table is decided on at once. */
const patience = 10 * 60_000

await runErrand(async () => {
  const asked = errand('table', 'by', 'checkpoints')
  const { table, by, dryRun } = asked
  if (!table) throw new NotServed('Say which table: npm run import -- FILE --by EMAIL --data DIR')
  if (!by) throw new NotServed('Say whose import it is: --by EMAIL')
  const rows = await rowsIn(table)
  const store = await storeFor(asked, { clock: wallClock, patience })
  try {
    const person = await store.personByEmail(by)
    if (!person || !may(person, 'import cases')) throw new NotServed(`${by} may not import cases.`)
    await take(store, person, { file: fileNameOf(basename(table)), table: rows, chosen: {} }, dryRun)
  } finally {
    await store.close()
  }
})

async function rowsIn(file: string): Promise<string[][]> {
  const bytes = await readFile(file).catch((failure: Error) => {
    throw new NotServed(`${file} cannot be read (${failure.message}).`)
  })
  if (bytes.length > mostMiB * 1024 * 1024) throw new NotServed(`${file} is larger than ${mostMiB} MB.`)
  const read = await tableIn(bytes)
  if (!read.ok) throw new NotServed(`${file}: ${read.refusals.map(sentence).join(' ')}`)
  return withoutResidentNumbers(read.value)
}

const sentence = ({ reason, with: values }: Refusal): string => fill(t.reasons[reason], values)

async function take(store: Store, person: Person, brought: Parameters<typeof checked>[1], dryRun: boolean) {
  const now = wallClock.now()
  const { faults, notes, rows } = await checked(store, brought, now)
  for (const { row, column, cell, what, with: values } of faults)
    console.log([`row ${row}`, column, cell, fill(t.importing.faults[what], values)].filter(Boolean).join(' · '))
  for (const { row, what } of notes) console.log(`row ${row} · note · ${t.importing.notes[what]}`)
  if (faults.length > 0) throw new NotServed(`${faults.length} to put right. Nothing was taken over.`)
  const periods = (await store.settings())?.retention ?? usualRetention
  const { cases, sessions, closed, due } = sumOf(rows, periods, dayOf(now))
  const summed = `${cases} cases, ${sessions} sessions, ${closed} closed, ${due} of them due for erasure at once`
  if (dryRun) return console.log(`Nothing is wrong, and nothing was taken over: ${summed}.`)
  const by = { by: person.id, at: now }
  const taken = await store.change((view) =>
    takeIn(view, { file: brought.file, rows }, wordsOf('ko').importing.summary, by),
  )
  if (!taken.ok) throw new NotServed(taken.refusals.map(sentence).join(' '))
  const entry = { ...by, role: person.role, deed: 'import cases', decision: 'allowed', status: 303 } as const
  await Promise.all(taken.value.cases.map((caseNumber) => store.log({ ...entry, caseNumber })))
  console.log(`Import ${taken.value.id}: ${summed}. See /report/import/${taken.value.id}.`)
}
