import { questionsOf, type Survey } from './definition.ts'

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1)

/**
 * All that answers to a scale depend on: the question, its items and what can be answered, in both languages, and how
 * it is scored; not in which order the items stand. Two versions can be laid beside each other for a scale only when
 * this is the same. Undefined where it is not asked.
 */
export function scaleAsAsked(survey: Survey, scale: string): string | undefined {
  const asked = questionsOf(survey).filter((question) => question.scale === scale)
  if (asked.length === 0) return undefined
  const parts = asked.map(({ type, title, columns = [], rows = [], reversed = [], key = {} }) => [
    ...[type, title.default, title.en, columns.map(({ value, text }) => [value, text.default, text.en])],
    rows.map(({ value, text }): [string, unknown] => [String(value), [text.default, text.en]]).sort(byName),
    [...reversed].sort(),
    Object.entries(key).sort(byName),
  ])
  return JSON.stringify(parts)
}

/** Scales that a survey asks, in its order. */
const scalesIn = (survey: Survey): string[] => [
  ...new Set(questionsOf(survey).flatMap(({ scale }) => (scale === undefined ? [] : [scale]))),
]

/** What becomes of a scale from one version to the next: its scores can be laid beside each other, or they cannot. */
export type ScaleEffect = 'alike' | 'changed' | 'new' | 'gone'

export const scaleEffects = (before: Survey, after: Survey): { scale: string; effect: ScaleEffect }[] =>
  [...new Set([...scalesIn(after), ...scalesIn(before)])].map((scale) => {
    const [was, is] = [scaleAsAsked(before, scale), scaleAsAsked(after, scale)]
    const effect = is === undefined ? 'gone' : was === undefined ? 'new' : was === is ? 'alike' : 'changed'
    return { scale, effect }
  })

/** Concerns that the newer version asks about no more: nobody would be told of them by an answer. */
export function safetyGone(before: Survey, after: Survey): string[] {
  const codes = (survey: Survey) => questionsOf(survey).flatMap(({ safety }) => safety?.code ?? [])
  const asked = codes(after)
  return [...new Set(codes(before).filter((code) => !asked.includes(code)))]
}
