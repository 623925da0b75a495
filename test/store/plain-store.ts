import { finishPending, type IntentSeal } from '../../src/store/batch.ts'
import { Disk } from '../../src/store/disk.ts'
import { EmbeddedStore } from '../../src/store/embedded-store.ts'
import type { KeyRing } from '../../src/store/key-ring.ts'
import { load } from '../../src/store/load.ts'
import { Log } from '../../src/store/log.ts'
import * as paths from '../../src/store/paths.ts'
import { Records } from '../../src/store/records.ts'
import { Summed } from '../../src/store/summed.ts'
import { summaries } from '../../src/summaries.ts'
import { MemoryFiles } from '../support/memory-files.ts'
import { clock } from '../support/samples.ts'

/** Nothing is sealed: sealing costs most of the time of a small store, and takes turns that no seed decides. */
const unsealed = {
  seal: async (_: string, value: unknown) => JSON.stringify(value),
  unseal: async (_: string, text: string) => JSON.parse(text),
  forget: () => {},
} satisfies IntentSeal & Pick<KeyRing, 'forget'>

const root = '/store'
const key = new Uint8Array(32)

/** The embedded store as it is, on files in memory that are not sealed, with no lock. */
export class PlainStore {
  readonly memory = new MemoryFiles(root)

  /** Opens what lies there, as openEmbeddedStore does. */
  async open(): Promise<EmbeddedStore> {
    const disk = new Disk(root, this.memory.files)
    for (const path of paths.folders) await disk.folder(path)
    await finishPending(disk, unsealed)
    const keys = unsealed as unknown as KeyRing
    const records = new Records(disk, keys)
    const summed = new Summed(disk, keys)
    const state = await load(disk, records, summaries, clock.now(), summed)
    const log = await Log.open(disk, key)
    const lock = { meet() {}, release: async () => {} }
    const parts = { folder: root, records, summed, log, summaries, lock, patience: 30_000, clock }
    return new EmbeddedStore(state, parts, key)
  }
}
