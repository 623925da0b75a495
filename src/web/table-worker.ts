import { parentPort, workerData } from 'node:worker_threads'
import { readTable } from './table-read.ts'

/** Reads one table and says what it read; started by tables.ts. */
parentPort?.postMessage(await readTable(workerData as Uint8Array))
