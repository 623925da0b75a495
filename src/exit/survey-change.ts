import type { CaseFile, IssuedSurvey } from '../casefile/casefile.ts'
import { questionsOf, surveyOf } from '../surveys/definition.ts'
import { type Scale, scales } from '../surveys/scales.ts'
import { type Score, scoresOf } from '../surveys/scores.ts'

/** One scale, as it was answered at the beginning and at the end. */
export interface ScaleChange {
  scale: string
  /** absent for one that was asked once and is known no more */
  about?: Scale
  before?: Score
  after?: Score
  /** after less before; absent unless both have a score and both asked the same items */
  difference?: number
}

type Answered = IssuedSurvey & { response: NonNullable<IssuedSurvey['response']> }

/** The survey of a wave that was answered, if one was. */
const answeredOf = ({ surveys }: CaseFile, wave: string): Answered | undefined =>
  surveys.find((one): one is Answered => one.wave === wave && one.response !== undefined)

/** Intake beside exit, scale by scale, in the order of the intake survey. */
export function changeOf(caseFile: CaseFile): ScaleChange[] {
  const before = scoredOf(answeredOf(caseFile, 'intake'))
  const after = scoredOf(answeredOf(caseFile, 'exit'))
  return [...new Set([...before.keys(), ...after.keys()])].map((scale) => {
    const [first, last] = [before.get(scale), after.get(scale)]
    const pair = first?.score.value !== undefined && last?.score.value !== undefined && first.items === last.items
    return {
      scale,
      about: scales[scale],
      before: first?.score,
      after: last?.score,
      ...(pair && { difference: last.score.value! - first.score.value! }),
    }
  })
}

function scoredOf(answered?: Answered): Map<string, { score: Score; items: string }> {
  const survey = answered && surveyOf(answered.survey, answered.version)
  if (!survey) return new Map()
  const asked = new Map(
    questionsOf(survey).map(({ scale, rows, reversed }) => [scale, JSON.stringify([rows, reversed])]),
  )
  const scores = scoresOf(survey, answered.response.answers)
  return new Map(scores.map((score) => [score.scale, { score, items: asked.get(score.scale) ?? '' }]))
}
