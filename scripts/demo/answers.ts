import type { Answers } from '../../src/surveys/answers.ts'
import { type Question, questionsOf, type Survey } from '../../src/surveys/definition.ts'
import { scales } from '../../src/surveys/scales.ts'
import type { Chance } from './chance.ts'

/** Who answers: `leaning` from 0 to 1 is how far their answers lie toward the hoped-for end of a scale. */
interface Answerer {
  leaning: number
  motives: string[]
  mainMotive: string
}

/** Whole answers to a survey, as somebody who was asked to come might give them: some declined, none contradictory. */
export function answersTo(survey: Survey, who: Answerer, chance: Chance): Answers {
  const given = questionsOf(survey).map((question) => [question.name, answerTo(question, who, chance)] as const)
  return Object.fromEntries(given.filter(([, answer]) => answer !== undefined))
}

function answerTo(question: Question, { leaning, motives, mainMotive }: Answerer, chance: Chance): unknown {
  const offered = (question.choices ?? []).map(({ value }) => String(value))
  switch (question.type) {
    case 'matrix': {
      const rows = (question.rows ?? []).map(({ value }) => String(value))
      return Object.fromEntries(rows.map((row) => [row, answerToRow(question, row, leaning, chance)]))
    }
    case 'checkbox':
      return question.name === 'motives' ? motives : chance.shuffled(offered.slice(0, -2)).slice(0, chance.whole(1, 3))
    case 'radiogroup':
      return question.choicesFromQuestion ? mainMotive : offered[0]
    default:
      return undefined
  }
}

function answerToRow({ scale = '', reversed = [] }: Question, row: string, leaning: number, chance: Chance): unknown {
  if (chance.happens(0.02)) return 'declined'
  const about = scales[scale]
  if (about?.key) {
    if (chance.happens(0.25 + 0.65 * leaning)) return about.key[row]
    return chance.happens(0.6) ? 'dont-know' : about.key[row] === 'right' ? 'wrong' : 'right'
  }
  const hopedFor = (about?.better === 'higher') !== reversed.includes(row)
  const level = 1 + 4 * (hopedFor ? leaning : 1 - leaning)
  return Math.min(5, Math.max(1, Math.round(level + (chance.next() - 0.5) * 2)))
}
