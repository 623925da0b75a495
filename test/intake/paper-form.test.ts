import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { paperFields, readPaper, rowField } from '../../src/intake/paper-form.ts'
import { questionsOf } from '../../src/surveys/definition.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { everyType, fineAnswers } from '../support/small-survey.ts'

const fine: [string, string][] = [
  ['filledOn', '2026-11-16'],
  ['filledIn', 'en'],
  ['one', 'a'],
  ['some', 'a'],
  ['some', 'b'],
  ['most', 'b'],
  ['m.m1', '5'],
  ['m.m2', 'declined'],
  ['rate', '3'],
  ['bool', 'yes'],
  ['why', '왜냐하면'],
  ['line', '한 줄'],
]
const head = fine.slice(0, 2)
const read = (fields: [string, string][]) => readPaper(everyType, new URLSearchParams(fields))
/** What is refused, where, when these fields stand beside the head. */
const refusalsOf = (...fields: [string, string][]) => {
  const paper = read([...head, ...fields])
  return paper.ok ? [] : paper.refusals.map(({ field, reason }) => `${field} ${reason}`)
}
const answersIn = (...fields: [string, string][]) => {
  const paper = read([...head, ...fields])
  if (!paper.ok) throw new Error(paper.refusals.map(({ field, reason }) => `${field} ${reason}`).join())
  return paper.value.answers
}

const reading = suite('a paper as it is typed in')

reading('becomes the same answers as on a screen, with the day, the language and the version', () => {
  const paper = read(fine)
  assert.ok(paper.ok)
  assert.equal(paper.value, { answers: fineAnswers, lang: 'en', on: '2026-11-16', version: 2 })
})

reading('what was left blank is no answer, and a row without a tick is missing from its matrix', () => {
  assert.equal(answersIn(['one', ''], ['some', ''], ['m.m1', ''], ['rate', ''], ['bool', ''], ['line', '   ']), {})
  assert.equal(answersIn(['m.m2', '1'], ['bool', 'no']), { m: { m2: 1 }, bool: false })
})

reading('needs the day and the language', () => {
  const paper = read([['one', 'a']])
  assert.equal(!paper.ok && paper.refusals.map(({ field }) => field), ['filledOn', 'filledIn'])
  const crooked = read([
    ['filledOn', '2026-02-30'],
    ['filledIn', 'fr'],
  ])
  assert.equal(!crooked.ok && crooked.refusals.map(({ reason }) => reason), ['not-a-day', 'not-offered'])
})

reading('what was not offered is refused at its field', () => {
  for (const [field, value] of [
    ['one', 'c'],
    ['one', '__proto__'],
    ['some', 'z'],
    ['m.m1', '6'],
    ['m.m1', 'constructor'],
    ['bool', 'true'],
  ] as const)
    assert.equal(refusalsOf([field, value]), [`${field} not-offered`])
  assert.equal(refusalsOf(['rate', '6']), ['rate too-large'])
  assert.equal(refusalsOf(['rate', '0']), ['rate too-small'])
  assert.equal(refusalsOf(['rate', '1e1']), ['rate not-a-number'])
})

reading('what contradicts another answer is refused, not dropped', () => {
  assert.equal(refusalsOf(['one', 'b'], ['why', 'text']), ['why not-asked-then'])
  assert.equal(refusalsOf(['why', 'text']), ['why not-asked-then'])
  assert.equal(refusalsOf(['some', 'a'], ['most', 'b']), ['most not-ticked'])
  assert.equal(refusalsOf(['some', 'a'], ['some', 'declined']), ['some stands-alone'])
  assert.equal(answersIn(['some', 'declined']), { some: ['declined'] })
})

reading('too long a text and a resident registration number are refused at their field', () => {
  assert.equal(refusalsOf(['line', '가'.repeat(11)]), ['line too-long'])
  // ten to a reader, more than ten letters to a computer
  assert.equal(refusalsOf(['line', '👨‍👩‍👧‍👦'.repeat(10)]), ['line too-long'])
  assert.equal(refusalsOf(['one', 'a'], ['why', '120302-3123456']), ['why holds-resident-number'])
  assert.equal(answersIn(['line', 'a\u0000b\u0007']), { line: 'ab' })
})

reading('fields that no question has are nobody’s answer, however they are called and however many', () => {
  const strange = [
    '__proto__',
    'constructor',
    'm',
    'm.m9',
    'm.__proto__',
    'one.one',
    'x',
    '',
    'answers[one]',
    'toString',
  ]
  assert.equal(answersIn(...strange.map((name): [string, string] => [name, 'a'])), {})
  const many = Array.from({ length: 390 }, (_, n): [string, string] => [`m.m${n + 3}`, '1'])
  assert.equal(answersIn(...many, ['one', 'b']), { one: 'b' })
  assert.is(({} as { one?: string }).one, undefined)
})

reading('the first counts of what is there twice and can be there once', () => {
  assert.equal(answersIn(['one', 'b'], ['one', 'a'], ['some', 'a'], ['some', 'a']), { one: 'b', some: ['a'] })
})

reading('no field of ours is ever called like a question or a row', () => {
  for (const { name, rows = [] } of shipped.flatMap(questionsOf))
    for (const field of [name, ...rows.map(({ value }) => rowField(name, String(value)))])
      assert.not(([...paperFields, 'token'] as string[]).includes(field), field)
  assert.ok(paperFields.every((field) => /[A-Z]/.test(field)))
})

reading('the whole intake survey, every row of it, needs fewer fields than a form may have', () => {
  const intake = newestOf(shipped, 'intake')!
  const rows = questionsOf(intake).reduce((sum, { rows: items, choices }) => sum + (items ?? choices ?? [0]).length, 0)
  assert.ok(rows < 400, String(rows))
})

reading.run()
