import type { Facts } from '../casefile/facts.ts'
import { stages } from '../casefile/row.ts'
import { codesOf, type ListName } from '../codebook/codebook.ts'

export type Unit = 'youths' | 'answers' | 'sessions' | 'hours'

/** What a figure counts, as data. Its title and the sentence of what it counts stand in the words, by its id. */
export interface Definition {
  id: FigureId
  unit: Unit
  /** one youth may give several answers, so that the base is more than the youths */
  several: boolean
  /** where the words of its codes are found */
  list: ListName | 'stage' | 'grade'
  /** its codes in the order in which they are shown, with those that nobody has */
  codes: string[]
  /** how often each code stands with one youth; none at all: that youth is missing in this figure */
  counts: (facts: Facts) => [code: string, count: number][]
}

export const figureIds = [
  'school-level',
  'age-band',
  'gender',
  'grade',
  'referral-source',
  'referral-basis',
  'motive',
  'motive-all',
  'motive-self',
  'perpetration-type',
  'channel',
  'relation',
  'sessions-held',
  'stage',
  'closure-reason',
] as const
export type FigureId = (typeof figureIds)[number]

type Counted = Pick<Definition, 'unit' | 'several' | 'list' | 'codes' | 'counts'>

/** One code a youth; base: youths who have one. */
const oneEach = (list: Definition['list'], codes: string[], code: (facts: Facts) => string | undefined): Counted => ({
  ...{ unit: 'youths', several: false, list, codes },
  counts: (facts) => {
    const found = code(facts)
    return found ? [[found, 1]] : []
  },
})

const oneOf = (list: ListName, code: (facts: Facts) => string | undefined) => oneEach(list, codesOf(list), code)

/** Any number of codes a youth; base: all answers. */
const severalOf = (list: ListName, codes: (facts: Facts) => string[]): Counted => ({
  ...{ unit: 'answers', several: true, list, codes: codesOf(list) },
  counts: (facts) => codes(facts).map((code) => [code, 1]),
})

/** Years of the three school levels that have a fixed number of them. */
const grades = Object.entries({ elementary: 6, middle: 3, high: 3 }).flatMap(([level, years]) =>
  Array.from({ length: years }, (_, year) => `${level}-${year + 1}`),
)

const counted: Record<FigureId, Counted> = {
  'school-level': oneOf('schoolLevel', ({ schoolLevel }) => schoolLevel),
  grade: oneEach('grade', grades, ({ schoolLevel, grade }) =>
    grade === undefined ? undefined : `${schoolLevel}-${grade}`,
  ),
  'age-band': oneOf('ageBand', ({ ageBand }) => ageBand),
  gender: oneOf('gender', ({ gender }) => gender),
  'referral-source': oneOf('referralSource', ({ source }) => source),
  'referral-basis': oneOf('referralBasis', ({ basis }) => basis),
  motive: oneOf('motive', ({ motive }) => motive),
  'motive-all': severalOf('motive', ({ motives }) => motives),
  'motive-self': severalOf('motive', ({ motivesSelf }) => motivesSelf),
  'perpetration-type': severalOf('perpetrationType', ({ types }) => types),
  channel: severalOf('channel', ({ channels }) => channels),
  relation: oneOf('relationToVictim', ({ relation }) => relation),
  'sessions-held': {
    ...{ unit: 'sessions', several: true, list: 'sessionKind', codes: codesOf('sessionKind') },
    counts: ({ held }) => Object.entries(held),
  },
  stage: oneEach('stage', stages.slice(stages.indexOf('consent')), ({ stage }) => stage),
  'closure-reason': oneOf('closureReason', ({ closureReason }) => closureReason),
}

/** Every figure of the report, in its order. */
export const definitions: readonly Definition[] = figureIds.map((id) => ({ id, ...counted[id] }))
