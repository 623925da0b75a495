import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Score, scoresOf } from '../../src/surveys/scores.ts'
import { shipped, surveyOf } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { agreeing, aSurvey, knowing } from '../support/small-survey.ts'

/*
 * Worked out by hand. An item worded the other way counts 6 less the answer; the score is the mean of what was answered.
 */

const scoring = suite('scoring')
const near = (value: number | undefined, expected: number) =>
  assert.ok(value !== undefined && Math.abs(value - expected) < 1e-12, `${value}, not ${expected}`)
const one = ({ value: _, ...score }: Score) => score

scoring('items worded the other way are turned round', () => {
  const survey = aSurvey([agreeing('CTRL', ['c1', 'c2', 'c3', 'c4', 'c5'], ['c2', 'c5'])])
  // 4, 6-2=4, 5, 3, 6-1=5: 21 of 5
  const [score] = scoresOf(survey, { ctrl: { c1: 4, c2: 2, c3: 5, c4: 3, c5: 1 } })
  assert.equal(score, { scale: 'CTRL', value: 21 / 5, answered: 5, of: 5 })
  // the middle is the middle either way
  near(scoresOf(survey, { ctrl: { c1: 3, c2: 3, c3: 3, c4: 3, c5: 3 } })[0]?.value, 3)
  // saying yes to everything: (5+1+5+5+1) of 5
  near(scoresOf(survey, { ctrl: { c1: 5, c2: 5, c3: 5, c4: 5, c5: 5 } })[0]?.value, 3.4)
})

scoring('the ends of the range are reached, and never passed', () => {
  const survey = aSurvey([agreeing('PEER', ['p1', 'p2', 'p3', 'p4'], ['p2', 'p4'])])
  near(scoresOf(survey, { peer: { p1: 5, p2: 1, p3: 5, p4: 1 } })[0]?.value, 5)
  near(scoresOf(survey, { peer: { p1: 1, p2: 5, p3: 1, p4: 5 } })[0]?.value, 1)
})

/** How many items a scale has, and how many of them are enough: 80 in 100, in whole items. */
const enough: [items: number, least: number][] = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 4],
  [6, 5],
  [7, 6],
  [8, 7],
  [10, 8],
  [15, 12],
  [20, 16],
]
for (const [count, least] of enough)
  scoring(`of ${count} items ${least} are enough, and ${least - 1} are not`, () => {
    const names = Array.from({ length: count }, (_, n) => `c${n}`)
    const survey = aSurvey([agreeing('CTRL', names)])
    const scoreFor = (answered: number) => {
      const rows = names.map((name, n) => [name, n < answered ? 2 : 'declined'])
      return scoresOf(survey, { ctrl: Object.fromEntries(rows) })[0]!
    }
    assert.equal(scoreFor(least), { scale: 'CTRL', value: 2, answered: least, of: count })
    assert.equal(scoreFor(least - 1), { scale: 'CTRL', answered: least - 1, of: count })
  })

scoring('the mean is of what was answered: nothing is filled in for what was declined or left blank', () => {
  const survey = aSurvey([agreeing('EMP', ['e1', 'e2', 'e3', 'e4', 'e5'], ['e4', 'e5'])])
  // 5, 4, 3, 6-2=4: 16 of 4
  near(scoresOf(survey, { emp: { e1: 5, e2: 4, e3: 3, e4: 'declined', e5: 2 } })[0]?.value, 4)
  near(scoresOf(survey, { emp: { e1: 5, e2: 4, e3: 3, e5: 2 } })[0]?.value, 4)
})

scoring(
  'who declines to say whether a sentence is right is neither right nor wrong; who does not know is not right',
  () => {
    const survey = aSurvey([knowing('LAW', { l1: 'right', l2: 'wrong', l3: 'right', l4: 'wrong', l5: 'right' })])
    const answers = { l1: 'right', l2: 'wrong', l3: 'wrong', l4: 'dont-know', l5: 'declined' }
    assert.equal(scoresOf(survey, { law: answers }), [{ scale: 'LAW', value: 2 / 4, answered: 4, of: 5 }])
  },
)

scoring('a scale that is spread over two pages is one score, of all its items', () => {
  const survey = aSurvey([
    { ...agreeing('MYTH', ['m1', 'm2', 'm3'], ['m2']), name: 'first' },
    agreeing('PEER', ['p1', 'p2']),
    { ...agreeing('MYTH', ['m4', 'm5'], ['m5']), name: 'second' },
  ])
  // 1, 6-5=1, 2, 4, 6-3=3: 11 of 5
  const answers = { first: { m1: 1, m2: 5, m3: 2 }, second: { m4: 4, m5: 3 }, peer: { p1: 3, p2: 4 } }
  assert.equal(scoresOf(survey, answers), [
    { scale: 'MYTH', value: 11 / 5, answered: 5, of: 5 },
    { scale: 'PEER', value: 3.5, answered: 2, of: 2 },
  ])
  // one page alone is three of five items
  assert.equal(scoresOf(survey, { first: answers.first })[0], { scale: 'MYTH', answered: 3, of: 5 })
})

scoring('a scale of other numbers is turned round on its own range', () => {
  const question = agreeing('CTRL', ['c1', 'c2'], ['c2'])
  const columns = question.columns!.filter(({ value }) => typeof value !== 'number' || value < 4)
  // 1 to 3: 3, 3+1-1=3
  near(scoresOf(aSurvey([{ ...question, columns }]), { ctrl: { c1: 3, c2: 1 } })[0]?.value, 3)
})

scoring('no answers, or answers of no shape, have no score', () => {
  const survey = aSurvey([agreeing('RESP', ['r1', 'r2', 'r3'])])
  for (const answers of [{}, { resp: 'x' }, { resp: null }, { resp: [1, 2, 3] }, { resp: { r1: '5', r2: true } }])
    assert.equal(scoresOf(survey, answers), [{ scale: 'RESP', answered: 0, of: 3 }])
})

scoring.run()

const first = suite('the first version of the intake survey, as it is scored for good')
const intake = surveyOf(shipped, 'intake', 1)!
const scores = (answers: object) => new Map(scoresOf(intake, answers as never).map((score) => [score.scale, score]))

first('somebody who says “agree” to everything', () => {
  const all = scores(wholeAnswers(intake, 4))
  // each item counts 4, and 6-4=2 where it is worded the other way
  const expected = { CTRL: 16 / 5, PEER: 12 / 4, EMP: 16 / 5, PSEV: 16 / 5, MYTH: 20 / 6, MD: 20 / 6, BYST: 16 / 5 }
  for (const [scale, value] of Object.entries({ ...expected, RESP: 16 / 5, SUPP: 14 / 4, WELL: 10 / 3 }))
    near(all.get(scale)?.value, value)
})

first('its right answers on the law', () => {
  const right = { law1: 'right', law2: 'wrong', law3: 'right', law4: 'wrong', law5: 'right', law6: 'right' }
  assert.is(scores({ law: { ...right, law7: 'wrong', law8: 'wrong' } }).get('LAW')?.value, 1)
})

first('has eleven scales, and only they are scored', () => {
  const all = scores(wholeAnswers(intake))
  assert.is(all.size, 11)
  assert.equal(
    [...all.values()].map(one).find(({ answered, of }) => answered !== of),
    undefined,
  )
})

first.run()
