import { closeSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/*
 * The least that a change can cost which survives a power cut: the bytes of one file written and synced under another
 * name, put in its place, the folder synced.
 */

/** Milliseconds of each of so many steps, one after the other, in a folder of their own beside `folder`; sorted. */
export function diskSteps(folder: string, bytes: number, times: number): number[] {
  const place = mkdtempSync(join(folder, 'step-'))
  const what = Buffer.alloc(bytes, 'x')
  const took = Array.from({ length: times }, (_, at) => {
    const began = performance.now()
    const temp = openSync(join(place, 'temp'), 'w')
    writeSync(temp, what)
    fsyncSync(temp)
    closeSync(temp)
    renameSync(join(place, 'temp'), join(place, `record-${at % 50}`))
    const above = openSync(place, 'r')
    fsyncSync(above)
    closeSync(above)
    return performance.now() - began
  })
  rmSync(place, { recursive: true })
  return took.sort((a, b) => a - b)
}
