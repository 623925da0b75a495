// Over 150 lines because it is one table: whatever is no answer.
import naughty from 'big-list-of-naughty-strings' with { type: 'json' }
import fc from 'fast-check'

/*
 * What is no answer to a question of `everyType` (small-survey.ts), by the question's name. Each list is what is tried
 * on all, what is tried on that type, and what chance adds, less the few that would be answers.
 */

/** What an answer to each question is, said once more in the simplest words. */
const isAnswer: Record<string, (given: unknown) => boolean> = {
  one: (given) => given === 'a' || given === 'b',
  most: (given) => ticks.includes(given),
  some: (given) =>
    Array.isArray(given) &&
    Object.keys(given).length === given.length &&
    given.every((one, at) => ticks.includes(one) && given.indexOf(one) === at) &&
    (given.length < 2 || !given.includes('declined')),
  m: (given) =>
    isPlain(given) &&
    Object.entries(given).every(
      ([row, one]) => ['m1', 'm2'].includes(row) && [1, 2, 3, 4, 5, 'declined'].includes(one),
    ),
  rate: (given) => [1, 2, 3, 4, 5].includes(given as number),
  bool: (given) => given === true || given === false,
  why: (given) => isText(given, 20),
  line: (given) => isText(given, 10),
}
const ticks: unknown[] = ['a', 'b', 'declined']
const isPlain = (given: unknown): given is Record<string, never> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
const isText = (given: unknown, most: number) =>
  typeof given === 'string' &&
  [...given].length <= most &&
  ![...given].some((one) => (one < ' ' && !'\t\n\r'.includes(one)) || one === '\u007f')

const deep = (depth: number, shut = ']') => JSON.parse(`${'['.repeat(depth)}${shut.repeat(depth)}`)
const named = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)
const sparse = (...at: number[]) => at.reduce<unknown[]>((list, one) => Object.assign(list, { [one]: 'a' }), [])
const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`q${n}`, n]))
const json = (text: string): unknown => JSON.parse(text)

/** Numbers, as JSON can write them and as it cannot. */
const numbers = [
  ...[0, -1, 6, 7, 0.5, 2.5, 4.999_999_999, 1e-9, 77, 1e21, 2 ** 53, 5e-324, Number.NaN, Number.POSITIVE_INFINITY],
  ...[json('1e999'), json('-1e999'), json('-0'), json('1.5e0'), -3],
]
/** What looks like a choice, or like a number, and is none. */
const disguised = [
  ...[
    'A',
    'B',
    'c',
    'aa',
    'ab',
    ' a',
    'a ',
    'a\n',
    '\ta',
    'a\u0000',
    'a\u200b',
    '\ufeffa',
    '\u202ea',
    'a\u0301',
    'а',
    'ａ',
  ],
  ...['ª', '𝐚', 'a,b', 'a;b', '["a"]', "'a'", '"a"', '{a}', '$a', '%61', '&#97;', '\\u0061', 'a\u0085', 'a\ud800'],
  ...['Declined', 'DECLINED', 'declined ', 'dеclined', 'declіned', 'ｄeclined', 'not-offered', 'other', 'none', 'null'],
  ...['1', '3', '3.0', '+3', '0x3', '３', '三', '٣', '1e0', 'Infinity', 'NaN', 'true', 'false', 'yes', 'undefined'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'm1', 'm', 'one', 'length'],
]
const objects = [
  ...[{}, [], [[]], [{}], [null], [[['a']]], { a: 'a' }, { 0: 'a', length: 1 }, { value: 'a' }, { text: 'a' }],
  ...[
    { $gt: '' },
    { $ne: null },
    { toString: 'a' },
    { valueOf: 'a' },
    { toJSON: 'a' },
    json('{"then": 1}'),
    { length: -1 },
  ],
  ...[json('{"__proto__": "a"}'), json('{"__proto__": {"a": 1}}'), json('{"constructor": {"prototype": {"a": 1}}}')],
  ...[json('{"prototype": "a"}'), json('["__proto__"]'), json('[["a"], ["a"]]'), json('{"a": {"__proto__": []}}')],
  ...[deep(10), deep(5000), named(10), named(3000), [deep(1000), deep(1000)], sparse(1), sparse(0, 2), sparse(99_999)],
  ...[wide, Array.from({ length: 20_000 }, (_, n) => n), Array(20_000).fill('a'), Array(5000).fill({ a: 1 })],
  ...['x'.repeat(250_000), '가'.repeat(80_000), 'a\u0301'.repeat(5000), '{'.repeat(1000)],
]
const others = [null, true, false, ...numbers, ...objects]

