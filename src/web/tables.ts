import { Worker } from 'node:worker_threads'
import { type Result, refused } from '../result.ts'
import type { Table } from './table-read.ts'

/** The largest file that is taken, in MiB. */
export const mostMiB = 8

/** Longer than any table of that size takes, and more memory. */
const mostMs = 60_000
const mostHeapMiB = 400

/** Before Node 22 a thread does not begin with TypeScript, whatever the process was started with. */
const worker = import.meta.url.replace('/tables.', '/table-worker.')
const begin = worker.endsWith('.js')
  ? `import('${worker}')`
  : `import('${import.meta.resolve('tsx/esm/api')}').then(({ tsImport }) => tsImport('${worker}', '${worker}'))`

/**
 * Reads a table in a thread of its own, so that nobody waits for it meanwhile, and a sheet made to fill the memory
 * takes down that thread and nothing else: then it is refused as too large.
 */
export function tableIn(bytes: Uint8Array): Promise<Result<Table>> {
  return new Promise((resolve) => {
    const thread = new Worker(begin, {
      eval: true,
      execArgv: [],
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: mostHeapMiB },
    })
    const tooMuch = () => resolve(refused({ field: 'table', reason: 'table-too-large' }))
    const late = setTimeout(() => void thread.terminate(), mostMs)
    thread.once('message', resolve)
    thread.once('error', tooMuch)
    thread.once('exit', () => {
      clearTimeout(late)
      tooMuch()
    })
  })
}
