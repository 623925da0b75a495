import type { Answers } from './answers.ts'
import { type Question, questionsOf, type Survey } from './definition.ts'
import { scales } from './scales.ts'

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
  return questionsOf(survey)
    .filter(({ scale }) => scale !== undefined)
    .map((question) => scoreOf(question, answers[question.name]))
}

function scoreOf(question: Question, given: unknown): Score {
  const { scale = '', rows = [] } = question
  const points = pointsOf(question)
  const row = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>
  const found = rows.map(({ value }) => points(String(value), row[value])).filter((one) => one !== undefined)
  const score = { scale, answered: found.length, of: rows.length }
  // compared in whole items, since 0.8 × 5 is not 4 to every computer
  if (found.length === 0 || found.length < Math.ceil(enough * rows.length - 1e-9)) return score
  return { ...score, value: found.reduce((sum, one) => sum + one, 0) / found.length }
}

/** What an answer to an item counts, turned round where the item is worded the other way; undefined: no answer. */
function pointsOf({ scale = '', columns = [], reversed = [] }: Question) {
  const key = scales[scale]?.key
  const numbers = columns.map(({ value }) => value).filter((value) => typeof value === 'number')
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return (item: string, answer: unknown): number | undefined => {
    if (key) return answer === undefined || answer === 'declined' ? undefined : Number(answer === key[item])
    if (typeof answer !== 'number') return undefined
    return reversed.includes(item) ? least + most - answer : answer
  }
}
