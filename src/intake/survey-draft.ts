import type { Answers } from '../surveys/answers.ts'
import type { Given } from './answer-survey.ts'

/** What the page tells beside the answers: the language, and how long it was open. None of it is trusted far. */
export function readResponse(answers: Answers, { lang, seconds, pages }: Record<string, unknown>): Given {
  const time = secondsIn(seconds)
  const byPage = pagesIn(pages)
  return {
    lang: lang === 'en' ? 'en' : 'ko',
    answers,
    ...(time !== undefined && { seconds: time }),
    ...(byPage && { pages: byPage }),
  }
}

/** Seconds by page; undefined when there are none. */
function pagesIn(given: unknown): Record<string, number> | undefined {
  const byPage = Object.entries(typeof given === 'object' && given !== null ? given : {})
    .filter(([name]) => /^[a-z][a-z0-9-]{0,39}$/.test(name))
    .flatMap(([name, spent]): [string, number][] =>
      secondsIn(spent) === undefined ? [] : [[name, secondsIn(spent) ?? 0]],
    )
    .slice(0, mostPages)
  return byPage.length > 0 ? Object.fromEntries(byPage) : undefined
}

const mostPages = 40

const secondsIn = (given: unknown): number | undefined => wholeUpTo(24 * 3600, given)

const wholeUpTo = (most: number, given: unknown): number | undefined =>
  typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= most ? given : undefined

/** Half a survey is kept as a draft of its own: one for each that was handed out. */
export const draftOf = (number: string, id: string): string => `survey-${number}-${id}`

/** The times go with it: somebody who goes on elsewhere has not answered the first half in no time. */
export const draftFieldsOf = (answers: Answers, page: unknown, pages: unknown): [string, string][] => [
  ['answers', JSON.stringify(answers)],
  ['page', String(wholeUpTo(mostPages, page) ?? 0)],
  ['pages', JSON.stringify(pagesIn(pages) ?? {})],
]

export function draftIn(fields: [string, string][]): { answers: Answers; page: number; pages: Record<string, number> } {
  const kept = new Map(fields)
  const [answers, pages] = [kept.get('answers'), kept.get('pages')].map((one) => JSON.parse(one ?? '{}'))
  return { answers, page: Number(kept.get('page') ?? 0), pages }
}
