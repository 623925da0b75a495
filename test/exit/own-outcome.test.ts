import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ownOutcomeOf } from '../../src/exit/own-outcome.ts'
import type { Point, ScaleCourse } from '../../src/exit/survey-course.ts'
import { scales } from '../../src/surveys/scales.ts'

const point = (wave: Point['wave'], value?: number, apart?: 'wording' | 'language'): Point => ({
  ...{ wave, joined: false },
  ...(value !== undefined && { score: { scale: 'CTRL', value, answered: 5, of: 5 } }),
  ...(apart && { apart: { from: 'intake', why: apart } }),
})
const course = (scale: string, ...points: Point[]): ScaleCourse => ({ scale, about: scales[scale]!, points })
const moved = (before: number, after: number, scale = 'CTRL') => {
  const [found] = ownOutcomeOf([course(scale, point('intake', before), point('exit', after))])
  return found && 'moved' in found.beside ? found.beside.moved : undefined
}

const own = suite('what is looked at with the youth')

own('a quarter of a step is the same, less than a whole one a little, from a whole one on much', () => {
  assert.is(moved(3, 3.2), 'same')
  assert.is(moved(3, 2.8), 'same')
  assert.is(moved(3, 3.25), 'more')
  assert.is(moved(3, 2.2), 'less')
  assert.is(moved(3, 4), 'much-more')
  assert.is(moved(3, 2), 'much-less')
})

own('of the law, one answer in eight is a little', () => {
  assert.is(moved(0.5, 0.625, 'LAW'), 'more')
  assert.is(moved(0.5, 0.75, 'LAW'), 'much-more')
})

own('stands on a line from 0 to 1, whichever way is hoped for', () => {
  const [found] = ownOutcomeOf([course('PEER', point('intake', 5), point('exit', 1))])
  assert.equal(found?.beside, { begin: 1, end: 0, moved: 'much-less' })
})

own('leaves out distress, and says why the rest is not on a line', () => {
  const found = ownOutcomeOf([
    course('WELL', point('intake', 3), point('exit', 3)),
    course('CTRL', point('intake', 3), point('exit', 3, 'language')),
    course('EMP', point('intake', 3), point('exit', 3, 'wording')),
    course('MD', point('intake', 3), point('exit')),
    course('BYST', point('intake'), point('exit', 3)),
  ])
  assert.equal(
    found.map(({ scale, beside }) => [scale, 'notBeside' in beside && beside.notBeside]),
    [
      ['CTRL', 'language'],
      ['EMP', 'wording'],
      ['MD', 'end-missing'],
      ['BYST', 'begin-missing'],
    ],
  )
})

own.run()
