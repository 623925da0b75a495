import type { Moment } from './days.ts'

/** Kept until a moment and then gone, in no backup: counts of tries, what was used up, files that wait to be fetched. */
export interface Passing {
  /** how often this was said until that moment, this time included */
  count(key: string, until: Moment): Promise<number>
  keep(key: string, value: unknown, until: Moment): Promise<void>
  kept<T>(key: string): Promise<T | undefined>
  /** pieces of files, of a megabyte or less; not changed by whoever gave or got them */
  keepBytes(key: string, bytes: Uint8Array, until: Moment): Promise<void>
  keptBytes(key: string): Promise<Uint8Array | undefined>
  drop(key: string): Promise<void>
}
