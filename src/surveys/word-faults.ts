import type { Choice, Definition, Wording } from './definition.ts'
import type { Fault, Place } from './faults.ts'

/** Every wording of a definition, and where it stands. */
export function wordingsOf(definition: Definition): { at: Place; wording: Wording }[] {
  const { pages, completeText } = definition
  const listed = (at: Place, part: Place['part'], choices: Choice[] = []) =>
    choices.map(({ text }, nth) => ({ at: { ...at, part, nth: nth + 1 }, wording: text }))
  return [
    ...pages.flatMap(({ title, description, elements }, nth) => {
      const page = { page: nth + 1 }
      return [
        { at: { ...page, part: 'title' as const }, wording: title },
        ...(description ? [{ at: { ...page, part: 'description' as const }, wording: description }] : []),
        ...elements.flatMap(({ name, title, choices, rows, columns }) => {
          const at = { ...page, question: name }
          return [
            { at: { ...at, part: 'title' as const }, wording: title },
            ...listed(at, 'choice', choices),
            ...listed(at, 'column', columns),
            ...listed(at, 'row', rows),
          ]
        }),
      ]
    }),
    ...(completeText ? [{ at: { part: 'completeText' as const }, wording: completeText }] : []),
  ]
}

/**
 * What cannot be seen or turns the direction of a text round, so that a page would not say what it seems to say:
 * control characters, format characters (the joiner within an emoji is fine), fillers of Hangul, halves of letters.
 */
const unseen =
  /[^\P{Cc}\n]|[^\P{Cf}\u200d]|[\u115f\u1160\u17b4\u17b5\u2028\u2029\u3164\uffa0]|[\p{Co}\p{Cs}]|[\u{e0000}-\u{e0fff}]/u
/** Nothing that a youth reads leads anywhere else. */
const address = /:\/\/|www\.|(?:javascript|vbscript)\s*:|data:\w+\//i
const hangul = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/
/** Longer than a name may be that stands in the same letters in both languages. */
const longestForeign = 20

/** What no wording may be: blank, untranslated, filled in by SurveyJS, read as HTML, or other than it looks. */
export const wordFaults = (definition: Definition): Fault[] =>
  wordingsOf(definition).flatMap(({ at, wording }) => [
    ...faultsOfText({ ...at, lang: 'ko' }, wording.default, 'korean-missing'),
    ...faultsOfText({ ...at, lang: 'en' }, wording.en, 'english-missing'),
    ...(hangul.test(wording.en) ? [{ what: 'korean-in-english', at: { ...at, lang: 'en' } } as const] : []),
    ...(isForeign(wording.default) ? [{ what: 'english-in-korean', at: { ...at, lang: 'ko' } } as const] : []),
  ])

function faultsOfText(at: Place, text: string, blank: Fault['what']): Fault[] {
  const faults: [Fault['what'], boolean][] = [
    [blank, text.trim() === ''],
    ['words-unseen', unseen.test(text)],
    ['words-with-tags', /[<>]/.test(text)],
    ['words-with-braces', /[{}]/.test(text)],
    ['words-with-address', address.test(text)],
  ]
  return faults.filter(([, is]) => is).map(([what]) => ({ what, at }))
}

const isForeign = (text: string): boolean => text.length > longestForeign && /[a-z]/i.test(text) && !hangul.test(text)
