import type { AnsweredItems, DataRow } from '../casefile/data.ts'
import type { Facts, Surveyed } from '../casefile/facts.ts'
import type { Wave } from '../surveys/waves.ts'
import type { Day } from '../time/days.ts'

/*
 * What a variable of the data set is. A data set holds codes, counts and scores under a random name: no day, no age, no
 * school, no grade, no number of a case, nothing in free words, and no answer to a safety question.
 */

/** Parts that somebody chooses; what is known of each survey comes with its scores and its items. */
export const dataParts = ['facts', 'scores', 'items', 'second-coding'] as const
export type DataPart = (typeof dataParts)[number]

export interface Label {
  ko: string
  en: string
}

/** Why there is no value, as a number that no count and no code can be. */
export const missingCodes = [
  { code: '.R', value: -99, ko: '응답하지 않음', en: 'Declined to answer' },
  { code: '.D', value: -98, ko: '모름', en: 'Don’t know' },
  { code: '.N', value: -97, ko: '해당 없음', en: 'Not applicable' },
  { code: '.M', value: -96, ko: '수집하지 않았거나 남아 있지 않음', en: 'Not collected, or no longer kept' },
  { code: '.U', value: -95, ko: '코드 목록에 없는 값', en: 'A value that no code list knows' },
] as const
export const missing = { declined: -99, unsure: -98, notApplicable: -97, notCollected: -96, unknown: -95 } as const

/** Text: the random name and the quarters. Anything else is a number. */
export type Value = string | number

export interface ValueLabel extends Label {
  value: number
}

export interface Variable extends Label {
  /** as SPSS and R take it: small letters, digits and _, a letter first, 32 at most, each once */
  name: string
  /** in which chosen part it comes; in each of several */
  parts: readonly DataPart[]
  kind: 'text' | 'code' | 'flag' | 'count' | 'score'
  /** the words of each value */
  codes?: readonly ValueLabel[]
  /** “don't know” is an answer here, not a gap */
  unsureCounts?: true
  /** what was asked, in which versions of which survey */
  asked?: Label & { versions: readonly string[]; question: string }
  of: (told: Told) => Value
}

/** One youth, as the variables are read from: `at` is by wave. */
export interface Told {
  id: string
  facts: Facts
  at: ReadonlyMap<Wave, { surveyed?: Surveyed; answered?: AnsweredItems }>
}

/**
 * Whether the youth, or a guardian, no longer agrees that surveys are answered (PIPA art. 37): then what was answered
 * stands in no data set. Of cases that came with an import nobody says.
 */
const isTakenBack = ({ consents }: Facts): boolean =>
  consents.some(({ kind, answer }) => kind === 'survey' && answer !== 'given')

/** A row of `store.data()` under the random name that it bears in this one export. */
export function toldOf({ facts: all, answers: given = [] }: DataRow, id: string): Told {
  const without = isTakenBack(all)
  const surveys = without ? all.surveys.map(({ wave }): Surveyed => ({ wave, became: 'refused' })) : all.surveys
  const [facts, answers] = [{ ...all, surveys }, without ? [] : given]
  const waves = [...surveys, ...answers].map(({ wave }) => wave)
  const at = new Map(
    waves.map((wave) => [
      wave,
      {
        surveyed: surveys.find((one) => one.wave === wave),
        answered: answers.find((one) => one.wave === wave),
      },
    ]),
  )
  return { id, facts, at }
}

/** `2026-Q4` */
export const quarterOf = (on: Day): string => `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`

/** A name that SPSS and R take, and that none of `taken` is: cut to 32 letters, with a number at its end if need be. */
export function nameOf(wanted: string, taken: Set<string>): string {
  const plain = wanted.toLowerCase().replace(/[^a-z0-9]+/g, '_')
  for (let nth = 1; ; nth++) {
    const end = nth === 1 ? '' : `_${nth}`
    const name = `${plain.slice(0, 32 - end.length)}`.replace(/_+$/, '') + end
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
