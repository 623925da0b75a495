import type { PaperPage, PaperQuestion } from '../../src/surveys/on-paper.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'

/** For whom a question is, where it is not for everyone; and of what it takes its answers. */
export function forWhom({ t }: Here, { only, from }: PaperQuestion): string | undefined {
  const { onlyIf, skipIf, oneOf } = t.paper
  const words = [
    only && fill(only.is ? onlyIf : skipIf, { no: only.no, answer: only.answer }),
    from && fill(oneOf, { no: from }),
  ]
  return words.filter(Boolean).join(' ') || undefined
}

/** Every answer to tick, as a code and in words. */
export const offeredBy = ({ t }: Here, { type, offered }: PaperQuestion): { value: string; text: string }[] =>
  type === 'boolean'
    ? [
        { value: 'yes', text: t.shared.yes },
        { value: 'no', text: t.shared.no },
      ]
    : offered

/** Whether something is to be written instead of ticked. */
export const isWritten = ({ type }: PaperQuestion): boolean => type === 'comment' || type === 'text'

/** Every question of a survey, page after page. */
export const questionsOn = (pages: PaperPage[]): PaperQuestion[] => pages.flatMap(({ questions }) => questions)
