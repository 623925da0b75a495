import type { Registers } from '../people/registers.ts'
import type { Kept } from './entries.ts'

/* Numbers that were given are not given again. */

/** `2026-0042` is 42 of 2026; `2026-11-22-03` is 3 of 2026-11-22. */
export const split = (id: string): [group: string, number: string] => {
  const end = id.lastIndexOf('-')
  return [id.slice(0, end), id.slice(end + 1)]
}

/** Case numbers that an entry says were given: of a case that was erased, or that came with an import and was taken back. */
export function numbersIn({ register, entry }: Pick<Kept, 'register' | 'entry'>): string[] {
  if (register === 'destructions') return [(entry as Registers['destructions']).caseNumber]
  return register === 'imports' ? (entry as Registers['imports']).cases : []
}

/** Why a case is not saved: its key goes with this change, so nobody could ever read it. */
export const destroyed = 'this case is destroyed in the same change: its number is not used again'
