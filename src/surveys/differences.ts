import type { Survey, Wording } from './definition.ts'
import { type Part, partsOf, type SettledPart, settledParts } from './survey-parts.ts'

/** Something in which a version differs from the one before it. */
export interface Difference {
  what: 'added' | 'removed' | 'moved' | 'worded' | SettledPart
  of: Part['of']
  /** of a page, question or answer; of a question's part, the question's */
  name: string
  /** in which question it stands */
  question?: string
  /** the words before and after, in the languages in which they differ; of what came or went, both */
  words?: { lang: 'ko' | 'en'; was?: string; is?: string }[]
  /** what was settled before and what is now, as it stands in the file; `must` or `may` of what must be answered */
  settled?: { was: string; is: string }
}

/** All differences, in the order of the newer version; what went stands at the end. */
export function differencesOf(before: Survey, after: Survey): Difference[] {
  const [was, is] = [partsOf(before.definition), partsOf(after.definition)]
  const moved = movedIn(was, is)
  return [
    ...[...is].flatMap(([key, part]) => {
      const old = was.get(key)
      if (!old)
        return isInside(part, was)
          ? [{ ...aboutOf(part), what: 'added' as const, words: wordsOf(undefined, part) }]
          : []
      return changesOf(old, part, moved.has(key))
    }),
    ...[...was].flatMap(([key, part]) =>
      !is.has(key) && isInside(part, is)
        ? [{ ...aboutOf(part), what: 'removed' as const, words: wordsOf(part, undefined) }]
        : [],
    ),
  ]
}

/** Answers of a question that came or went as a whole are not told one by one. */
const isInside = ({ question }: Part, others: Map<string, Part>): boolean =>
  question === undefined || others.has(`question/${question}`)

const aboutOf = ({ of, name, question }: Part) => ({ of, name, ...(question !== undefined && { question }) })

function changesOf(old: Part, part: Part, isMoved: boolean): Difference[] {
  const about = aboutOf(part)
  const words = wordsOf(old, part)
  return [
    ...(isMoved ? [{ ...about, what: 'moved' as const }] : []),
    ...(words.length > 0 ? [{ ...about, what: 'worded' as const, words }] : []),
    ...settledParts.flatMap((what) => {
      const [was = '', is = ''] = [old.settled?.[what], part.settled?.[what]]
      return was === is ? [] : [{ ...about, what, settled: { was, is } }]
    }),
  ]
}

function wordsOf(old: Part | undefined, part: Part | undefined): NonNullable<Difference['words']> {
  const text = (one: Part | undefined, lang: keyof Wording) =>
    [one?.wording?.[lang], one?.description?.[lang]].filter(Boolean).join(' / ') || undefined
  return (['ko', 'en'] as const).flatMap((lang) => {
    const key = lang === 'ko' ? 'default' : 'en'
    const [was, is] = [text(old, key), text(part, key)]
    return was === is ? [] : [{ lang, ...(was !== undefined && { was }), ...(is !== undefined && { is }) }]
  })
}

/** What stands on another page, or elsewhere among its like: as few as can be, the others then keep their order. */
function movedIn(was: Map<string, Part>, is: Map<string, Part>): Set<string> {
  const moved = new Set<string>()
  // a question's like are those of its page: where the page moves, they move with it
  const groupOf = ({ of, question = '', within = '' }: Part) => [of, question, within].join('/')
  for (const group of new Set([...is.values()].map(groupOf))) {
    const keys = (parts: Map<string, Part>) =>
      [...parts].filter(([, part]) => groupOf(part) === group).map(([key]) => key)
    const places = new Map(keys(was).map((key, at) => [key, at]))
    const common = keys(is).filter((key) => places.has(key))
    const kept = longestRise(common.map((key) => places.get(key) ?? 0))
    for (const [at, key] of common.entries()) if (!kept.has(at)) moved.add(key)
  }
  for (const [key, { within }] of is) if (was.has(key) && was.get(key)?.within !== within) moved.add(key)
  return moved
}

/** Places in a list of the longest choice from it that rises. */
function longestRise(numbers: number[]): Set<number> {
  const best = numbers.map((): { length: number; before?: number } => ({ length: 1 }))
  for (const [at, number] of numbers.entries())
    for (let earlier = 0; earlier < at; earlier++)
      if ((numbers[earlier] ?? 0) < number && best[earlier]!.length + 1 > best[at]!.length)
        best[at] = { length: best[earlier]!.length + 1, before: earlier }
  const kept = new Set<number>()
  const longest = Math.max(0, ...best.map(({ length }) => length))
  let at = best.findIndex(({ length }) => length === longest)
  while (at >= 0) {
    kept.add(at)
    at = best[at]?.before ?? -1
  }
  return kept
}
