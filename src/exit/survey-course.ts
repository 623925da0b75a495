import type { CaseFile, IssuedSurvey } from '../casefile/casefile.ts'
import { isOut, type SurveyState, surveyStateOf } from '../intake/issue-survey.ts'
import { scaleAsAsked } from '../surveys/alike.ts'
import { type Counts, countsOf } from '../surveys/counts.ts'
import { questionsOf, type Survey } from '../surveys/definition.ts'
import { type Scale, scales } from '../surveys/scales.ts'
import { type Score, scoresOf } from '../surveys/scores.ts'
import { type Shelf, surveyOf } from '../surveys/shelf.ts'
import { surveyIn, type Wave, waves } from '../surveys/waves.ts'
import type { Moment } from '../time/days.ts'

/** A survey that was answered. */
export type Answered = IssuedSurvey & { response: NonNullable<IssuedSurvey['response']> }

/** What became of one point of the programme: what was asked there, and the answers, if any came. */
export interface Asking {
  wave: Wave
  state: SurveyState | 'not-asked'
  /** what was handed out: the one that was answered, else the last */
  issued?: IssuedSurvey
  answered?: Answered
  /** what was asked in it; absent where that version is not known any more */
  survey?: Survey
}

/** Why there is no score. `too-few`: fewer than four in five items were answered. */
export type Missing =
  | 'not-asked'
  | 'waiting'
  | 'refused'
  | 'no-answer'
  | 'not-in-version'
  | 'version-unknown'
  | 'declined'
  | 'too-few'

/** Why a score is not laid beside another one: nothing is concluded from the two. */
export interface Apart {
  from: Wave
  why: 'wording' | 'language'
}

/** One scale at one point of the programme. */
export interface Point {
  wave: Wave
  score?: Score
  counts?: Counts
  missing?: Missing
  /** whether a line may lead here from the point before: both have a score, and asked the same in the same words */
  joined: boolean
  /** less the score at intake; absent for a scale that is no outcome */
  difference?: number
  /** from which score it stands apart and why: that at intake, else the one before */
  apart?: Apart
}

/** One scale over the whole programme, with a point for each time at which it is asked. */
export interface ScaleCourse {
  scale: string
  about: Scale
  points: Point[]
}

/** Every point of the programme in order, answered or not. */
export const askingsOf = ({ surveys }: CaseFile, shelf: Shelf, now: Moment): Asking[] =>
  waves.map((wave) => {
    const handedOut = surveys.filter((one) => one.wave === wave)
    const answered = handedOut.find((one): one is Answered => one.response !== undefined)
    const issued = answered ?? handedOut.at(-1)
    const survey = answered && surveyOf(shelf, answered.survey, answered.version)
    return { wave, state: issued ? surveyStateOf(issued, now) : 'not-asked', issued, answered, survey }
  })

/**
 * All scales that are asked anywhere, in the order of the surveys, each with its scores. Nothing is filled in, and two
 * scores are compared only where the same was asked in the same words and the same language.
 */
export function courseOf(askings: Asking[], shelf: Shelf): ScaleCourse[] {
  const asked = askings.map((asking) => ({
    ...asking,
    scales: shelf.filter(({ survey }) => survey === surveyIn(asking.wave)).flatMap(scalesIn),
  }))
  return [...new Set(asked.flatMap((one) => one.scales))].flatMap((scale) => {
    const about = Object.hasOwn(scales, scale) ? scales[scale] : undefined
    // not where no version ever asked it
    const times = asked.filter((one) => one.scales.includes(scale))
    return about ? [{ scale, about, points: pointsOf(times, scale, about) }] : []
  })
}

const scalesIn = (survey: Survey): string[] => questionsOf(survey).flatMap(({ scale }) => scale ?? [])

/** A score as it can be compared. */
interface Scored {
  wave: Wave
  value: number
  lang: string
  words?: string
}

function pointsOf(askings: Asking[], scale: string, about: Scale): Point[] {
  const found = askings.map((asking, at) => ({ ...pointOf(asking, scale), at }))
  const scoredAt = (at: number): Scored | undefined => {
    const { answered, survey } = askings[at] ?? {}
    const value = found[at]?.score?.value
    return answered && survey && value !== undefined
      ? { wave: answered.wave as Wave, value, lang: answered.response.lang, words: scaleAsAsked(survey, scale) }
      : undefined
  }
  const atIntake = askings[0]?.wave === 'intake' ? scoredAt(0) : undefined
  return found.map(({ at, ...point }) => {
    const [before, here] = [scoredAt(at - 1), scoredAt(at)]
    if (!here || at === 0) return { ...point, joined: false }
    const apart = against(atIntake, here) ?? against(before, here)
    const isCompared = about.outcome && atIntake && !against(atIntake, here)
    return {
      ...point,
      joined: before !== undefined && !against(before, here),
      ...(isCompared && { difference: here.value - atIntake.value }),
      ...(apart && { apart }),
    }
  })
}

function against(one: Scored | undefined, other: Scored): Apart | undefined {
  if (!one || (one.words === other.words && one.lang === other.lang)) return undefined
  return { from: one.wave, why: one.words === other.words ? 'language' : 'wording' }
}

function pointOf({ wave, state, answered, survey }: Asking, scale: string): Omit<Point, 'joined'> {
  if (!answered) return { wave, missing: whyNot(state) }
  const { answers } = answered.response
  const score = survey && scoresOf(survey, answers).find((one) => one.scale === scale)
  if (!survey) return { wave, missing: 'version-unknown' }
  if (!score) return { wave, missing: 'not-in-version' }
  const counts = countsOf(survey, answers, scale)
  if (score.value !== undefined) return { wave, score, counts }
  return { wave, score, counts, missing: counts.declined === score.of ? 'declined' : 'too-few' }
}

function whyNot(state: Asking['state']): Missing {
  if (state === 'not-asked' || state === 'refused') return state
  return state !== 'answered' && isOut(state) ? 'waiting' : 'no-answer'
}
