import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { qualityOf } from '../../src/surveys/quality.ts'
import { scoresOf } from '../../src/surveys/scores.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { agreeing, aSurvey, knowing, offered, words } from '../support/small-survey.ts'

const survey = aSurvey([
  agreeing('CTRL', ['c1', 'c2', 'c3'], ['c2']),
  agreeing('PEER', ['p1', 'p2', 'p3', 'p4'], ['p2', 'p4']),
  knowing('LAW', { l1: 'right', l2: 'wrong' }),
  { type: 'checkbox', name: 'some', title: words('?'), choices: offered('a', 'b', 'declined'), isRequired: true },
  { type: 'comment', name: 'more', title: words('?'), maxLength: 20, visibleIf: "{some} contains 'a'" },
  { type: 'comment', name: 'why', title: words('?'), maxLength: 20 },
])
const answers = {
  ctrl: { c1: 4, c2: 2, c3: 5 },
  peer: { p1: 1, p2: 4, p3: 2, p4: 5 },
  law: { l1: 'right', l2: 'dont-know' },
  some: ['a', 'b'],
}
const of = (changes: object, times: object = {}) => qualityOf(survey, { answers: { ...answers, ...changes }, ...times })

const quality = suite('how a survey was answered')

quality('nothing but counts is said: each beside that of which it is a part', () => {
  assert.equal(of({}), {
    ...{ alike: { pages: [], of: 2 }, ideal: { count: 0, of: 2 } },
    // three, four and two rows, and one question
    ...{ declined: 0, blank: 0, items: 10 },
  })
})

quality('seconds are for each thing that was answered, free text too', () => {
  assert.equal(of({}, { seconds: 80 }).time, { seconds: 80, perItem: 8 })
  assert.equal(of({ more: 'a', why: 'b' }, { seconds: 60 }).time, { seconds: 60, perItem: 5 })
})

quality('a page is quick below two seconds an item, not at two', () => {
  assert.equal(of({}, { pages: { ctrl: 6, peer: 7, law: 4 } }).fast, { pages: ['peer'], of: 3 })
  assert.equal(of({}, { pages: { ctrl: 5, peer: 8, law: 3 } }).fast, { pages: ['ctrl', 'law'], of: 3 })
})

quality('a page on which nothing was to be answered, or of which no time is known, is not counted', () => {
  assert.equal(of({}, { pages: { why: 0, some: 1, other: 0, constructor: 0 } }).fast, { pages: ['some'], of: 1 })
  assert.is(of({}).fast, undefined)
})

quality('on paper there is no time, whatever stands there', () => {
  const paper = of({}, { seconds: 1, pages: { ctrl: 1 }, paper: { on: '2026-11-16' } })
  assert.is(paper.time, undefined)
  assert.is(paper.fast, undefined)
  assert.is(paper.items, 10)
})

quality('the same answer all along is seen where the items do not all point the same way', () => {
  const same = { c1: 3, c2: 3, c3: 3 }
  assert.equal(of({ ctrl: same }).alike, { pages: ['ctrl'], of: 2 })
  assert.equal(of({ ctrl: { ...same, c2: 4 } }).alike.pages, [])
  // one row declined: not every row has the same answer
  assert.equal(of({ ctrl: { ...same, c2: 'declined' } }).alike.pages, [])
  const declined = { c1: 'declined', c2: 'declined', c3: 'declined' }
  assert.equal(of({ ctrl: declined }).alike.pages, [])
})

quality('where all items point one way, or knowledge is asked, the same answer means nothing', () => {
  const plain = aSurvey([agreeing('CTRL', ['c1', 'c2']), knowing('LAW', { l1: 'right', l2: 'wrong' })])
  const same = { ctrl: { c1: 5, c2: 5 }, law: { l1: 'right', l2: 'right' } }
  assert.equal(qualityOf(plain, { answers: same }).alike, { pages: [], of: 0 })
})

quality('a scale at the very end that is hoped for is counted, in its own direction', () => {
  // self-control is hoped to be high, permissive norms to be low
  const ctrl = { c1: 5, c2: 1, c3: 5 }
  const peer = { p1: 1, p2: 5, p3: 1, p4: 5 }
  assert.equal(of({ ctrl, peer }).ideal, { count: 2, of: 2 })
  assert.equal(of({ ctrl }).ideal, { count: 1, of: 2 })
  assert.equal(of({ ctrl: { ...ctrl, c3: 4 }, peer }).ideal, { count: 1, of: 2 })
  // too few answers: no score, so it is not among those that could be
  assert.equal(of({ ctrl: { c1: 5, c2: 'declined' }, peer }).ideal, { count: 1, of: 1 })
})

quality('what was declined and what was left blank are told apart, by item', () => {
  const found = of({ ctrl: { c1: 'declined', c3: 5 }, law: {}, some: ['declined'] })
  assert.equal([found.declined, found.blank, found.items], [2, 3, 10])
})

quality('what was never asked is neither, and free text is not counted', () => {
  const hidden = aSurvey([
    { type: 'radiogroup', name: 'one', title: words('?'), choices: offered('a', 'b'), isRequired: true },
    { type: 'radiogroup', name: 'two', title: words('?'), choices: offered('a'), visibleIf: "{one} = 'a'" },
    { type: 'comment', name: 'why', title: words('?'), maxLength: 20 },
  ])
  assert.equal(qualityOf(hidden, { answers: { one: 'b' } }).items, 1)
  assert.equal(qualityOf(hidden, { answers: { one: 'a' } }).blank, 1)
})

quality('the same answers have the same score, however they were given', () => {
  const intake = newestOf(shipped, 'intake')!
  const given = wholeAnswers(intake, 3)
  const [slow, fast] = [{ seconds: 1200 }, { seconds: 20, pages: { ctrl: 1 } }]
  assert.not.equal(qualityOf(intake, { answers: given, ...slow }), qualityOf(intake, { answers: given, ...fast }))
  assert.not.match(JSON.stringify(scoresOf(intake, given)), /seconds|fast|alike|ideal|declined/)
})

quality('somebody who answers “in between” throughout is seen on every mixed page of the intake survey', () => {
  const intake = newestOf(shipped, 'intake')!
  const { alike, ideal, items, blank } = qualityOf(intake, { answers: wholeAnswers(intake, 3) })
  assert.equal([alike.pages.length, alike.of], [10, 10])
  assert.equal([ideal.count, ideal.of], [0, 10])
  // 56 rows, four questions of one's own account, and four of safety
  assert.equal([items, blank], [64, 0])
})

quality.run()
