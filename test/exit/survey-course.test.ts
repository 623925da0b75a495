// Over 150 lines because every reason for which nothing is concluded stands here once.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { IssuedSurvey } from '../../src/casefile/casefile.ts'
import { askingsOf, courseOf, type Point } from '../../src/exit/survey-course.ts'
import type { Question, Survey } from '../../src/surveys/definition.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { surveyIn, type Wave, waves } from '../../src/surveys/waves.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aCase, now, signed } from '../support/samples.ts'
import { agreeing, aSurvey, items, knowing, words } from '../support/small-survey.ts'

const ctrl = agreeing('CTRL', ['c1', 'c2', 'c3', 'c4', 'c5'], ['c2'])
const well = agreeing('WELL', ['w1', 'w2', 'w3'], ['w2'])
const law = knowing('LAW', { l1: 'right', l2: 'wrong' })
const asked = [ctrl, well, law]
const plain: Survey[] = [
  aSurvey(asked, 'intake'),
  aSurvey([...asked, agreeing('SAT', ['s1', 's2'], ['s2'])], 'exit'),
  aSurvey(asked, 'follow-up'),
]

type Given = Record<string, unknown>
const said = (changes: Given = {}): Given => ({
  ...{ ctrl: { c1: 2, c2: 4, c3: 2, c4: 2, c5: 2 }, well: { w1: 4, w2: 2, w3: 4 }, law: { l1: 'right', l2: 'right' } },
  ...changes,
})
/** Every item of self-control this much, the turned one the other way. */
const ctrlAt = (n: number) => said({ ctrl: { c1: n, c2: 6 - n, c3: n, c4: n, c5: n } })

const out = (wave: Wave, changes: Partial<IssuedSurvey> = {}): IssuedSurvey => ({
  ...{ id: `${wave}-1`, survey: surveyIn(wave), version: 1, wave, linkHash: 'h' },
  ...{ expiresAt: '2026-11-30T00:00:00.000Z', ...signed(), ...changes },
})
const answered = (wave: Wave, answers: Given, changes: Partial<IssuedSurvey> = {}, lang: 'ko' | 'en' = 'ko') =>
  out(wave, { ...changes, response: { at: now, lang, answers } })

const courses = (surveys: IssuedSurvey[], shelf: Survey[] = plain, at = now) =>
  courseOf(askingsOf(aCase({ surveys }), shelf, at), shelf)
const pointsOf = (scale: string, surveys: IssuedSurvey[], shelf: Survey[] = plain, at = now): Point[] =>
  courses(surveys, shelf, at).find((one) => one.scale === scale)?.points ?? []
const rounded = (n: number | undefined) => n && Math.round(n * 1000) / 1000

const course = suite('the course of a scale')

course('has a score at each time at which it was answered, and the difference from intake', () => {
  const levels = [2, 3, 3.5, 4, 3]
  // at 3.5 the items lie half at 3 and half at 4; only what is whole can be answered
  const given = waves.map((wave, at) => answered(wave, ctrlAt(Math.round(levels[at] ?? 0))))
  const points = pointsOf('CTRL', given)
  assert.equal(
    points.map(({ wave, score, difference, joined }) => [wave, score?.value, difference, joined]),
    [
      ['intake', 2, undefined, false],
      ['exit', 3, 1, true],
      ['follow-up-1', 4, 2, true],
      ['follow-up-3', 4, 2, true],
      ['follow-up-6', 3, 1, true],
    ],
  )
  assert.ok(points.every(({ missing, apart }) => missing === undefined && apart === undefined))
})

course('of knowledge the share and its counts are there', () => {
  const [before, after] = pointsOf('LAW', [
    answered('intake', said()),
    answered('exit', said({ law: { l1: 'right', l2: 'wrong' } })),
  ])
  assert.equal(before!.counts!.knowledge, { right: 1, wrong: 1, unsure: 0 })
  assert.equal([before!.score!.value, after!.score!.value, after!.difference], [0.5, 1, 0.5])
})

course('that is no outcome is shown without a difference, and its line all the same', () => {
  const [, after] = pointsOf('WELL', [answered('intake', said()), answered('exit', said())])
  assert.equal([after!.score!.value, after!.joined], [4, true])
  assert.is('difference' in after!, false)
})

course('asked once has one time', () => {
  assert.equal(
    pointsOf('SAT', [answered('exit', said({ sat: { s1: 5, s2: 1 } }))]).map(({ wave }) => wave),
    ['exit'],
  )
})

course('of every scale of ours is there, in the order of the surveys', () => {
  const whole = shipped.map(({ survey }) => survey)
  const given = waves.map((wave) => answered(wave, wholeAnswers(newestOf(shipped, surveyIn(wave))!)))
  const all = courses(given, [...shipped])
  assert.ok(whole.length >= 3)
  assert.is(all.length, 12)
  for (const { about, points } of all.filter(({ scale }) => scale !== 'SAT')) {
    assert.is(points.length, 5)
    // the same answers each time: no difference anywhere, and a line all along
    assert.ok(
      points.slice(1).every(({ joined, difference }) => joined && difference === (about.outcome ? 0 : undefined)),
    )
  }
})

course.run()

const missing = suite('a score that is not there')
const why = (...surveys: IssuedSurvey[]) => pointsOf('CTRL', surveys).map((point) => point.missing)

missing('says that it was not asked yet, or that the answers are waited for', () => {
  assert.equal(why(answered('intake', said()), out('exit')).slice(0, 3), [undefined, 'waiting', 'not-asked'])
  assert.is(why(out('intake', { opened: now }))[0], 'waiting')
})

missing('says that they chose not to answer it', () => {
  assert.is(why(out('intake', { refused: now }))[0], 'refused')
})

