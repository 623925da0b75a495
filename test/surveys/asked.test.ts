import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { askedOf, pagesAskedOf } from '../../src/surveys/asked.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { everyType, fineAnswers } from '../support/small-survey.ts'

const wording = suite('answers in words')

wording('each answer stands beside the question as it was asked, in either language', () => {
  const answers = { one: 'a', some: ['a', 'b'], m: { m1: 5, m2: 'declined' }, why: 'b\nc' }
  const line = (name: string, lang: 'ko' | 'en') => askedOf(everyType, answers, lang).find((it) => it.name === name)!
  assert.equal(line('some', 'en').lines, [{ item: 'some', answers: ['the a', 'the b'] }])
  assert.equal(
    line('m', 'ko').lines.map(({ text, answers: said }) => [text, said]),
    [
      ['가 item m1', ['가 5']],
      ['가 item m2', ['가 declined']],
    ],
  )
  assert.equal(line('why', 'ko').lines[0]!.answers, ['b\nc'])
  assert.equal(line('line', 'ko').lines[0]!.answers, [])
})

wording('the motives of the intake survey have words', () => {
  const asked = askedOf(newestOf(shipped, 'intake')!, { motives: ['fun', 'other'], motive: 'fun' }, 'en')
  const said = (name: string) => asked.find((it) => it.name === name)!.lines[0]!.answers
  assert.is(said('motives').length, 2)
  assert.equal(said('motive'), [said('motives')[0]])
  assert.not.equal(said('motive'), ['fun'])
})

wording('page by page, with what stood above the rows, and what was never put to them marked', () => {
  const [page, last] = pagesAskedOf(everyType, { ...fineAnswers, one: 'b' }, 'ko')
  assert.is(page!.title, '가 page')
  assert.is(page!.questions.find(({ name }) => name === 'm')!.stem, '가 ?')
  assert.is(page!.questions.find(({ name }) => name === 'one')!.stem, undefined)
  assert.equal(
    last!.questions.map(({ name, wasShown }) => [name, wasShown]),
    [
      ['why', false],
      ['line', true],
    ],
  )
})

wording('a question of safety is known as one', () => {
  const pages = pagesAskedOf(newestOf(shipped, 'intake')!, {}, 'ko')
  const safety = pages.flatMap(({ questions }) => questions.filter(({ isSafety }) => isSafety))
  assert.equal(
    safety.map(({ name }) => name),
    ['safe-place', 'self-harm', 'threatened', 'talk'],
  )
})

wording.run()
