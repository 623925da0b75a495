import { open } from 'node:fs/promises'
import { entryIn } from './log-chain.ts'
import { StoreRefusal } from './refusal.ts'
import type { LoggedEntry } from './store.ts'

/** No line comes near this: the last one is found in the last so many bytes. */
const tail = 65_536

/** The last whole entry of a file; cuts off what stands after it. */
export async function lastEntry(path: string): Promise<LoggedEntry | undefined> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, tail))
    await file.read(bytes, 0, bytes.length, size - bytes.length)
    let end = bytes.lastIndexOf(10) + 1
    let entry: LoggedEntry | undefined
    while (end > 0 && !entry) {
      const start = bytes.lastIndexOf(10, end - 2) + 1
      entry = entryIn(bytes.toString('utf8', start, end - 1))
      if (!entry) end = start
    }
    if (size > tail && !entry) throw new StoreRefusal('record-unreadable', `${path} does not end in a log entry.`)
    const whole = size - bytes.length + end
    if (whole < size) {
      await file.truncate(whole)
      await file.sync()
    }
    return entry
  } finally {
    await file.close()
  }
}