missing('says that no answer came: revoked, locked, or run out', () => {
  assert.is(why(out('intake', { revoked: signed() }))[0], 'no-answer')
  assert.is(why(out('intake', { pin: { hash: 'x', wrong: 5 } }))[0], 'no-answer')
  assert.is(why(out('intake', { expiresAt: now }))[0], 'no-answer')
})

missing('says that every item was declined, or that too few were answered', () => {
  const declined = Object.fromEntries(['c1', 'c2', 'c3', 'c4', 'c5'].map((item) => [item, 'declined']))
  const [all, some] = pointsOf('CTRL', [
    answered('intake', said({ ctrl: declined })),
    answered('exit', said({ ctrl: { c1: 1, c2: 2, c3: 3 } })),
  ])
  assert.equal([all!.missing, all!.score], ['declined', { scale: 'CTRL', answered: 0, of: 5 }])
  assert.equal([some!.missing, some!.score], ['too-few', { scale: 'CTRL', answered: 3, of: 5 }])
  assert.equal(some!.counts, { declined: 0, blank: 2 })
})

missing('says that it was not in the version of that time, or that this version is not there', () => {
  const shelf = [...plain, aSurvey([well, law], 'exit', 2)]
  const points = pointsOf('CTRL', [answered('intake', said()), answered('exit', said(), { version: 2 })], shelf)
  assert.is(points[1]!.missing, 'not-in-version')
  assert.is(pointsOf('CTRL', [answered('intake', said(), { version: 9 })])[0]!.missing, 'version-unknown')
})

missing('leaves a gap in the line, and the difference from intake stands', () => {
  const points = pointsOf('CTRL', [answered('intake', ctrlAt(2)), out('exit'), answered('follow-up-1', ctrlAt(3))])
  assert.equal([points[2]!.joined, points[2]!.difference], [false, 1])
})

missing('at intake leaves nothing to compare with', () => {
  const points = pointsOf('CTRL', [answered('exit', ctrlAt(2)), answered('follow-up-1', ctrlAt(3))])
  assert.ok(points.every(({ difference, apart }) => difference === undefined && apart === undefined))
  assert.equal(
    points.map(({ joined }) => joined),
    [false, false, true, false, false],
  )
})

missing('is found in the one that was handed out again', () => {
  const again = [out('exit', { revoked: signed() }), answered('exit', ctrlAt(3), { id: 'exit-2' })]
  assert.is(pointsOf('CTRL', again)[1]!.score?.value, 3)
})

missing.run()

const apart = suite('scores that are not compared')
const secondExit = (question: Question) => [...plain, aSurvey([question, well, law], 'exit', 2)]
const pair = (shelf: Survey[], lang: 'ko' | 'en' = 'ko') =>
  pointsOf('CTRL', [answered('intake', ctrlAt(2)), answered('exit', ctrlAt(3), { version: 2 }, lang)], shelf)[1]!

const otherwise: Record<string, Question> = {
  'an item is worded differently': {
    ...ctrl,
    rows: ctrl.rows!.map((row) => (row.value === 'c3' ? { ...row, text: words('something else') } : row)),
  },
  'what is asked about the items is worded differently': { ...ctrl, title: words('How often?') },
  'an answer is worded differently': {
    ...ctrl,
    columns: ctrl.columns!.map((column) => (column.value === 3 ? { ...column, text: words('often') } : column)),
  },
  'an item is turned round that was not': { ...ctrl, reversed: ['c2', 'c3'] },
  'an item more is asked': { ...ctrl, rows: items('c1', 'c2', 'c3', 'c4', 'c5', 'c6') },
  'an item less is asked': { ...ctrl, rows: items('c1', 'c2', 'c3', 'c4') },
}
for (const [what, question] of Object.entries(otherwise))
  apart(`when ${what}: both stand there, no line, no difference, and why`, () => {
    const point = pair(secondExit(question))
    assert.ok(point.score?.value !== undefined)
    assert.equal([point.joined, 'difference' in point], [false, false])
    assert.equal(point.apart, { from: 'intake', why: 'wording' })
  })

apart('when another answer counts as right', () => {
  const other = knowing('LAW', { l1: 'wrong', l2: 'wrong' })
  const shelf = [...plain, aSurvey([ctrl, other], 'exit', 2)]
  const given = [answered('intake', said()), answered('exit', said(), { version: 2 })]
  assert.equal(pointsOf('LAW', given, shelf)[1]!.apart, { from: 'intake', why: 'wording' })
})

apart('when they were answered in two languages', () => {
  const point = pair(secondExit(ctrl), 'en')
  assert.equal([point.joined, 'difference' in point], [false, false])
  assert.equal(point.apart, { from: 'intake', why: 'language' })
})

apart('but they are when only the number of the version is another', () => {
  const point = pair(secondExit(structuredClone(ctrl)))
  assert.equal([point.joined, rounded(point.difference), point.apart], [true, 1, undefined])
})

apart('and a scale beside one that was changed is compared as ever', () => {
  const shelf = secondExit(otherwise['an item is worded differently']!)
  const given = [answered('intake', said()), answered('exit', said(), { version: 2 })]
  assert.is(pointsOf('LAW', given, shelf)[1]!.difference, 0)
})

apart('with the one before, where intake asked the same', () => {
  const shelf = secondExit(otherwise['an item is worded differently']!)
  const given = [answered('intake', ctrlAt(2)), answered('exit', ctrlAt(3), { version: 2 })]
  const later = pointsOf('CTRL', [...given, answered('follow-up-1', ctrlAt(4))], shelf)[2]!
  assert.equal([later.joined, later.difference], [false, 2])
  assert.equal(later.apart, { from: 'exit', why: 'wording' })
})

apart.run()
