import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { safetyGone, scaleAsAsked, scaleEffects } from '../../src/surveys/alike.ts'
import type { Definition, Survey } from '../../src/surveys/definition.ts'
import { everyKind, matrix, radio, safety, surveyOf, words } from '../support/survey-parts.ts'

const before: Survey = { survey: 'intake', version: 1, definition: everyKind as Definition }

/** A second version, with one thing done to it. */
function after(change: (definition: typeof everyKind) => void): Survey {
  const definition = structuredClone(everyKind)
  change(definition)
  return { survey: 'intake', version: 2, definition: definition as Definition }
}
// biome-ignore lint/suspicious/noExplicitAny: tests put anything anywhere
type Anything = any
const asked = (definition: typeof everyKind, name: string): Anything =>
  definition.pages.flatMap(({ elements }) => elements as { name: string }[]).find((one) => one.name === name)

const comparing = suite('a scale from version to version')
const effectOf = (change: (definition: typeof everyKind) => void) =>
  Object.fromEntries(scaleEffects(before, after(change)).map(({ scale, effect }) => [scale, effect]))

comparing('stays comparable while it is asked and scored alike, wherever its page stands', () => {
  const moved = effectOf(({ pages }) => pages.push(pages.shift()!))
  assert.equal(moved, { LAW: 'alike', CTRL: 'alike' })
  assert.equal(effectOf((one) => asked(one, 'm').rows.reverse()).CTRL, 'alike')
  assert.equal(effectOf((one) => Object.assign(asked(one, 'm'), { name: 'renamed' })).CTRL, 'alike')
})

for (const [what, change] of Object.entries<(m: Anything) => void>({
  'a word of an item, in Korean': (m) => Object.assign(m.rows[0].text, { default: '다르게' }),
  'a word of an item, in English': (m) => Object.assign(m.rows[0].text, { en: 'otherwise' }),
  'the question above it': (m) => Object.assign(m.title, { default: '다르게' }),
  'a word of an answer': (m) => Object.assign(m.columns[0].text, { default: '다르게' }),
  'the order of the answers': (m) => m.columns.reverse(),
  'an item that came': (m) => m.rows.push({ value: 'ctrl3', text: words('ctrl3') }),
  'an item that went': (m) => m.rows.pop(),
  'what is turned round': (m) => Object.assign(m, { reversed: ['ctrl1'] }),
}))
  comparing(`is compared no more after a change of ${what}; others still are`, () => {
    const effects = effectOf((one) => change(asked(one, 'm')))
    assert.equal(effects, { CTRL: 'changed', LAW: 'alike' })
  })

comparing('is compared no more when other answers count as right', () =>
  assert.is(effectOf((one) => Object.assign(asked(one, 'law').key, { law2: 'right' })).LAW, 'changed'),
)

comparing('that is asked for the first time, or no more, says so', () => {
  const effects = effectOf((one) => Object.assign(asked(one, 'm'), { scale: 'EMP' }))
  assert.equal(effects, { EMP: 'new', LAW: 'alike', CTRL: 'gone' })
  assert.is(scaleAsAsked(surveyOf([radio]), 'CTRL'), undefined)
  assert.not.equal(scaleAsAsked(surveyOf([matrix]), 'CTRL'), undefined)
})

comparing('a question of safety that went is told apart', () => {
  const gone = after((one) => one.pages.splice(2, 1))
  assert.equal(safetyGone(before, gone), [safety.safety.code])
  assert.equal(safetyGone(before, before), [])
})

comparing.run()
