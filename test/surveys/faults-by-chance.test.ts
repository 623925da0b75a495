import fc from 'fast-check'
import { Model } from 'survey-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readAnswers } from '../../src/surveys/answers.ts'
import { completed } from '../../src/surveys/completion.ts'
import { type Survey, shownOf } from '../../src/surveys/definition.ts'
import { faultsOf } from '../../src/surveys/faults.ts'
import { shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { everyKind, words } from '../support/survey-parts.ts'

const changing = suite('a definition in which something was changed by chance')

/** Values and names that a hostile or a careless hand might put anywhere. */
const values = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1e9,
    0.5,
    '',
    'yes',
    'declined',
    'constructor',
    '__proto__',
    [],
    {},
  ),
  fc.constantFrom<unknown>(
    '<b>x</b>',
    '{one}',
    "{some} contains 'yes'",
    "{one} = 'yes'",
    'CTRL',
    'LAW',
    'html',
    'text',
  ),
  fc.constantFrom<unknown>(['yes'], ['ctrl1'], words('x'), { default: '가' }, { value: 'new', text: words('new') }),
)
const names = fc.constantFrom(
  ...['html', 'visibleIf', 'isRequired', 'eachRowRequired', 'scale', 'reversed', 'key', 'safety', 'choices', 'title'],
  ...['validators', 'defaultValue', 'choicesFromQuestion', 'maxLength', 'description', 'completeText', 'isExclusive'],
)
const change = fc.record({
  how: fc.constantFrom('remove', 'replace', 'add', 'copy', 'swap'),
  where: fc.nat(),
  name: names,
  value: values,
})

/** Every object and list in a definition. */
const insideOf = (one: unknown): object[] =>
  typeof one === 'object' && one !== null ? [one, ...Object.values(one).flatMap(insideOf)] : []

function changed(
  definition: unknown,
  { how, where, name, value }: { how: string; where: number; name: string; value: unknown },
) {
  const copy = structuredClone(definition)
  const all = insideOf(copy)
  const inside = all[where % all.length] as Record<string, unknown>
  const keys = Object.keys(inside)
  const key = keys[where % Math.max(1, keys.length)] ?? name
  if (how === 'add') inside[name] = structuredClone(value)
  else if (how === 'replace') inside[key] = structuredClone(value)
  else if (Array.isArray(inside)) {
    if (how === 'remove') inside.splice(Number(key), 1)
    else if (how === 'copy') inside.push(structuredClone(inside[Number(key)]))
    else inside.reverse()
  } else if (how === 'remove') delete inside[key]
  return copy
}

const seen = { refused: 0, asked: 0 }
/** Refused with a reason; or SurveyJS takes it, and it can be answered and is taken in. */
function holds(definition: unknown): void {
  if (faultsOf(definition).length > 0) {
    seen.refused++
    return
  }
  seen.asked++
  const survey: Survey = { survey: 'any', version: 1, definition: definition as Survey['definition'] }
  const model = new Model(shownOf(survey))
  assert.equal(model.jsonErrors ?? [], [])
  model.dispose()
  const answers = readAnswers(survey, wholeAnswers(survey))
  assert.ok(answers.ok)
  assert.ok(completed(survey, answers.value).ok, JSON.stringify(answers.value))
}

changing('is refused, or can be asked and answered', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (all) =>
      holds(all.reduce(changed, everyKind as unknown)),
    ),
    { numRuns: 200, seed: 5 },
  )
  assert.ok(seen.refused > 100 && seen.asked > 25, JSON.stringify(seen))
})

for (const { survey, definition } of shipped)
  changing(`is refused, or can be asked and answered: ${survey}`, () =>
    fc.assert(
      fc.property(change, (one) => holds(changed(definition, one))),
      { numRuns: 6, seed: 7 },
    ),
  )

changing.run()
