import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

/** Every word on screen. Korean is the model, and English is complete because it has the same type. */
export type Words = typeof ko

export const wordsOf = (lang: 'ko' | 'en'): Words => (lang === 'en' ? en : ko)

/** Fills `{name}` in a sentence. */
export const fill = (sentence: string, values: Record<string, string | number> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
