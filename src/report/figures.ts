// Over 150 lines because every figure of the report is defined here, and nowhere else.
import type { Facts } from '../casefile/facts.ts'
import { stages } from '../casefile/row.ts'
import { codesOf, type ListName } from '../codebook/codebook.ts'
import type { Wave } from '../surveys/waves.ts'
import { type Day, plusDays, plusMonths } from '../time/days.ts'
import {
  becameCodes,
  becameOf,
  completionCodes,
  completionOf,
  consentCodes,
  grades,
  heldKinds,
  planCodeOf,
  planCodes,
  waitingCodeOf,
  waitingCodes,
} from './figure-codes.ts'
import { firstDayOf, halfOf, halvesBetween, lastDayOf, monthsBetween, yearsBetween } from './halves.ts'

export type Unit = 'youths' | 'answers' | 'sessions' | 'hours'

/** What a figure counts, as data. Its title and the sentence of what it counts stand in the words, by its id. */
export interface Definition {
  id: FigureId
  unit: Unit
  /** one youth may stand in several rows, so that the base is more than the youths */
  several: boolean
  /** one youth may count more than once in one row */
  weighted: boolean
  /** every youth has exactly one code, by the form that asked for it: nobody is ever missing */
  always: boolean
  /** where the words of its codes are found: a list of the codebook, or the report's own words */
  list: ListName | OwnList
  /** its codes in the order in which they are shown, with those that nobody has */
  codes: string[]
  /** instead of `codes` for figures of time: every code of a period */
  codesIn?: (from: Day, to: Day) => string[]
  /** the days that a code of time stands for */
  daysOf?: (code: string) => [first: Day, last: Day]
  /** how often each code stands with one youth, of hours in minutes; none at all: that youth is missing in this figure */
  counts: (facts: Facts) => Answer
}

/** What a figure says of one youth: each code with how often it counts. Nobody may change it: many youths share one. */
export type Answer = readonly (readonly [code: string, count: number])[]

const none: Answer = []
const once = new Map<string, Answer>()
/** A code that counts once; made once, since thousands of youths have it. */
function onceOf(code: string): Answer {
  const known = once.get(code)
  if (known) return known
  const made: Answer = [[code, 1]]
  // codes are few; whatever a broken record holds is not kept for ever
  if (once.size < 1000) once.set(code, made)
  return made
}

/** Lists whose words are the report's own. */
type OwnList =
  | 'stage'
  | 'grade'
  | 'waiting'
  | 'completion'
  | 'plan'
  | 'consent'
  | 'heldKind'
  | 'became'
  | 'month'
  | 'half'
  | 'year'

export const figureIds = [
  'school-level',
  'age-band',
  'gender',
  'grade',
  'referral-source',
  'referral-basis',
  'measure',
  'motive',
  'motive-all',
  'motive-self-main',
  'motive-self',
  'perpetration-type',
  'channel',
  'relation',
  'concern',
  'consent',
  'waiting',
  'sessions-held',
  'planned-held',
  'attendance',
  'hours',
  'stage',
  'completion',
  'closure-reason',
  'survey-intake',
  'survey-exit',
  'survey-follow-up-1',
  'survey-follow-up-3',
  'survey-follow-up-6',
  'referred-month',
  'referred-half',
  'referred-year',
] as const
export type FigureId = (typeof figureIds)[number]

type Counted = Omit<Definition, 'id'>

/** One code a youth; base: youths who have one. */
const oneEach = (list: Counted['list'], codes: string[], code: (facts: Facts) => string | undefined): Counted => ({
  ...{ unit: 'youths', several: false, weighted: false, always: false, list, codes },
  counts: (facts) => {
    const found = code(facts)
    return found ? onceOf(found) : none
  },
})

const oneOf = (list: ListName, code: (facts: Facts) => string | undefined) => oneEach(list, codesOf(list), code)
const always = (counted: Counted): Counted => ({ ...counted, always: true })

/** Any number of codes a youth; base: all answers. */
const severalOf = (list: ListName, codes: (facts: Facts) => string[]): Counted => ({
  ...{ unit: 'answers', several: true, weighted: false, always: false, list, codes: codesOf(list) },
  counts: (facts) => {
    const found = codes(facts)
    if (found.length < 2) return found[0] === undefined ? none : onceOf(found[0])
    return [...new Set(found)].map((code): [string, number] => [code, 1])
  },
})

/** Any number of times each; base: all of them. */
const manyOf = (
  unit: Unit,
  list: Counted['list'],
  codes: string[],
  counts: (facts: Facts) => Record<string, number>,
): Counted => ({
  ...{ unit, several: true, weighted: true, always: false, list, codes },
  counts: (facts) => Object.entries(counts(facts)).filter(([, count]) => count > 0),
})

