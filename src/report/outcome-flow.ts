import type { Facts, Surveyed } from '../casefile/facts.ts'
import type { Wave } from '../surveys/waves.ts'
import { comparedOf, type Described, describedOf, outcomeScales } from './outcome.ts'

/** How many youths went how far; from the second step on each is part of those who answered at intake. */
export interface Flow {
  accepted: number
  intake: number
  closed: number
  exit: number
  /** of whom at least one scale can be compared */
  pairs: number
  /** why there is no exit survey of those who answered at intake */
  missing: Record<MissingExit, number>
}

/** `not-closed`: still in counselling; `not-asked`: closed without its having been handed out. */
export const missingExits = ['not-closed', 'refused', 'no-answer', 'not-asked'] as const
export type MissingExit = (typeof missingExits)[number]

const surveyedAt = ({ surveys }: Facts, wave: Wave): Surveyed | undefined => surveys.find((one) => one.wave === wave)
const hasAnswered = (facts: Facts, wave: Wave): boolean => surveyedAt(facts, wave)?.became === 'answered'

export function flowOf(facts: readonly Facts[]): Flow {
  const intake = facts.filter((one) => hasAnswered(one, 'intake'))
  const missing: Flow['missing'] = { 'not-closed': 0, refused: 0, 'no-answer': 0, 'not-asked': 0 }
  for (const one of intake) {
    const why = missingExitOf(one)
    if (why) missing[why]++
  }
  const scales = outcomeScales().map(([scale]) => scale)
  const isCompared = (one: Facts): boolean =>
    scales.some((scale) => comparedOf(one, scale, 'intake', 'exit').is === 'pair')
  return {
    accepted: facts.filter(({ accepted }) => accepted).length,
    intake: intake.length,
    closed: intake.filter(({ closedOn }) => closedOn !== undefined).length,
    exit: intake.filter((one) => hasAnswered(one, 'exit')).length,
    pairs: intake.filter(isCompared).length,
    missing,
  }
}

function missingExitOf(facts: Facts): MissingExit | undefined {
  const became = surveyedAt(facts, 'exit')?.became
  if (became === 'answered') return undefined
  if (became === 'refused') return 'refused'
  if (facts.closedOn === undefined) return 'not-closed'
  return became ?? 'not-asked'
}

/** Scores on a scale that is asked once and compared with nothing. */
export function describedAt(facts: readonly Facts[], scale: string, wave: Wave): { n: number; described?: Described } {
  const scores = facts.flatMap((one) => surveyedAt(one, wave)?.scores?.[scale] ?? [])
  return { n: scores.length, described: describedOf(scores) }
}
