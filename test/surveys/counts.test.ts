import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { countsOf } from '../../src/surveys/counts.ts'
import { scoresOf } from '../../src/surveys/scores.ts'
import { agreeing, aSurvey, knowing } from '../support/small-survey.ts'

const law = suite('knowledge of the law')
const key = { l1: 'right', l2: 'wrong', l3: 'right', l4: 'wrong', l5: 'right', l6: 'right', l7: 'wrong', l8: 'wrong' }
const eight = aSurvey([knowing('LAW', key)])

law('the score is the share that is right: not knowing counts as an answer', () => {
  // right, right, wrong, don't know, right, right, wrong, right: 5 of 8
  const answers = { l1: 'right', l2: 'wrong', l3: 'wrong', l4: 'dont-know', l5: 'right', l6: 'right', l7: 'right' }
  const whole = { law: { ...answers, l8: 'wrong' } }
  assert.equal(scoresOf(eight, whole), [{ scale: 'LAW', value: 5 / 8, answered: 8, of: 8 }])
  assert.equal(countsOf(eight, whole, 'LAW'), {
    ...{ declined: 0, blank: 0 },
    knowledge: { right: 5, wrong: 2, unsure: 1 },
  })
})

law('what is declined is neither right nor wrong, and not counted among the answered', () => {
  const answers = { ...key, l8: 'declined' }
  assert.equal(scoresOf(eight, { law: answers }), [{ scale: 'LAW', value: 1, answered: 7, of: 8 }])
  assert.equal(countsOf(eight, { law: answers }, 'LAW'), {
    ...{ declined: 1, blank: 0 },
    knowledge: { right: 7, wrong: 0, unsure: 0 },
  })
})

law('with six of eight answered there is no share, and the counts are there all the same', () => {
  const { l7: _, ...six } = { ...key, l8: 'declined' }
  assert.equal(scoresOf(eight, { law: six }), [{ scale: 'LAW', answered: 6, of: 8 }])
  assert.equal(countsOf(eight, { law: six }, 'LAW'), {
    ...{ declined: 1, blank: 1 },
    knowledge: { right: 6, wrong: 0, unsure: 0 },
  })
})

law('who knows nothing for sure has none right', () => {
  const unsure = Object.fromEntries(Object.keys(key).map((item) => [item, 'dont-know']))
  assert.equal(scoresOf(eight, { law: unsure }), [{ scale: 'LAW', value: 0, answered: 8, of: 8 }])
  assert.equal(countsOf(eight, { law: unsure }, 'LAW').knowledge, { right: 0, wrong: 0, unsure: 8 })
})

law('of a scale of agreement only what is missing is counted', () => {
  const survey = aSurvey([agreeing('CTRL', ['c1', 'c2', 'c3'])])
  assert.equal(countsOf(survey, { ctrl: { c1: 1, c2: 'declined' } }, 'CTRL'), { declined: 1, blank: 1 })
})

law.run()
