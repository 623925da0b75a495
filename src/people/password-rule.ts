import type { Refusal } from '../result.ts'
import type { WordList } from './common-passwords.ts'

/*
 * What a new password must be: long, and not one of those that are tried first. No rule on which signs it is made of,
 * and none ever runs out (NIST 800-63B, ASVS 6.2).
 */

export const leastLetters = 12
export const mostLetters = 128
/** Parts that somebody who tries common passwords must guess: letters of one's own, or whole common words. */
const leastParts = 5
/** Letters that must be left when names that everybody here knows are taken out. */
const leastOwn = 8

/** What this product is called. */
const product = ['saegil', '새길']

/** Keys that lie beside one another, and letters that follow one another; each also backwards. */
const rows = [
  ...['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '!@#$%^&*()'],
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik,', '9ol.'],
  ...['ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ', 'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ', 'ㅋㅌㅊㅍㅠㅜㅡ', '가나다라마바사아자차카타파하'],
  'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ',
]
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')])
/** A mobile number, a date of birth. */
const numbers = /^(01\d[- .]?\d{3,4}[- .]?\d{4}|(19|20)?\d\d[-./ ]?(0[1-9]|1[0-2])[-./ ]?(0[1-9]|[12]\d|3[01]))$/

/**
 * Why a password may not be used; undefined when it may. `known` are words that everybody here would try: the person's
 * own name and address, the centre, the school.
 */
export function weaknessOf(password: string, known: string[], common: WordList): Omit<Refusal, 'field'> | undefined {
  const letters = [...password.normalize('NFC').toLowerCase()]
  if (letters.length < leastLetters) return { reason: 'password-short', with: { least: leastLetters } }
  if (letters.length > mostLetters) return { reason: 'too-long', with: { most: mostLetters } }
  if (isRepeated(letters) || partsOf(letters, common) < leastParts) return { reason: 'password-common' }
  return isNamed(letters.join(''), [...known, ...product], common) ? { reason: 'password-named' } : undefined
}

/** `abcabcabcabc`, `좋아좋아좋아좋아`: one piece again and again. */
function isRepeated(letters: string[]): boolean {
  const pieces = Array.from({ length: Math.floor(letters.length / 2) }, (_, at) => at + 1)
  return pieces.some((length) => letters.every((letter, at) => at < length || letter === letters[at - length]))
}

/** How many parts it falls into when everything guessable is taken as one: a listed word, a run of keys, a date. */
function partsOf(letters: string[], common: WordList): number {
  let parts = 0
  for (let at = 0; at < letters.length; parts++) at += lengthOfGuess(letters, at, common)
  return parts
}

function lengthOfGuess(letters: string[], from: number, common: WordList): number {
  for (let length = Math.min(Math.max(common.longest, 14), letters.length - from); length >= 3; length--) {
    const piece = letters.slice(from, from + length).join('')
    if (common.has(piece) || numbers.test(piece) || isRun(piece)) return length
  }
  return 1
}

const isRun = (piece: string): boolean => new Set(piece).size === 1 || runs.some((run) => run.includes(piece))

/** Whether little is left of it without the words that everybody here knows. */
function isNamed(password: string, known: string[], common: WordList): boolean {
  const words = known.flatMap((word) => wordsIn(word.normalize('NFC').toLowerCase()))
  const longestFirst = words.sort((one, other) => other.length - one.length)
  const left = [...longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), password)]
  return left.join('') !== password && (left.length < leastOwn || partsOf(left, common) < leastParts)
}

/** `새길 상담센터` is known as a whole and word by word; a syllable or two Latin letters alone say nothing. */
const wordsIn = (name: string): string[] =>
  [name, ...name.split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length >= (/[가-힣]/.test(word) ? 2 : 3))
