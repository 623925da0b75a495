/** Words in both languages; `default` is Korean, as SurveyJS calls it. */
export interface Wording {
  default: string
  en: string
}

export interface Choice {
  value: string | number
  text: Wording
  isExclusive?: boolean
}

export interface Question {
  type: 'radiogroup' | 'checkbox' | 'rating' | 'matrix' | 'boolean' | 'comment' | 'text'
  name: string
  title: Wording
  isRequired?: boolean
  eachRowRequired?: boolean
  visibleIf?: string
  choices?: Choice[]
  /** offers what was chosen in that question */
  choicesFromQuestion?: string
  columns?: Choice[]
  rows?: Choice[]
  rateMin?: number
  rateMax?: number
  maxLength?: number
  /** ours: the scale of surveys/scales.json that these rows belong to, and the rows worded the other way round */
  scale?: string
  reversed?: string[]
  /** ours: the right answer to each row, where knowledge is asked */
  key?: Record<string, string>
  /** ours: the concern that these answers raise at once; never part of a score, a figure or an export */
  safety?: { code: string; answers: string[] }
}

export interface Definition {
  locale: string
  /** what stands on the button that sends it */
  completeText?: Wording
  pages: { name: string; title: Wording; description?: Wording; elements: Question[] }[]
}

/** What is asked, at any point of the programme. */
export const surveyNames = ['intake', 'exit', 'follow-up'] as const
export type SurveyName = (typeof surveyNames)[number]

/** One version of a survey, such as `surveys/intake.v1.json`. */
export interface Survey {
  survey: string
  version: number
  definition: Definition
}

/** "I don't want to answer": always offered, and kept as its own code beside a missing answer. */
export const declined = 'declined'

export const questionsOf = ({ definition }: Survey): Question[] => definition.pages.flatMap(({ elements }) => elements)

/** Where a question's offered answers stand: in itself, or in the question from which it takes them. */
export function choicesOf(survey: Survey, { choices, choicesFromQuestion }: Question): Choice[] {
  return choices ?? questionsOf(survey).find(({ name }) => name === choicesFromQuestion)?.choices ?? []
}

/** What goes to the youth's browser: how answers are scored stays here. */
export function shownOf({ definition }: Survey): Definition {
  const shown = structuredClone(definition)
  for (const question of shown.pages.flatMap(({ elements }) => elements)) {
    delete question.scale
    delete question.reversed
    delete question.key
    delete question.safety
  }
  return shown
}
