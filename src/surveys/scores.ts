import type { Answers } from './answers.ts'
import { type Question, questionsOf, type Survey } from './definition.ts'

/** A description of what somebody answered, on the scale's own range. Not a judgement, and no measure of any risk. */
export interface Score {
  scale: string
  /** the person's mean, or for knowledge the share that is right; absent when too little was answered */
  value?: number
  answered: number
  of: number
}

/** A scale counts when at least this share of its items was answered (person-mean). */
const enough = 0.8

/** The scores of all scales of a survey, in its order. What was declined is missing, not zero. */
export function scoresOf(survey: Survey, answers: Answers): Score[] {
  const scaled = questionsOf(survey).filter(({ scale }) => scale !== undefined)
  return [...new Set(scaled.map(({ scale }) => scale as string))].map((scale) => {
    const asked = scaled.filter((question) => question.scale === scale)
    const points = asked.flatMap((question) => pointsIn(question, answers[question.name]))
    return scoreOf(scale, points)
  })
}

/** The mean of what was answered, if that is enough. Points in the order of the items; undefined: no answer. */
function scoreOf(scale: string, points: (number | undefined)[]): Score {
  const found = points.filter((one) => one !== undefined)
  const score = { scale, answered: found.length, of: points.length }
  // compared in whole items, since 0.8 × 5 is not 4 to every computer
  if (found.length === 0 || found.length < Math.ceil(enough * points.length - 1e-9)) return score
  return { ...score, value: found.reduce((sum, one) => sum + one, 0) / found.length }
}

/** What each row of a matrix counts, turned round where it is worded the other way. */
function pointsIn({ rows = [], columns = [], reversed = [], key }: Question, given: unknown): (number | undefined)[] {
  const row = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>
  const numbers = columns.map(({ value }) => value).filter((value) => typeof value === 'number')
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return rows.map(({ value }) => {
    const [item, answer] = [String(value), row[value]]
    if (key) return answer === undefined || answer === 'declined' ? undefined : Number(answer === key[item])
    if (typeof answer !== 'number') return undefined
    return reversed.includes(item) ? least + most - answer : answer
  })
}
