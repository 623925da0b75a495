import { codeOf, type Finding, type Source } from './sources.ts'

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree }

/** Every sentence by its path, `shared/signIn/title`. */
export function sentences(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]])
  const branches = Object.entries((words ?? {}) as Record<string, Tree>)
  return new Map(branches.flatMap(([key, word]) => [...sentences(word, path ? `${path}/${key}` : key)]))
}

/** Where English says something in Korean letters on purpose. */
const koreanInEnglish = ['shared/otherLanguage']

/** What one language has and the other has not: a key, a word, a place to fill in. */
export function wordsAmiss(ko: unknown, en: unknown): Finding[] {
  const [korean, english] = [sentences(ko), sentences(en)]
  const keys = [...new Set([...korean.keys(), ...english.keys()])]
  return keys.flatMap((key) => {
    const [one, other] = [korean.get(key), english.get(key)]
    if (one === undefined) return [`${key}: no Korean`]
    if (other === undefined) return [`${key}: no English`]
    if (one.trim() === '' || other.trim() === '') return [`${key}: an empty word`]
    if (/[\uac00-\ud7a3]/.test(other) && !koreanInEnglish.includes(key)) return [`${key}: English in Korean letters`]
    const [here, there] = [placesIn(one), placesIn(other)]
    return here === there ? [] : [`${key}: Korean fills in ${here || 'nothing'}, English ${there || 'nothing'}`]
  })
}

/** `{who} {when}`, each once: a language may need a place twice, but never lose one. */
const placesIn = (sentence: string): string => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort().join(' ')

/** Words that no reader is ever called by, and that no screen says of a young person. */
const neverSaid = /offender|perpetrator|criminal|가해자|가해 ?학생|가해 ?청소년|범죄자|범인/i

export const unkind = (words: unknown): Finding[] =>
  [...sentences(words)].filter(([, word]) => neverSaid.test(word)).map(([key, word]) => `${key}: “${word}”`)

/** Reasons without words, and words for reasons that nobody gives. */
export const reasonsAmiss = (reasons: readonly string[], words: Record<string, string>): Finding[] => [
  ...reasons.filter((reason) => !words[reason]?.trim()).map((reason) => `${reason}: no words`),
  ...Object.keys(words)
    .filter((reason) => !reasons.includes(reason))
    .map((reason) => `${reason}: nobody refuses for it`),
]

const wordsFile = /^views\/.*\b(words|reasons|done)\.(ko|en)\.ts$/

/**
 * Words that nothing reads: their key is named nowhere else in the code. A key that happens to be a name of something
 * else as well is let pass; none that is read is ever found.
 */
export function unread(words: unknown, files: Source[]): Finding[] {
  const code = files
    .filter(({ path }) => !wordsFile.test(path))
    .map(({ path, text }) => (path.endsWith('.ts') ? codeOf(text) : text))
    .join('\n')
  const named = new Set(code.match(/[\w-]+/g))
  // a key that is a sentence itself, like a deed, stands in quotes where it is used
  const isNamed = (key: string) => named.has(key) || (key.includes(' ') && code.includes(`'${key}'`))
  return [...sentences(words).keys()].filter(
    (path) => path.split('/').every((key) => !/^\d+$/.test(key)) && !isNamed(path.split('/').at(-1) ?? ''),
  )
}

interface List {
  ko: string
  en: string
  codes: { code: string; number: number; ko: string; en: string }[]
}

/** Codes and lists without words, and codes or numbers that were given twice. */
export const codesAmiss = (lists: Record<string, List>): Finding[] =>
  Object.entries(lists).flatMap(([name, { ko, en, codes }]) => [
    ...(ko?.trim() && en?.trim() ? [] : [`${name}: the list has no name in both languages`]),
    ...codes.flatMap(({ code, number, ...words }) => {
      const twice = codes.filter((other) => other.code === code || other.number === number).length > 1
      if (twice) return [`${name}/${code}: given twice`]
      return words.ko?.trim() && words.en?.trim() ? [] : [`${name}/${code}: no word in both languages`]
    }),
  ])
