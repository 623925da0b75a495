import type { PoolConfig } from 'pg'
import { type Line, type Verdict, verifyAll } from '../log-verify.ts'
import * as paths from '../paths.ts'
import { masterKeyOf } from '../postgres.ts'
import { StoreRefusal } from '../refusal.ts'
import { Connections } from './connections.ts'

/** How many lines are read at once. */
const atOnce = 1_000

/**
 * Reads the whole log of a database and names the first line that is not as it was written; only reads, and may do so
 * while servers write. Refuses (StoreRefusal) a database that holds nothing yet, or that this key does not open.
 */
export async function verifyDatabaseLog(config: PoolConfig, keyFile: string, checkpoints?: string): Promise<Verdict> {
  const connections = new Connections({ ...config, max: 1, application_name: 'saegil log:verify' })
  try {
    const [known] = await connections.rows('select from records where path = $1', [paths.check])
    if (!known) throw new StoreRefusal('not-a-store', 'The database holds nothing yet. Name another one with STORE.')
    return await verifyAll(() => linesOf(connections), await masterKeyOf(connections, keyFile), checkpoints)
  } finally {
    await connections.close()
  }
}

async function* linesOf(connections: Connections): AsyncIterable<Line> {
  let after = '0'
  for (;;) {
    const text = 'select seq, line from log where seq > $1 order by seq limit $2'
    const found = await connections.rows<{ seq: string; line: string }>(text, [after, atOnce])
    for (const { seq, line } of found)
      yield { file: 'table log', line: Number(seq), bytes: Buffer.from(line), whole: true }
    const last = found.at(-1)
    if (!last || found.length < atOnce) return
    after = last.seq
  }
}
