import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hashOf, isToken, newToken } from '../../src/people/token.ts'
import { askedOf } from '../../src/surveys/asked.ts'
import { newestOf } from '../../src/surveys/definition.ts'
import { scoresOf } from '../../src/surveys/scores.ts'
import { wholeAnswers } from '../support/answers.ts'

const intake = newestOf('intake')!
const scoring = suite('scoring')
const score = (scale: string, answers: object) =>
  scoresOf(intake, answers as Record<string, unknown>).find((one) => one.scale === scale)!

scoring('items worded the other way are turned round', () => {
  // psev2 and psev4 are: 4 4 4 and 6-4 twice
  assert.equal(score('PSEV', wholeAnswers(intake, 4)), { scale: 'PSEV', value: 16 / 5, answered: 5, of: 5 })
})

scoring('the best answers give the end of the range', () => {
  assert.is(score('PSEV', { psev: { psev1: 5, psev2: 1, psev3: 5, psev4: 1, psev5: 5 } }).value, 5)
  assert.is(score('MYTH', { myth: { myth1: 1, myth2: 1, myth3: 1, myth4: 5, myth5: 1, myth6: 5 } }).value, 1)
})

scoring('four of five items are enough, and the mean is of those four', () => {
  const answers = { emp: { emp1: 5, emp2: 4, emp3: 3, emp4: 'declined', emp5: 2 } }
  assert.equal(score('EMP', answers), { scale: 'EMP', value: 4, answered: 4, of: 5 })
})

scoring('three of five are not', () => {
  const answers = { emp: { emp1: 5, emp2: 4, emp3: 3, emp4: 'declined', emp5: 'declined' } }
  assert.equal(score('EMP', answers), { scale: 'EMP', answered: 3, of: 5 })
})

scoring('five of six are enough, four are not', () => {
  const five = { myth1: 1, myth2: 1, myth3: 1, myth4: 5, myth5: 1 }
  assert.is(score('MYTH', { myth: five }).value, 1)
  assert.is(score('MYTH', { myth: { ...five, myth5: 'declined' } }).value, undefined)
})

scoring('knowledge is the share that is right: not knowing counts, declining does not', () => {
  const law = { law1: 'right', law2: 'wrong', law3: 'right', law4: 'right', law5: 'dont-know', law6: 'declined' }
  assert.equal(score('LAW', { law }), { scale: 'LAW', value: 3 / 5, answered: 5, of: 6 })
})

scoring('no answers, or answers of no shape, have no score', () => {
  assert.equal(score('RESP', {}), { scale: 'RESP', answered: 0, of: 5 })
  assert.equal(score('RESP', { resp: 'x' }), { scale: 'RESP', answered: 0, of: 5 })
})

scoring.run()

const wording = suite('answers in words')

wording('each answer stands beside the question as it was asked, in either language', () => {
  const answers = { motives: ['fun', 'other'], motive: 'fun', emp: { emp1: 5, emp2: 'declined' } }
  const line = (name: string, lang: 'ko' | 'en') => askedOf(intake, answers, lang).find((one) => one.name === name)!
  assert.equal(line('motives', 'en').lines[0]!.answers, ['For fun, or as a joke', 'Another reason'])
  assert.equal(line('motive', 'ko').lines[0]!.answers, ['재미있어서, 장난으로'])
  assert.equal(
    line('emp', 'en').lines.map((one) => one.answers),
    [['Very much'], ["I don't want to answer"], [], [], []],
  )
})

wording.run()

const links = suite('survey links')

links('no two tokens are alike, and only the hash could be kept', () => {
  const tokens = Array.from({ length: 50 }, newToken)
  assert.is(new Set(tokens).size, 50)
  assert.ok(tokens.every(isToken))
  assert.not.equal(hashOf(tokens[0]!), tokens[0])
  assert.is(hashOf(tokens[0]!), hashOf(tokens[0]!))
})

links('anything else is no token', () => {
  for (const given of [undefined, null, 1, '', 'x', {}, ['x'], `${newToken()}x`]) assert.not(isToken(given))
})

links.run()