/** What became of a survey; base: youths of whom it was due. */
const surveyAt = (wave: Wave) => oneEach('became', becameCodes, (facts) => becameOf(facts, wave))

const referredBy = (
  list: 'month' | 'half' | 'year',
  codeOf: (on: Day) => string,
  codesIn: Definition['codesIn'],
  daysOf: NonNullable<Definition['daysOf']>,
): Counted => {
  // codes of a time are few, and asked for again and again
  const known = new Map<string, ReturnType<typeof daysOf>>()
  const knownDays: typeof daysOf = (code) => {
    const days = known.get(code) ?? daysOf(code)
    if (known.size < 1000) known.set(code, days)
    return days
  }
  return { ...always(oneEach(list, [], ({ referredOn }) => codeOf(referredOn))), codesIn, daysOf: knownDays }
}

function consentsOf({ consents }: Facts): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind, answer } of consents) counts[`${kind}:${answer}`] = (counts[`${kind}:${answer}`] ?? 0) + 1
  return counts
}

const counted: Record<FigureId, Counted> = {
  'school-level': always(oneOf('schoolLevel', ({ schoolLevel }) => schoolLevel)),
  grade: oneEach('grade', grades, ({ schoolLevel, grade }) =>
    grade === undefined ? undefined : `${schoolLevel}-${grade}`,
  ),
  'age-band': always(oneOf('ageBand', ({ ageBand }) => ageBand)),
  gender: always(oneOf('gender', ({ gender }) => gender)),
  'referral-source': always(oneOf('referralSource', ({ source }) => source)),
  'referral-basis': always(oneOf('referralBasis', ({ basis }) => basis)),
  measure: severalOf('schoolMeasure', ({ measures }) => measures),
  motive: oneOf('motive', ({ motive }) => motive),
  'motive-all': severalOf('motive', ({ motives }) => motives),
  'motive-self-main': oneOf('motive', ({ motiveSelf }) => motiveSelf),
  'motive-self': severalOf('motive', ({ motivesSelf }) => motivesSelf),
  'perpetration-type': severalOf('perpetrationType', ({ types }) => types),
  channel: severalOf('channel', ({ channels }) => channels),
  relation: oneOf('relationToVictim', ({ relation }) => relation),
  concern: severalOf('concern', ({ concerns }) => concerns),
  consent: manyOf('answers', 'consent', consentCodes, consentsOf),
  waiting: oneEach('waiting', waitingCodes, waitingCodeOf),
  'sessions-held': manyOf('sessions', 'heldKind', heldKinds, ({ held }) => held),
  'planned-held': oneEach('plan', planCodes, planCodeOf),
  attendance: manyOf('sessions', 'attendance', codesOf('attendance'), ({ attendance }) => attendance),
  hours: manyOf('hours', 'completion', completionCodes, ({ closureReason, minutes }) => ({
    [completionOf(closureReason)]: minutes,
  })),
  stage: always(oneEach('stage', stages.slice(stages.indexOf('consent')), ({ stage }) => stage)),
  completion: always(oneEach('completion', completionCodes, ({ closureReason }) => completionOf(closureReason))),
  'closure-reason': oneOf('closureReason', ({ closureReason }) => closureReason),
  'survey-intake': surveyAt('intake'),
  'survey-exit': surveyAt('exit'),
  'survey-follow-up-1': surveyAt('follow-up-1'),
  'survey-follow-up-3': surveyAt('follow-up-3'),
  'survey-follow-up-6': surveyAt('follow-up-6'),
  'referred-month': referredBy(
    'month',
    (on) => on.slice(0, 7),
    monthsBetween,
    (month) => [`${month}-01`, plusDays(plusMonths(`${month}-01`, 1), -1)],
  ),
  'referred-half': referredBy(
    'half',
    halfOf,
    (from, to) => halvesBetween(halfOf(from), halfOf(to)),
    (half) => [firstDayOf(half), lastDayOf(half)],
  ),
  'referred-year': referredBy(
    'year',
    (on) => on.slice(0, 4),
    yearsBetween,
    (year) => [`${year}-01-01`, `${year}-12-31`],
  ),
}

/** Every figure of the report, in its order. */
export const definitions: readonly Definition[] = figureIds.map((id) => ({ id, ...counted[id] }))

const byId = new Map(definitions.map((definition) => [definition.id, definition]))

/** The definition of a figure. Throws for what is none. */
export function definitionOf(id: FigureId): Definition {
  const found = byId.get(id)
  if (!found) throw new Error(`there is no figure ${id}`)
  return found
}

export const isFigureId = (text: string): text is FigureId => byId.has(text as FigureId)
