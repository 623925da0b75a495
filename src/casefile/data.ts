import type { Answers } from '../surveys/answers.ts'
import { questionsOf, type Survey } from '../surveys/definition.ts'
import { type Shelf, surveyOf } from '../surveys/shelf.ts'
import { type Wave, waves } from '../surveys/waves.ts'
import type { CaseFile } from './casefile.ts'
import { type Facts, factsOf } from './facts.ts'
import type { Row } from './row.ts'
import type { Session } from './session.ts'

/** What a data set may hold of one youth: the facts, and what was answered to each item, without a word in free text. */
export interface DataRow {
  facts: Facts
  /** absent of a case that was erased: its answers went with it */
  answers?: AnsweredItems[]
}

export interface AnsweredItems {
  wave: Wave
  survey: string
  version: number
  lang: 'ko' | 'en'
  paper: boolean
  seconds?: number
  /** by the name of the question, or of the matrix row: what was chosen; several of a checkbox */
  items: Record<string, string | number | boolean | string[]>
}

/** The data of a case file; nothing in it leads back to it. */
export function dataOf(caseFile: CaseFile, sessions: Session[], stage: Row['stage'], shelf: Shelf): DataRow {
  const answers = waves.flatMap((wave): AnsweredItems[] => {
    const issued = caseFile.surveys.find((one) => one.wave === wave && one.response)
    const survey = issued && surveyOf(shelf, issued.survey, issued.version)
    if (!issued?.response || !survey) return []
    const { lang, paper, seconds, answers: given } = issued.response
    return [
      {
        ...{ wave, survey: issued.survey, version: issued.version, lang, paper: paper !== undefined },
        ...(seconds !== undefined && { seconds }),
        items: itemsIn(survey, given),
      },
    ]
  })
  return { facts: factsOf(caseFile, sessions, stage, shelf), answers }
}

const isChoice = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

/** Whatever was chosen. Safety questions are in no data set, and what was written in free words never leaves. */
function itemsIn(survey: Survey, given: Answers): AnsweredItems['items'] {
  const items: AnsweredItems['items'] = {}
  for (const { name, type, safety } of questionsOf(survey)) {
    const answer = given[name]
    if (safety || type === 'comment' || type === 'text' || answer === undefined) continue
    if (isChoice(answer)) items[name] = answer
    else if (Array.isArray(answer)) items[name] = answer.filter((one) => typeof one === 'string')
    else if (typeof answer === 'object' && answer !== null)
      for (const [row, value] of Object.entries(answer)) if (isChoice(value)) items[row] = value
  }
  return items
}
