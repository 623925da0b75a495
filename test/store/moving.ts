import { type Content, Digest, type Side } from '../../src/store/contents.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { withFolder } from '../../src/store/folder-side.ts'
import { type Moved, move } from '../../src/store/move.ts'
import { withDatabase } from '../../src/store/postgres/side.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import type { Store } from '../../src/store/store.ts'
import { freshFolder } from '../support/folder.ts'
import { aDatabase, type TestDatabase } from '../support/postgres.ts'
import { clock, summaries } from '../support/samples.ts'
import { all } from './contract-reading.ts'

/** Where a store is kept, one way or the other, and its key. */
export interface Place {
  open(): Promise<Store>
  within<T>(as: 'source' | 'target', act: (side: Side) => Promise<T>): Promise<T>
  /** the same place, with another key */
  withKey(keyFile: string): Place
  /** how the command is told of it */
  word: string
  database?: TestDatabase
  keyFile: string
}

export function aFolder(keyFile?: string): Place {
  const place = freshFolder({ inMemory: true })
  return folderAt(place.dir, keyFile ?? place.keyFile)
}

function folderAt(dir: string, keyFile: string): Place {
  const own = { dir, keyFile, summaries }
  return {
    withKey: (other) => folderAt(dir, other),
    open: () => openEmbeddedStore({ ...own, clock }),
    within: (as, act) => withFolder(own, as, act),
    word: own.dir,
    keyFile: own.keyFile,
  }
}

export async function aDatabasePlace(keyFile = freshFolder().keyFile): Promise<Place> {
  return databaseAt(await aDatabase(), keyFile)
}

function databaseAt(database: TestDatabase, keyFile: string): Place {
  const own = { connect: database.connect, keyFile, summaries }
  return {
    withKey: (other) => databaseAt(database, other),
    open: () => openPostgresStore({ ...own, clock }),
    within: (as, act) => withDatabase(own, as, act),
    word: String(database.connect.connectionString),
    database,
    keyFile,
  }
}

export const moved = (from: Place, to: Place, through: (target: Side) => Side = (side) => side): Promise<Moved> =>
  from.within('source', (source) => to.within('target', (target) => move(source, through(target))))

export const contentsIn = (place: Place): Promise<Content[]> => place.within('source', (side) => all(side.contents()))

export async function hashOf(place: Place): Promise<string> {
  const digest = new Digest()
  for (const content of await contentsIn(place)) digest.add(content)
  return digest.end()
}

export async function withStore<T>(place: Place, act: (store: Store) => Promise<T>): Promise<T> {
  const store = await place.open()
  try {
    return await act(store)
  } finally {
    await store.close()
  }
}

/** A target that takes what is left of the contents given to it. */
export const taking = (side: Side, left: (contents: Content[]) => Content[]): Side =>
  new Proxy(side, {
    get(of, name) {
      if (name === 'take') return async (contents: Content[]) => of.take(left(contents))
      const own = Reflect.get(of, name, of)
      return typeof own === 'function' ? own.bind(of) : own
    },
  })

/** A move that ends suddenly after so many writings, in the middle of things; what it said. */
export function brokenOff(from: Place, to: Place, after: number): Promise<string> {
  let left = after
  const some = (contents: Content[]) => {
    if (left-- === 0) throw new Error('broken off')
    return contents
  }
  return moved(from, to, (side) => taking(side, some))
    .then(() => 'done')
    .catch((failure: Error) => failure.message)
}
