import type { Coding, Facts } from '../casefile/facts.ts'
import { codesOf, type ListName } from '../codebook/codebook.ts'
import { type Kappa, kappaOf } from './statistics/kappa.ts'
import { eachOf, type Read, type Youths } from './youths.ts'

/** Below so many pairs nothing is concluded: the interval would be wider than what it says. */
export const leastPairs = 20
/** A code that either coder gave to fewer youths has no kappa: one youth more or less would turn it round. */
export const leastGiven = 5

/** How far the two codings of one thing agree. */
export interface Agreement extends Kappa {
  /** the list and the code, where it is about a single one */
  list: ListName
  code?: string
  /** youths to whom the first and the second coder gave the code */
  first?: number
  second?: number
}

/** Agreement of the first coder with the second, over the youths whom both coded. */
export interface CodingAgreement {
  pairs: number
  /** of what has one answer: the main motive, the relation */
  single: Agreement[]
  /** of what may have several: whether a code is there or not, for each code that either coder gave */
  several: { list: ListName; codes: Agreement[] }[]
}

const lists = {
  motive: 'motives',
  perpetrationType: 'types',
  channel: 'channels',
} as const satisfies Partial<Record<ListName, keyof Facts>>

/** What both coders gave to a youth whom both have coded. */
export const codedTwice: Read<{ first: Coding; second: Coding } | undefined> = ({ second, ...facts }) => {
  const { motive, motives, types, channels, relation } = facts
  return second && motive ? { first: { motive, motives, types, channels, relation }, second } : undefined
}

/**
 * Cohen's kappa, raw agreement and interval of youths who were coded twice; see statistics/kappa.ts.
 * A main motive or relation that one of the two left open is no pair.
 */
export function codingAgreement(youths: Youths): CodingAgreement {
  const twice = eachOf(youths.counted(codedTwice)).flatMap((codings) => codings ?? [])
  const pairsOf = (field: 'motive' | 'relation') =>
    twice.flatMap(({ first, second }): [string, string][] => {
      const [one, other] = [first[field], second[field]]
      return one !== undefined && other !== undefined ? [[one, other]] : []
    })
  const presence = (field: (typeof lists)[keyof typeof lists], code: string) =>
    twice.map(({ first, second }): [string, string] => [
      first[field].includes(code) ? '1' : '0',
      second[field].includes(code) ? '1' : '0',
    ])
  return {
    pairs: twice.length,
    single: [
      { list: 'motive', ...kappaOf(pairsOf('motive')) },
      { list: 'relationToVictim', ...kappaOf(pairsOf('relation')) },
    ],
    several: (Object.keys(lists) as (keyof typeof lists)[]).map((list) => ({
      list,
      codes: codesOf(list).flatMap((code): Agreement[] => {
        const pairs = presence(lists[list], code)
        const given = (at: 0 | 1) => pairs.filter((pair) => pair[at] === '1').length
        const [first, second] = [given(0), given(1)]
        if (first === 0 && second === 0) return []
        const { agreed, n, ...kappa } = kappaOf(pairs)
        const isEnough = Math.min(first, second) >= leastGiven
        return [{ list, code, first, second, agreed, n, ...(isEnough && kappa) }]
      }),
    })),
  }
}
