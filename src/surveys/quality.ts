import type { Answers } from './answers.ts'
import { isShown, withoutHidden } from './completion.ts'
import { declined, type Question, questionsOf, type Survey } from './definition.ts'
import { type Scale, scales } from './scales.ts'
import { scoresOf } from './scores.ts'

/** Seconds an item, under which a page was hardly read: a usual rule of thumb in survey research, and no more. */
export const fastSeconds = 2

/** What came with the answers: times are as the browser says, and on paper there are none. */
export interface Answered {
  answers: Answers
  seconds?: number
  pages?: Record<string, number>
  paper?: object
}

/**
 * How somebody answered: what can be counted, each count beside that of which it is a part. No verdict on anybody, in
 * no score and no figure, and never the school's to know.
 */
export interface Quality {
  /** how long it was open, and on average for each thing answered */
  time?: { seconds: number; perItem: number }
  /** names of the pages that went by in less than `fastSeconds` an item, among those whose time is known */
  fast?: { pages: string[]; of: number }
  /** names of the pages on which every item has the same answer although they do not all point the same way */
  alike: { pages: string[]; of: number }
  /** how many scales of agreement stand at the very end that is hoped for */
  ideal: { count: number; of: number }
  /** items to be chosen from (no free text): how many were declined, and how many left blank */
  declined: number
  blank: number
  items: number
}

/** What can be observed of one response; the same for the same answers, whoever they are of. */
export function qualityOf(survey: Survey, answered: Answered, known: Record<string, Scale> = scales): Quality {
  const answers = withoutHidden(survey, answered.answers)
  const given = questionsOf(survey)
    .filter((question) => isShown(question, answers) && !isText(question))
    .flatMap((question) => itemsIn(question, answers[question.name]))
  return {
    ...timesOf(survey, answered, answers),
    alike: alikeIn(survey, answers, known),
    ideal: idealIn(survey, answers, known),
    declined: given.filter((one) => one === declined).length,
    blank: given.filter((one) => one === undefined).length,
    items: given.length,
  }
}

const isText = ({ type }: Question): boolean => type === 'comment' || type === 'text'

/** The answer to each row of a matrix, or the one to any other question; undefined where there is none. */
function itemsIn({ rows }: Question, answer: unknown): unknown[] {
  if (!rows) return [Array.isArray(answer) && answer.length === 1 ? answer[0] : answer]
  const inRows = (answer ?? {}) as Record<string, unknown>
  return rows.map(({ value }) => inRows[value])
}

const answeredIn = (questions: Question[], answers: Answers): number =>
  questions.flatMap((question) => itemsIn(question, answers[question.name])).filter((one) => one !== undefined).length

function timesOf(survey: Survey, { seconds, pages = {}, paper }: Answered, answers: Answers): Partial<Quality> {
  if (paper) return {}
  const all = answeredIn(questionsOf(survey), answers)
  const timed = survey.definition.pages
    .map(({ name, elements }) => ({ name, spent: pages[name], items: answeredIn(elements, answers) }))
    .filter(({ spent, items }) => spent !== undefined && items > 0)
  const fast = timed.filter(({ spent = 0, items }) => spent < fastSeconds * items)
  return {
    ...(seconds !== undefined && all > 0 && { time: { seconds, perItem: seconds / all } }),
    ...(timed.length > 0 && { fast: { pages: fast.map(({ name }) => name), of: timed.length } }),
  }
}

/** Only pages on which the same answer all along says yes to one item and no to another. */
function alikeIn({ definition }: Survey, answers: Answers, known: Record<string, Scale>): Quality['alike'] {
  const mixed = definition.pages.flatMap(({ name: page, elements }) =>
    elements
      .filter(({ scale = '', rows = [], reversed = [] }) => {
        const turned = rows.filter(({ value }) => reversed.includes(String(value))).length
        return known[scale]?.kind === 'agreement' && turned > 0 && turned < rows.length
      })
      .map((question) => ({ page, said: itemsIn(question, answers[question.name]) })),
  )
  const alike = mixed.filter(
    ({ said: [first, ...rest] }) => typeof first === 'number' && rest.every((one) => one === first),
  )
  return { pages: [...new Set(alike.map(({ page }) => page))], of: new Set(mixed.map(({ page }) => page)).size }
}

function idealIn(survey: Survey, answers: Answers, known: Record<string, Scale>): Quality['ideal'] {
  const scored = scoresOf(survey, answers).flatMap(({ scale, value }) => {
    const about = known[scale]
    return about?.kind === 'agreement' && value !== undefined ? [{ about, value }] : []
  })
  const count = scored.filter(
    ({ about, value }) => value === (about.better === 'higher' ? about.to : about.from),
  ).length
  return { count, of: scored.length }
}
