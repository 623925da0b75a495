// Over 150 lines because it is one table: whatever no survey may hold, and what is said of it.
import type { FaultCode } from '../../src/surveys/faults.ts'
import { boxes, choicesOf, definitionOf, knowledge, matrix, radio, safety, text, words, yesNo } from './survey-parts.ts'

const one = (...elements: object[]) => definitionOf(elements)
const whole = (more: object) => ({ ...one(radio), ...more })
const titled = (title: object) => one({ ...radio, title })
const second = { ...radio, name: 'two' }
const from = { type: 'radiogroup', name: 'main', title: words('?'), choicesFromQuestion: 'some' }
const selected = { ...from, choicesFromQuestionMode: 'selected' }
const nested = (depth: number) => {
  let inner: object = radio
  for (let n = 0; n < depth; n++) inner = { type: 'panel', name: 'p', elements: [inner] }
  return inner
}

/** What it is, the definition, and what is found first; undefined for what may be asked. */
export const hostile: [what: string, definition: unknown, code: FaultCode][] = [
  ['nothing at all', null, 'no-survey'],
  ['a list', [], 'no-survey'],
  ['a text', 'survey', 'no-survey'],
  ['an empty object', {}, 'part-missing'],
  ['no page', { ...one(radio), pages: [] }, 'too-few'],
  ['pages that are no list', { ...one(radio), pages: { 0: 1 } }, 'value-not-allowed'],
  ['a hundred thousand pages', { ...one(radio), pages: Array(100_000).fill(one(radio).pages[0]) }, 'too-many-parts'],
  [
    'thirty-one pages',
    definitionOf(...Array.from({ length: 31 }, (_, n) => [{ ...radio, name: `q${n}` }])),
    'too-many',
  ],
  ['seven questions on a page', one(...Array.from({ length: 7 }, (_, n) => ({ ...radio, name: `q${n}` }))), 'too-many'],
  ['panels in panels', one(nested(500)), 'type-not-allowed'],

  // what SurveyJS would do
  ['a question of HTML', one({ type: 'html', name: 'one', html: '<b>x</b>' }), 'type-not-allowed'],
  ['a question for a file', one({ type: 'file', name: 'one', title: words('x') }), 'type-not-allowed'],
  ['an expression', one({ type: 'expression', name: 'one', expression: '1' }), 'type-not-allowed'],
  ['an image', one({ type: 'image', name: 'one', imageLink: 'https://example.test' }), 'type-not-allowed'],
  ['a type of its own', one({ type: 'constructor', name: 'one', title: words('x') }), 'type-not-allowed'],
  ['a question without a type', one({ name: 'one', title: words('x') }), 'part-missing'],
  ['a page shown at the end', whole({ completedHtml: '<p>x</p>' }), 'not-allowed'],
  ['a way out to another site', whole({ navigateToUrl: 'https://example.test' }), 'not-allowed'],
  ['a way out to a script', whole({ navigateToUrl: 'javascript:alert(1)' }), 'not-allowed'],
  ['triggers', whole({ triggers: [{ type: 'runexpression', expression: '1' }] }), 'not-allowed'],
  ['values worked out by SurveyJS', whole({ calculatedValues: [{ name: 'v', expression: '1' }] }), 'not-allowed'],
  [
    'a pattern that runs for hours',
    one({ ...text, validators: [{ type: 'regex', text: 'x', regex: '(a+)+$' }] }),
    'not-allowed',
  ],
  [
    'an expression as a validator',
    one({ ...text, validators: [{ type: 'expression', expression: '1' }] }),
    'not-allowed',
  ],
  ['a value that is set by itself', one({ ...radio, defaultValue: 'yes' }), 'not-allowed'],
  ['a value by expression', one({ ...text, setValueExpression: '{one}' }), 'not-allowed'],
  ['choices from a server', one({ ...radio, choicesByUrl: { url: 'https://example.test' } }), 'not-allowed'],
  ['an answer under another name', one({ ...radio, valueName: '__proto__' }), 'not-allowed'],
  ['a condition to be able', one({ ...radio, enableIf: '1 = 1' }), 'not-allowed'],
  ['a condition on a page', { ...one(radio), pages: [{ ...one(radio).pages[0], visibleIf: '1 = 1' }] }, 'not-allowed'],
  ['another language as the first', whole({ locale: 'en' }), 'value-not-allowed'],
  ['__proto__', JSON.parse(`{"__proto__": {"pages": []}, ${JSON.stringify(one(radio)).slice(1)}`), 'not-allowed'],
  ['__proto__ in a question', one(JSON.parse(`{"__proto__": {}, ${JSON.stringify(radio).slice(1)}`)), 'not-allowed'],

  // words
  ['a script in a title', titled({ default: '가<script>alert(1)</script>', en: 'a' }), 'words-with-tags'],
  ['a tag in English', titled({ default: '가', en: '<img src=x onerror=alert(1)>' }), 'words-with-tags'],
  ['an answer filled into a title', titled({ default: '가 {one}', en: 'a' }), 'words-with-braces'],
  [
    'an expression in a choice',
    one({ ...radio, choices: [{ value: 'yes', text: { default: '가', en: 'a {=1}' } }, ...yesNo.slice(1)] }),
    'words-with-braces',
  ],
  ['a link in a title', titled({ default: '가 https://example.test', en: 'a' }), 'words-with-address'],
  ['a script as a link', titled({ default: '가', en: 'javascript:alert(1)' }), 'words-with-address'],
  ['a title in one language', titled({ default: '가' }), 'english-missing'],
  ['a title in English only', titled({ en: 'a' }), 'korean-missing'],
  ['a title that is blank in English', titled({ default: '가', en: ' \n' }), 'english-missing'],
  ['a title as a text', one({ ...radio, title: 'x' }), 'value-not-allowed'],
  ['a title in a third language', titled({ default: '가', en: 'a', de: 'a' }), 'not-allowed'],
  [
    'a title that is not translated',
    titled({ default: 'What do you think of that?', en: 'What do you think of that?' }),
    'english-in-korean',
  ],
  ['Korean in English', titled({ default: '가', en: '가' }), 'korean-in-english'],
  ['a title of 1,201 letters', titled({ default: '가'.repeat(1201), en: 'a' }), 'words-too-long'],
  ...['\u202e', '\u2066', '\u200b', '\u0007', '\u00ad', '\u3164', '\ue000', '\ud800', '\u{e0041}', '\u2028'].map(
    (letter): [string, unknown, FaultCode] => [
      `the unseen U+${letter.codePointAt(0)?.toString(16)} in a title`,
      titled({ default: `가${letter}나`, en: 'a' }),
      'words-unseen',
    ],
  ),

  // names and answers
  ['a name that reaches into objects', one({ ...radio, name: '__proto__' }), 'bad-name'],
  ['a name of Korean letters', one({ ...radio, name: '질문' }), 'bad-name'],
  ['a name that is a number', one({ ...radio, name: 1 }), 'value-not-allowed'],
  ['a name that every object has', one({ ...radio, name: 'constructor' }), 'name-reserved'],
  ['a row of such a name', one({ ...matrix, rows: choicesOf('ctrl1', 'constructor'), reversed: [] }), 'name-reserved'],
  ['two questions of one name', one(radio, radio), 'name-twice'],
  ['a row named as a question', one(radio, { ...matrix, rows: choicesOf('one', 'ctrl2') }), 'name-twice'],
  ['the same row twice', one({ ...matrix, rows: choicesOf('ctrl2', 'ctrl2') }), 'name-twice'],
  ['two pages of one name', { ...one(radio), pages: [one(radio).pages[0], one(second).pages[0]] }, 'name-twice'],
  ['the same answer twice', one({ ...radio, choices: [...yesNo, ...yesNo] }), 'answer-twice'],
  [
    'answers as objects',
    one({ ...radio, choices: [{ value: { a: 1 }, text: words('a') }, ...yesNo] }),
    'value-not-allowed',
  ],
  ['answers as plain texts', one({ ...radio, choices: ['yes', 'no'] }), 'value-not-allowed'],
  ['one answer to choose from', one({ ...radio, choices: choicesOf('yes') }), 'too-few'],
  ['no answer to choose from', one({ type: 'radiogroup', name: 'one', title: words('?') }), 'choices-missing'],
  [
    'seven rows and two',
    one({ ...matrix, rows: choicesOf(...Array.from({ length: 9 }, (_, n) => `r${n}`)) }),
    'too-many',
  ],
  [
    'a rating up to 1,000',
    one({ type: 'rating', name: 'r', title: words('?'), rateMin: 0, rateMax: 1000 }),
    'number-too-large',
  ],
  [
    'a rating below nothing',
    one({ type: 'rating', name: 'r', title: words('?'), rateMin: -1, rateMax: 5 }),
    'number-too-small',
  ],
  [
    'a rating with half points',
    one({ type: 'rating', name: 'r', title: words('?'), rateMin: 0.5, rateMax: 5 }),
    'value-not-allowed',
  ],
  [
    'a rating backwards',
    one({ type: 'rating', name: 'r', title: words('?'), rateMin: 5, rateMax: 1 }),
    'range-backwards',
  ],
  ['a text without an end', one({ type: 'comment', name: 'c', title: words('c') }), 'part-missing'],
  ['a text of 5,000 letters', one({ ...text, maxLength: 5000 }), 'number-too-large'],
  [
    'twelve long texts',
    definitionOf(
      ...[0, 1].map((p) => Array.from({ length: 6 }, (_, n) => ({ ...text, name: `t${p}${n}`, maxLength: 2000 }))),
    ),
    'too-much-text',
  ],
  [
    'a must that cannot be declined',
    one({ ...radio, isRequired: true, choices: choicesOf('yes', 'no') }),
    'cannot-decline',
  ],
  ['a text that must be written', one({ ...text, isRequired: true }), 'cannot-decline'],
  ['rows that must be answered in what need not', one({ ...matrix, eachRowRequired: true }), 'rows-not-required'],
  ['declined beside other ticks', one({ ...boxes, choices: yesNo }), 'declined-not-alone'],

  // conditions
  ['a function call in a condition', one(radio, { ...second, visibleIf: 'iif({one}, 1, 2)' }), 'condition-not-allowed'],
  ['two comparisons', one(radio, { ...second, visibleIf: "{one} = 'yes' or {one} = 'no'" }), 'condition-not-allowed'],
  [
    'a condition of 10,000 letters',
    one(radio, { ...second, visibleIf: `{${'a'.repeat(10_000)}} = 'yes'` }),
    'condition-not-allowed',
  ],
  ['a condition on a later question', one({ ...radio, visibleIf: "{two} = 'yes'" }, second), 'condition-later'],
  ['a condition on itself', one({ ...radio, visibleIf: "{one} = 'yes'" }), 'condition-later'],
  ['a condition on a row', one(matrix, { ...second, visibleIf: "{ctrl1} = 'declined'" }), 'condition-later'],
  ['a condition on a text', one(text, { ...second, visibleIf: "{why} = 'yes'" }), 'condition-kind'],
  ['one of several asked as if it were one', one(boxes, { ...second, visibleIf: "{some} = 'yes'" }), 'condition-kind'],
  ['one asked as if it were several', one(radio, { ...second, visibleIf: "{one} contains 'yes'" }), 'condition-kind'],
  [
    'a condition on an answer that is not there',
    one(radio, { ...second, visibleIf: "{one} = 'maybe'" }),
    'condition-answer',
  ],
  [
    'a condition on what may be hidden',
    one(radio, { ...second, visibleIf: "{one} = 'yes'" }, { ...radio, name: 'three', visibleIf: "{two} = 'yes'" }),
    'condition-on-condition',
  ],
  ['choices from a question that comes later', one(selected, boxes), 'choices-from'],
  ['choices from what is no checkbox', one({ ...radio, name: 'some' }, selected), 'choices-from'],
  ['choices from all that was offered', one(boxes, from), 'choices-from'],
  ['a must whose choices may not be there', one(boxes, { ...selected, isRequired: true }), 'choices-open'],

  // scales
  ['a scale that is not known', one({ ...matrix, scale: 'NONE' }), 'scale-unknown'],
  ['a scale of another make', one({ ...matrix, scale: '__proto__' }), 'scale-unknown'],
  ['a scale that objects have', one({ ...matrix, scale: 'constructor' }), 'scale-unknown'],
  ['a scale of four points', one({ ...matrix, columns: choicesOf(1, 2, 3, 4, 'declined') }), 'scale-numbers'],
  ['agreement with right answers', one({ ...matrix, key: { ctrl1: 'declined', ctrl2: 'declined' } }), 'scale-numbers'],
  ['a row turned round that is not there', one({ ...matrix, reversed: ['ctrl9'] }), 'reversed-unknown'],
  ['right answers without a scale', one({ ...knowledge, scale: undefined }), 'scale-missing'],
  ['a right answer missing', one({ ...knowledge, key: { law1: 'right' } }), 'key-incomplete'],
  [
    'a right answer that is not offered',
    one({ ...knowledge, key: { law1: 'right', law2: 'maybe' } }),
    'key-incomplete',
  ],
  ['declining as the right answer', one({ ...knowledge, key: { law1: 'right', law2: 'declined' } }), 'key-incomplete'],

  // safety
  [
    'a concern that is not known',
    definitionOf([{ ...safety, safety: { code: 'nothing', answers: ['yes'] } }], [text]),
    'safety-code',
  ],
  [
    'a concern that obliges to report',
    definitionOf([{ ...safety, safety: { code: 'abuse', answers: ['yes'] } }], [text]),
    'safety-duty',
  ],
  [
    'told of an answer that is not offered',
    definitionOf([{ ...safety, safety: { code: 'self-harm', answers: ['maybe'] } }], [text]),
    'safety-answer',
  ],
  [
    'told of who declines',
    definitionOf([{ ...safety, safety: { code: 'self-harm', answers: ['declined'] } }], [text]),
    'safety-answer',
  ],
  [
    'told of every answer',
    definitionOf([{ ...safety, safety: { code: 'self-harm', answers: ['yes', 'no'] } }], [text]),
    'safety-all',
  ],
  [
    'safety that may be hidden',
    definitionOf([radio], [{ ...safety, visibleIf: "{one} = 'yes'" }], [text]),
    'safety-hidden',
  ],
  ['safety on the last page', definitionOf([radio], [safety]), 'safety-last'],
  [
    'safety before a page that may be hidden',
    definitionOf([radio], [safety], [{ ...text, visibleIf: "{one} = 'yes'" }]),
    'safety-last',
  ],
  [
    'safety in a checkbox',
    definitionOf([{ ...boxes, safety: { code: 'self-harm', answers: ['yes'] } }], [text]),
    'not-allowed',
  ],
]