const inList = (values: unknown[]) => values.map((one) => [one])
const inRow = (values: unknown[]) => values.map((one) => ({ m1: one }))
const asRow = (names: string[]) => names.map((name) => json(`{${JSON.stringify(name)}: 1, "m1": 1}`))

/** Texts that are too long by one letter or by many, and texts with a letter that nobody types. */
const controls = Array.from({ length: 32 }, (_, n) => String.fromCharCode(n)).filter((one) => !'\t\n\r'.includes(one))
const texts = [
  ...[...controls, '\u007f'].flatMap((one) => [one, `a${one}`, `${one}가`, `a${one}b`, `${one}${one}`, `\n${one}`]),
  ...[21, 22, 40, 100, 199, 200, 201, 1000, 2001].map((length) => 'ㄱ'.repeat(length)),
  ...['😀'.repeat(21), 'a\u0301'.repeat(11), '\u202e'.repeat(21), ' '.repeat(21), '\n'.repeat(21), '\u200b'.repeat(30)],
]

const listed: Record<string, unknown[]> = {
  one: [...disguised, ...naughty, ...others, 'declined', ['a'], ['a', 'b']],
  most: [...disguised, ...naughty, ...others, ['a'], { most: 'a' }],
  some: [
    ...[...inList(disguised), ...inList(naughty), ...inList(others), ...others, 'a', 'a,b', 'declined'],
    ...[
      ['a', 'a'],
      ['a', 'b', 'a'],
      ['a', 'declined'],
      ['declined', 'b'],
      ['declined', 'declined'],
      ['a', 'c'],
    ],
  ],
  m: [
    ...[...inRow(disguised), ...inRow(naughty), ...inRow(others), ...others, ...inRow([['a'], [1], '1', 'a'])],
    ...[...asRow([...disguised, 'm3', 'M1', 'm1 ', '']), [1, 2], [['m1', 1]], 'm1', 1],
  ],
  rate: [...disguised, ...naughty.slice(0, 100), ...others, [3], { rate: 3 }, 'a'],
  bool: [
    ...disguised,
    ...naughty.slice(0, 100),
    ...others.filter((one) => typeof one !== 'boolean'),
    0,
    1,
    [true],
    'on',
  ],
  why: [...texts, ...others, 1, ['text'], [['text']], { text: 'text' }],
  line: [...texts, ...others, 1, ['text'], [['text']], { text: 'text' }],
}

const chance = fc.sample(fc.anything({ maxDepth: 4, withNullPrototype: false }), { numRuns: 150, seed: 2026 })

/** Bad answers to a question, each once. */
export function badAnswersTo(name: string): unknown[] {
  const isGood = isAnswer[name] ?? (() => false)
  const all = [...(listed[name] ?? []), ...chance].filter((one) => one !== undefined && !isGood(one))
  return [...new Set(all)]
}

/** Whole sheets of answers that are none: unknown names, dangerous ones, and what is no object at all. */
export const badSheets: unknown[] = [
  ...[null, [], 'one', 1, true, [{ one: 'a' }], { other: 1 }, { one: 'a', other: 1 }, { One: 'a' }, { 'one ': 'a' }],
  ...[json('{"__proto__": {"one": "a"}}'), json('{"constructor": "a"}'), json('{"prototype": {}}'), { toString: 'a' }],
  ...[json('{"__proto__": null}'), { hasOwnProperty: 'a' }, { 'm.m1': 1 }, { 'm/m1': 1 }, { m1: 1 }, { '': 'a' }],
  ...[json('{"one": "a", "one": "c"}'), wide, { one: 'a', '\u202eone': 'a' }, { оne: 'a' }, ...naughtyNames()],
]
function naughtyNames(): unknown[] {
  return naughty.slice(0, 200).map((name) => json(`{${JSON.stringify(name)}: "a"}`))
}
