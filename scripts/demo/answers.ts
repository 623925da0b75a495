import type { Answers } from '../../src/surveys/answers.ts'
import { type Question, questionsOf, type Survey } from '../../src/surveys/definition.ts'
import { scales } from '../../src/surveys/scales.ts'
import type { Chance } from './chance.ts'

/** Who answers: `leaning` from 0 to 1 is how far their answers lie toward the hoped-for end of a scale. */
interface Answerer {
  leaning: number
  motives: string[]
  mainMotive: string
  /** what they did, and where it went */
  acts: string[]
  ways: string[]
}

/** Whole answers to a survey, as somebody who was asked to come might give them: some declined, none contradictory. */
export function answersTo(survey: Survey, who: Answerer, chance: Chance): Answers {
  const given = questionsOf(survey).map((question) => [question.name, answerTo(question, who, chance)] as const)
  return Object.fromEntries(given.filter(([, answer]) => answer !== undefined))
}

function answerTo(question: Question, who: Answerer, chance: Chance): unknown {
  const offered = (question.choices ?? []).map(({ value }) => String(value))
  switch (question.type) {
    case 'matrix': {
      const rows = (question.rows ?? []).map(({ value }) => String(value))
      return Object.fromEntries(rows.map((row) => [row, answerToRow(question, row, who.leaning, chance)]))
    }
    case 'checkbox':
      return toldIn(question.name, offered, who) ?? chance.shuffled(offered.slice(0, -2)).slice(0, chance.whole(1, 3))
    case 'radiogroup':
      // nobody in the demonstration is in danger; whoever is, is put there by hand
      return question.choicesFromQuestion ? who.mainMotive : offered[0]
    default:
      return undefined
  }
}

/** What they tell of themselves, as far as it is asked; `unknown` where none of it is. */
function toldIn(name: string, offered: string[], { motives, acts, ways }: Answerer): string[] | undefined {
  const told = { motives, acts, ways }[name]?.filter((code) => offered.includes(code))
  return told?.length === 0 ? ['unknown'] : told
}

function answerToRow(
  { scale = '', reversed = [], key }: Question,
  row: string,
  leaning: number,
  chance: Chance,
): unknown {
  if (chance.happens(0.02)) return 'declined'
  const about = scales[scale]
  if (key) {
    if (chance.happens(0.25 + 0.65 * leaning)) return key[row]
    return chance.happens(0.6) ? 'dont-know' : key[row] === 'right' ? 'wrong' : 'right'
  }
  const hopedFor = (about?.better === 'higher') !== reversed.includes(row)
  const level = 1 + 4 * (hopedFor ? leaning : 1 - leaning)
  return Math.min(5, Math.max(1, Math.round(level + (chance.next() - 0.5) * 2)))
}
