import type { PoolConfig } from 'pg'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import type { Store } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import type { Clock } from '../../src/time/clock.ts'
import { freshFolder } from './folder.ts'
import { aDatabase, dropped } from './postgres.ts'
import { twice } from './twice.ts'

/** Where the houses of the tests keep everything: `STORE_OF_TESTS=postgres` has each stand on a database of its own. */
export type Kind = 'embedded' | 'postgres'
export const kindOfTests: Kind = process.env.STORE_OF_TESTS === 'postgres' ? 'postgres' : 'embedded'

/** `DECIDE=twice` has every change decided twice, wherever it is kept. */
export const decidesTwice = process.env.DECIDE === 'twice'

export interface Stand {
  store: Store
  dir: string
  keyFile: string
  /** the database, where it is one: as superuser */
  admin?: string
  close(): Promise<void>
}

interface Wanted {
  place?: { dir: string; keyFile: string }
  kind?: Kind
  isTwice?: boolean
}

/** A new store. In a folder that a test names it is the embedded one, whatever the others stand on. */
export async function aStand(clock: Clock, { isTwice = decidesTwice, ...wanted }: Wanted = {}): Promise<Stand> {
  const stand = await standing(clock, wanted)
  return isTwice ? { ...stand, store: twice(stand.store) } : stand
}

async function standing(
  clock: Clock,
  { place, kind = place ? 'embedded' : kindOfTests }: Omit<Wanted, 'isTwice'>,
): Promise<Stand> {
  const { dir, keyFile } = place ?? freshFolder({ inMemory: true })
  if (kind === 'embedded') {
    const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
    return { store, dir, keyFile, close: () => store.close() }
  }
  const { connect, admin } = await aDatabase()
  const few: PoolConfig = { ...connect, max: 4, idleTimeoutMillis: 2_000, allowExitOnIdle: true }
  const store = await openPostgresStore({ connect: few, keyFile, summaries, clock })
  const close = async () => {
    await store.close()
    await dropped(admin)
  }
  return { store, dir, keyFile, admin, close }
}
