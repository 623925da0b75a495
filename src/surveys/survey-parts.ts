import type { Choice, Definition, Question, Wording } from './definition.ts'

/** What is settled about a question beside its words. */
export const settledParts = [
  'kind',
  'must',
  'condition',
  'source',
  'range',
  'scale',
  'reversed',
  'key',
  'safety',
] as const
export type SettledPart = (typeof settledParts)[number]

/** One thing that has words and a place. */
export interface Part {
  of: 'page' | 'question' | 'choice' | 'column' | 'row' | 'survey'
  name: string
  question?: string
  wording?: Wording
  /** of a page, what stands under its title */
  description?: Wording
  /** the page of a question: it may come to stand on another */
  within?: string
  settled?: Record<SettledPart, string>
}

/** Every part of a definition by a key that it keeps from version to version, in order. */
export function partsOf({ pages, completeText }: Definition): Map<string, Part> {
  const parts: Part[] = pages.flatMap(({ name: page, title, description, elements }) => [
    { of: 'page', name: page, wording: title, ...(description && { description }) },
    ...elements.flatMap((question): Part[] => [
      { of: 'question', name: question.name, wording: question.title, within: page, settled: settledIn(question) },
      ...listed('choice', question.name, question.choices),
      ...listed('column', question.name, question.columns),
      ...listed('row', question.name, question.rows),
    ]),
  ])
  if (completeText) parts.push({ of: 'survey', name: 'completeText', wording: completeText })
  return new Map(parts.map((part) => [[part.of, part.question, part.name].filter(Boolean).join('/'), part]))
}

const listed = (of: Part['of'], question: string, choices: Choice[] = []): Part[] =>
  choices.map(({ value, text }) => ({ of, name: String(value), question, wording: text }))

const settledIn = (question: Question): Record<SettledPart, string> => ({
  kind: question.type,
  must: question.isRequired ? 'must' : 'may',
  condition: question.visibleIf ?? '',
  source: question.choicesFromQuestion ?? '',
  range: [question.rateMin, question.rateMax, question.maxLength].filter((one) => one !== undefined).join('–'),
  scale: question.scale ?? '',
  reversed: [...(question.reversed ?? [])].sort().join(', '),
  key: entriesOf(question.key ?? {}),
  safety: question.safety ? `${question.safety.code}: ${[...question.safety.answers].sort().join(', ')}` : '',
})

const entriesOf = (key: Record<string, string>): string =>
  Object.entries(key)
    .map(([item, answer]) => `${item}: ${answer}`)
    .sort()
    .join(', ')
