import type { Answers } from './answers.ts'
import { declined, questionsOf, type Survey } from './definition.ts'

/** How the items of one scale were answered. */
export interface Counts {
  declined: number
  /** neither answered nor declined: only paper leaves that open */
  blank: number
  /** where knowledge is asked: an answer that is neither is "I don't know" */
  knowledge?: { right: number; wrong: number; unsure: number }
}

/** The answer that knows that it does not know. */
const unsure = 'dont-know'

/** Counts what became of each item of a scale; `knowledge` for one that is scored by its key. */
export function countsOf(survey: Survey, answers: Answers, scale: string): Counts {
  const items = questionsOf(survey)
    .filter((question) => question.scale === scale)
    .flatMap(({ name, rows = [], key }) => {
      const inRows = (answers[name] ?? {}) as Record<string, unknown>
      return rows.map(({ value }) => ({ answer: inRows[value], right: key?.[value] }))
    })
  const counts = {
    declined: items.filter(({ answer }) => answer === declined).length,
    blank: items.filter(({ answer }) => answer === undefined).length,
  }
  if (items.every(({ right }) => right === undefined)) return counts
  const right = items.filter((one) => one.answer === one.right).length
  const open = items.filter(({ answer }) => answer === unsure).length
  const wrong = items.length - counts.declined - counts.blank - right - open
  return { ...counts, knowledge: { right, wrong, unsure: open } }
}
