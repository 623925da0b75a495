import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import * as fsp from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Files } from '../../src/store/disk.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { summaries } from '../../src/summaries.ts'
import { clock } from '../support/samples.ts'
import { scripts } from './disk-scripts.ts'

/*
 * A process whose disk loses its power. It waits for its orders (so that it is warm by then), plays a script, and puts
 * what was acknowledged into a file elsewhere, which the disk cannot lose.
 */

export interface Orders {
  dir: string
  keyFile: string
  /** where it says what was acknowledged */
  acks: string
  script: string
  /** ours; ours without the folder's fsync; lowdb as it comes */
  store: 'ours' | 'no folder sync' | 'stock lowdb'
}

/** A disk that says it synced a folder, and did not. */
const withoutFolderSync: Files = {
  ...fsp,
  open: async (path, flags, mode) => {
    const handle = await fsp.open(path, flags, mode)
    if (flags === 'r') handle.sync = async () => {}
    return handle
  },
}

/** How many numbers stock lowdb writes, one after the other. */
const stockWrites = 34

async function obey({ dir, keyFile, acks, script: wanted, store: kind }: Orders): Promise<void> {
  const file = openSync(acks, 'a')
  const say = (line: string) => {
    writeSync(file, `${line}\n`)
    fsyncSync(file)
  }
  if (kind === 'stock lowdb') {
    const low = new Low<{ n: number }>(new JSONFile(`${dir}.json`), { n: 0 })
    for (let n = 1; n <= stockWrites; n++) {
      low.data = { n }
      await low.write()
      say(`+ ${n}`)
    }
  } else {
    const files = kind === 'ours' ? {} : { files: withoutFolderSync }
    const store = await openEmbeddedStore({ dir, keyFile, summaries, clock, ...files })
    for (const group of scripts.find(({ name }) => name === wanted)!.groups)
      await Promise.all(group.map((step) => step.act(store).then(() => say(`+ ${step.name}`))))
    await store.close()
  }
  closeSync(file)
}

createInterface({ input: process.stdin }).once(
  'line',
  (line) => void obey(JSON.parse(line)).then(() => process.exit(0)),
)
