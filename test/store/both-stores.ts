import fc from 'fast-check'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import type { Store } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import { freshFolder } from '../support/folder.ts'
import { aDatabase, asked, databases } from '../support/postgres.ts'
import { clock } from '../support/samples.ts'
import { Model, type Wrong } from './model.ts'
import { runOn, type Stage } from './sequences.ts'
import { type Step, steps } from './small-world.ts'

const length = 50
const sequence = fc.array(steps, { minLength: length, maxLength: length, size: 'max' })

interface Database {
  store: Store
  /** another server on the same database, with a memory of its own */
  other: Store
  emptied(): Promise<void>
  close(): Promise<void>
}

async function aServedDatabase(): Promise<Database> {
  const { connect, admin } = await aDatabase()
  const { keyFile } = freshFolder()
  const open = () => openPostgresStore({ connect, keyFile, summaries, clock })
  const store = await open()
  const other = await open()
  const tables = ['cases', 'keys', 'links', 'kept_facts', 'sessions', 'attendance', 'claims', 'numbers']
  const clear = [
    ...tables.map((one) => `delete from saegil.${one}`),
    "delete from saegil.records where kind <> 'check'",
  ]
  return {
    ...{ store, other },
    emptied: async () => {
      await asked(admin, clear.join(';'))
    },
    close: async () => {
      await store.close()
      await other.close()
    },
  }
}

/** A sequence on the model, a new embedded store that is opened again at the end, and the database if there is one. */
async function runs50(sequence: Step[], database?: Database, wrong?: Wrong): Promise<void> {
  const { dir, keyFile } = freshFolder({ inMemory: true })
  const open = () => openEmbeddedStore({ dir, keyFile, summaries, clock })
  let embedded = await open()
  await database?.emptied()
  const stages: Record<string, Stage> = { model: new Model({ ...(wrong && { wrong }) }), embedded }
  if (database) stages.postgres = database.store
  try {
    await runOn(stages, sequence, async () => {
      await embedded.close()
      embedded = await open()
      return { embedded, ...(database && { other: database.other }) }
    })
  } finally {
    await embedded.close()
  }
}

/** Runs so many on both stores and the model, or on those that there are. Says what they did not agree on, if anything. */
export async function disagreedIn(count: number, seed: number): Promise<string | undefined> {
  const database = databases === undefined ? undefined : await aServedDatabase()
  const from = Date.now()
  try {
    const wrong = await disagreement(count, seed, database)
    const where = database ? 'on both stores and the model' : 'on the embedded store and the model'
    console.log(`  ${count} sequences ${where}, seed ${seed}: ${Math.round((Date.now() - from) / 1000)} s`)
    return wrong
  } finally {
    await database?.close()
  }
}

/** The same, of a model of which something is wrong. */
export async function disagreement(
  count: number,
  seed: number,
  database?: Database,
  wrong?: Wrong,
): Promise<string | undefined> {
  const found = await fc.check(
    fc.asyncProperty(sequence, (one) => runs50(one, database, wrong)),
    { numRuns: count, seed, endOnFailure: true },
  )
  return found.failed ? `sequence ${found.counterexamplePath}: ${found.errorInstance}` : undefined
}
