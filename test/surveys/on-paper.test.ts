import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { onPaper } from '../../src/surveys/on-paper.ts'
import { shipped } from '../../src/surveys/shelf.ts'
import { aSurvey, everyType, offered, words } from '../support/small-survey.ts'

const paper = suite('a survey on paper')
const asked = onPaper(everyType, 'en').flatMap(({ questions }) => questions)
const called = (name: string) => asked.find((one) => one.name === name)

paper('counts its questions through all pages', () => {
  assert.equal(
    asked.map(({ no, name }) => `${no} ${name}`),
    ['1 one', '2 some', '3 most', '4 m', '5 rate', '6 bool', '7 why', '8 line'],
  )
})

paper('says for whom a question is, by the number and the words of the one that it depends on', () => {
  assert.equal(called('why')?.only, { no: 1, answer: 'the a', is: true })
  const comment = { type: 'comment' as const, title: words('?'), maxLength: 20 }
  const survey = aSurvey([
    { type: 'checkbox', name: 'some', title: words('?'), choices: offered('a', 'declined') },
    { ...comment, name: 'not', visibleIf: "{some} notcontains 'declined'" },
    { ...comment, name: 'nor', visibleIf: "{some} <> 'a'" },
    { ...comment, name: 'yes', visibleIf: "{some} contains 'a'" },
  ])
  const only = onPaper(survey, 'ko').flatMap(({ questions }) => questions.map((one) => one.only))
  assert.equal(only, [
    undefined,
    { no: 1, answer: '가 declined', is: false },
    { no: 1, answer: '가 a', is: false },
    { no: 1, answer: '가 a', is: true },
  ])
})

paper('offers again what can be ticked in the question before, but for “I don’t want to answer”', () => {
  assert.is(called('most')?.from, 2)
  assert.equal(
    called('most')?.offered.map(({ value }) => value),
    ['a', 'b'],
  )
})

paper('has every level of a rating, and what is offered to each row', () => {
  assert.equal(
    called('rate')?.offered.map(({ text }) => text),
    ['1', '2', '3', '4', '5'],
  )
  assert.equal([called('m')?.rows.length, called('m')?.offered.length], [2, 6])
})

paper('has words for everything that is asked in every survey of ours', () => {
  for (const survey of shipped)
    for (const lang of ['ko', 'en'] as const)
      for (const { title, questions } of onPaper(survey, lang)) {
        assert.ok(title.trim())
        for (const { name, title: question, rows, offered: choices, only } of questions) {
          const texts = [question, ...rows.map(({ text }) => text), ...choices.map(({ text }) => text)]
          assert.ok(
            [...texts, only?.answer ?? '-'].every((text) => text.trim()),
            name,
          )
        }
      }
})

paper.run()
