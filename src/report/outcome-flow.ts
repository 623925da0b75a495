import type { Facts, Surveyed } from '../casefile/facts.ts'
import type { Wave } from '../surveys/waves.ts'
import { comparedOf, type Described, describedOf, outcomeScales } from './outcome.ts'
import { eachOf, type Read, type Youths } from './youths.ts'

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

/** How far one youth went. */
interface Way {
  accepted: boolean
  intake: boolean
  closed: boolean
  exit: boolean
  compared: boolean
  missing: MissingExit | undefined
}

export const wayOf: Read<Way> = (facts) => ({
  accepted: facts.accepted,
  intake: hasAnswered(facts, 'intake'),
  closed: facts.closedOn !== undefined,
  exit: hasAnswered(facts, 'exit'),
  compared: outcomeScales().some(([scale]) => comparedOf(facts, scale, 'intake', 'exit').is === 'pair'),
  missing: missingExitOf(facts),
})

export function flowOf(youths: Youths): Flow {
  const ways = youths.counted(wayOf)
  const count = (isMeant: (way: Way) => boolean): number =>
    ways.reduce((sum, [way, those]) => (isMeant(way) ? sum + those : sum), 0)
  const why = missingExits.map((why) => [why, count((way) => way.intake && way.missing === why)])
  return {
    accepted: count(({ accepted }) => accepted),
    intake: count(({ intake }) => intake),
    closed: count(({ intake, closed }) => intake && closed),
    exit: count(({ intake, exit }) => intake && exit),
    pairs: count(({ intake, compared }) => intake && compared),
    missing: Object.fromEntries(why),
  }
}

function missingExitOf(facts: Facts): MissingExit | undefined {
  const became = surveyedAt(facts, 'exit')?.became
  if (became === 'answered') return undefined
  if (became === 'refused') return 'refused'
  if (facts.closedOn === undefined) return 'not-closed'
  return became ?? 'not-asked'
}

const scores = new Map<string, Read<number | undefined>>()
/** What a youth scored on a scale at a wave, as something that is read of each. */
export function scoreAt(scale: string, wave: Wave): Read<number | undefined> {
  const known = scores.get(`${scale} ${wave}`)
  const read: Read<number | undefined> = known ?? ((facts) => surveyedAt(facts, wave)?.scores?.[scale])
  if (!known) scores.set(`${scale} ${wave}`, read)
  return read
}

/** What those who have a score on a scale at a wave scored, the least first. */
export const scoresAt = (youths: Youths, scale: string, wave: Wave): number[] =>
  eachOf(youths.counted(scoreAt(scale, wave)))
    .flatMap((score) => score ?? [])
    .sort((a, b) => a - b)

/** Scores on a scale that is asked once and compared with nothing. */
export function describedAt(youths: Youths, scale: string, wave: Wave): { n: number; described?: Described } {
  const found = scoresAt(youths, scale, wave)
  return { n: found.length, described: describedOf(found) }
}
