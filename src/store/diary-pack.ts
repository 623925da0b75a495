import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Session } from '../casefile/session.ts'
import { frozen } from './copy.ts'

/*
 * Sessions that nobody asks for just now, packed: some dozens together take a tenth of what each takes as an object.
 */

/** So many go together: one of them is found in the time that a page does not notice. */
const together = 32

/** Sessions booked for one day, in the order in which they were. */
export interface Pack {
  /** the ends of their ids, `03`, one after the other, so that one is found without unpacking */
  ends: string[]
  packed: Buffer
}

export const endOf = (id: string): string => id.slice(11)

export function packed(sessions: readonly Session[]): Pack[] {
  const packs: Pack[] = []
  for (let at = 0; at < sessions.length; at += together) {
    const some = sessions.slice(at, at + together)
    const lines = some.map((one) => JSON.stringify(one)).join('\n')
    // copied, or each would hold the whole room that zlib worked in
    packs.push({ ends: some.map(({ id }) => endOf(id)), packed: Buffer.from(deflateRawSync(lines, { level: 1 })) })
  }
  return packs
}

const linesOf = ({ packed }: Pack): string[] => inflateRawSync(packed).toString().split('\n')

/** All of a day. */
export const unpacked = (packs: readonly Pack[]): Session[] =>
  packs.flatMap((pack) => linesOf(pack).map((line): Session => frozen(JSON.parse(line))))

/** One of a day, by the end of its id. */
export function unpackedOne(packs: readonly Pack[], end: string): Session | undefined {
  for (const pack of packs) {
    const at = pack.ends.indexOf(end)
    if (at >= 0) return frozen(JSON.parse(linesOf(pack)[at] ?? ''))
  }
  return undefined
}
