import { readdirSync, readFileSync } from 'node:fs'
import { definitionShape } from './definition-shape.ts'
import { type Scale, scales } from './scales.ts'

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
  visibleIf?: string
  choices?: Choice[]
  /** offers what was chosen in that question */
  choicesFromQuestion?: string
  columns?: Choice[]
  rows?: Choice[]
  rateMin?: number
  rateMax?: number
  maxLength?: number
  /** ours: the scale of surveys/scales.json that these rows make up, and the rows worded the other way round */
  scale?: string
  reversed?: string[]
  /** ours: an answer that somebody should see at once */
  safety?: boolean
}

export interface Definition {
  pages: { name: string; title: Wording; description?: Wording; elements: Question[] }[]
}

/** One published version, `surveys/intake.v1.json`. */
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

/** Everything for which a definition must not be put before a young person; empty when it may. */
export function faultsOf(definition: unknown, known: Record<string, Scale> = scales): string[] {
  if (!definitionShape(definition))
    return (definitionShape.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
  const faults: string[] = []
  const seen = new Map<string, Question>()
  for (const question of definition.pages.flatMap(({ elements }) => elements)) {
    const { name, rows = [], reversed = [], visibleIf, choicesFromQuestion, scale } = question
    const items = rows.map(({ value }) => String(value))
    for (const one of new Set([name, ...items])) if (seen.has(one)) faults.push(`${one} is there twice`)
    if (new Set(items).size < items.length) faults.push(`${name} has a row twice`)
    const asked = visibleIf && /^\{([^}]+)\}/.exec(visibleIf)?.[1]
    if (asked && !seen.has(asked)) faults.push(`${name} depends on ${asked}, which does not come before it`)
    if (choicesFromQuestion && seen.get(choicesFromQuestion)?.type !== 'checkbox')
      faults.push(`${name} takes its choices from ${choicesFromQuestion}, which is no checkbox before it`)
    if (reversed.some((one) => !items.includes(one))) faults.push(`${name} reverses a row that it does not have`)
    if (scale && known[scale]?.items.join() !== items.join()) faults.push(`${name} is not the scale ${scale}`)
    if (question.isRequired && !mayDecline(question)) faults.push(`${name} cannot be declined`)
    for (const one of [name, ...items]) seen.set(one, question)
  }
  return faults
}

function mayDecline({ choices, columns, choicesFromQuestion }: Question): boolean {
  return choicesFromQuestion !== undefined || (choices ?? columns ?? []).some(({ value }) => value === declined)
}

const folder = new URL('../../surveys/', import.meta.url)
const named = /^([a-z-]+)\.v(\d+)\.json$/

/** Every published version, read once at the start. Throws on the first that is faulty: better no start than that. */
function readSurveys(from: URL = folder): Survey[] {
  return readdirSync(from)
    .filter((file) => named.test(file))
    .map((file) => {
      const [, survey = '', version] = named.exec(file) ?? []
      const definition = JSON.parse(readFileSync(new URL(file, from), 'utf8'))
      const faults = faultsOf(definition)
      if (faults.length > 0) throw new Error(`surveys/${file}: ${faults.join('; ')}`)
      return { survey, version: Number(version), definition }
    })
}

export const surveys: readonly Survey[] = readSurveys()

/** What is handed out now. */
export const newestOf = (survey: string): Survey | undefined =>
  surveys.filter((one) => one.survey === survey).sort((a, b) => b.version - a.version)[0]

/** What somebody was asked, of whatever age. */
export const surveyOf = (survey: string, version: number): Survey | undefined =>
  surveys.find((one) => one.survey === survey && one.version === version)

/** What goes to the youth's browser: how answers are scored stays here. */
export function shownOf({ definition }: Survey): Definition {
  const shown = structuredClone(definition)
  for (const question of shown.pages.flatMap(({ elements }) => elements)) {
    delete question.scale
    delete question.reversed
    delete question.safety
  }
  return shown
}
