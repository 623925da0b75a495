import { fill } from '../words.ts'
import { en } from './texts.en.ts'
import { ko } from './texts.ko.ts'

/*
 * What is explained before a consent is asked: purpose, items, how long it is kept, who gets it and what a refusal
 * means (PIPA arts. 15, 17, 22, 22-2, 23); to a guardian, and to the youth in words that fit a ten-year-old. The
 * edition is `textVersion` in src/consent/give.ts: a changed text is a new edition.
 */

export type Audience = 'youth' | 'guardian'

/** The lines of an explanation, in the order in which they are read. */
const parts = ['recipient', 'purpose', 'items', 'recipientPeriod', 'period', 'seenBy', 'refusal'] as const
type Part = (typeof parts)[number]

export interface Wording extends Partial<Record<Part, string>> {
  title: string
  say?: string
}

/** What the centre has settled, and who it is about. */
export interface TextValues extends Record<string, string | number> {
  centre: string
  years: number
  /** who hears that the course is taken: a school by its name */
  referrer: string
}

export interface Line {
  part: Part
  label: string
  text: string
  /** must stand out: sensitive items, periods, recipient and purpose of a provision (art. 22(2), Decree art. 17(3)) */
  important: boolean
}

export interface Explained {
  title: string
  say?: string
  lines: Line[]
}

const isImportant = (kind: string, part: Part): boolean =>
  ['recipient', 'recipientPeriod', 'period'].includes(part) ||
  (kind === 'third-party' && part === 'purpose') ||
  (kind === 'sensitive' && part === 'items')

/** What is put before youth or guardian on one kind of consent; undefined where it is not theirs to give. */
export function textOf(kind: string, audience: Audience, lang: 'ko' | 'en', values: TextValues): Explained | undefined {
  const { labels, texts } = (lang === 'ko' ? ko : en)[audience]
  const wording = (texts as Record<string, Wording>)[kind]
  if (!wording) return undefined
  const lines = parts.flatMap((part): Line[] => {
    const text = wording[part]
    return text ? [{ part, label: labels[part], text: fill(text, values), important: isImportant(kind, part) }] : []
  })
  return { title: fill(wording.title, values), ...(wording.say && { say: fill(wording.say, values) }), lines }
}
