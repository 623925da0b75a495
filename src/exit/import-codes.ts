import { codesOf, type ListName, lists } from '../codebook/codebook.ts'
import type { Day } from '../time/days.ts'

/** Codes by whatever they may be written as. */
export type Offered = ReadonlyMap<string, string>

/** Upper and lower case, kinds of space and ways of composing a letter make no difference. */
export const foldedWord = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

export const offeredBy = (codes: { code: string; words: string[] }[]): Offered =>
  new Map(
    codes.flatMap(({ code, words }) => [code, ...words].map((word): [string, string] => [foldedWord(word), code])),
  )

const offers = new Map<ListName, Offered>()

/** The codes of a list, by code and by Korean and English words. */
export function offeredIn(list: ListName): Offered {
  const found = offers.get(list) ?? offeredBy(lists[list].codes.map(({ code, ko, en }) => ({ code, words: [ko, en] })))
  offers.set(list, found)
  return found
}

/** Whether a code of a list was in use on a day. */
export const inUseOn = (list: ListName, code: string, on: Day): boolean => codesOf(list, on).includes(code)
