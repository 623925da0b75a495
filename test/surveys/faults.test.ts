import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isTooLarge, mostKiB, readDefinition } from '../../src/surveys/definition-text.ts'
import { faultCodes, faultsOf } from '../../src/surveys/faults.ts'
import { hostile } from '../support/hostile-definitions.ts'
import { boxes, definitionOf, everyKind, radio, text, words } from '../support/survey-parts.ts'

const refusing = suite('what cannot be published')

refusing('one question of each kind may be', () => assert.equal(faultsOf(everyKind), []))

for (const [what, definition, code] of hostile)
  refusing(`${what}: refused as ${code}`, () => {
    const found = faultsOf(definition)
    assert.ok(
      found.some((fault) => fault.what === code),
      JSON.stringify(found.slice(0, 5)),
    )
    assert.is(({} as { pages?: unknown }).pages, undefined)
  })

refusing('every fault that there are words for is found here or in a text', () => {
  const elsewhere = ['not-json', 'not-json-at', 'refused-by-surveyjs']
  const met = new Set(hostile.flatMap(([, definition]) => faultsOf(definition).map(({ what }) => what as string)))
  assert.equal(
    faultCodes.filter((code) => !met.has(code) && !elsewhere.includes(code)),
    [],
  )
})

refusing('it is said where: the page, the question, the answer and the language', () => {
  const choices = [...boxes.choices.slice(0, 2), { ...boxes.choices[2], text: { default: '가', en: '<' } }]
  assert.equal(faultsOf(definitionOf([radio], [text, { ...boxes, choices }])), [
    { what: 'words-with-tags', at: { page: 2, question: 'some', part: 'choice', nth: 3, lang: 'en' } },
  ])
  const { en: _, ...korean } = words('?')
  assert.equal(faultsOf(definitionOf([radio], [text, { ...boxes, title: korean, name: 'Not a name' }])), [
    { what: 'bad-name', at: { page: 2, question: 2 }, of: { name: 'Not a name' } },
    { what: 'english-missing', at: { page: 2, question: 2, part: 'title' } },
  ])
})

refusing('what is said of a fault holds nothing long and nothing unseen', () => {
  const [fault] = faultsOf({ ...definitionOf([radio]), [`\u202e${'x'.repeat(5000)}`]: 1 })
  assert.equal(fault?.of, { name: `${'x'.repeat(40)}…` })
})

refusing('an emoji of several parts and a line break are words like others', () =>
  assert.equal(faultsOf(definitionOf([{ ...radio, title: { default: '가 👩‍👩‍👧\n나', en: 'a 👍🏽' } }])), []),
)

refusing.run()

const reading = suite('the text of a definition')

reading('is read as it stands', () =>
  assert.equal(readDefinition(JSON.stringify(everyKind)), { definition: everyKind }),
)
reading('that is no JSON is refused with the line where reading stopped, where that is known', () => {
  const said = (given: string) => readDefinition(given)
  const at = (line: number) => ({ faults: [{ what: 'not-json-at', at: {}, of: { line } }] })
  assert.equal(said('{\n"a": 1\n"b": 2}'), at(3))
  assert.equal(said('{\n"a": 1,\n'), at(3))
  assert.equal(said(''), at(1))
  assert.ok(['not-json', 'not-json-at'].includes((said('<html>') as { faults: { what: string }[] }).faults[0]!.what))
})
reading('may have 256 KiB as on a disk, and no more', () => {
  assert.is(mostKiB, 256)
  assert.not(isTooLarge('가'.repeat((256 * 1024) / 3)))
  assert.ok(isTooLarge('가'.repeat((256 * 1024) / 3 + 1)))
})

/** As long as a text may be: the beginning, then one thing over and over. */
const filled = (head: string, again: (nth: number) => string, tail: string, most = 256 * 1024): string => {
  const parts: string[] = []
  for (let nth = 0, length = head.length + tail.length; ; nth++) {
    const part = again(nth)
    length += part.length + 1
    if (length > most) return `${head}${parts.join(',')}${tail}`
    parts.push(part)
  }
}
const top = '{"locale":"ko","clearInvisibleValues":"onComplete","pages":['
const page = `${top}{"name":"a","title":{"default":"가","en":"a"},"elements":[`
const asking = `${page}{"type":"matrix","name":"q","title":{"default":"가","en":"a"},"rows":[],"columns":[`
/** Just under what is looked at closely at all. */
const near = 60_000
const slow: Record<string, string> = {
  'nothing but brackets': `${'['.repeat(131_072)}${']'.repeat(131_072)}`,
  'objects in objects': `${'{"a":'.repeat(43_000)}1${'}'.repeat(43_000)}`,
  'keys without end': filled('{', (nth) => `"k${nth}":1`, '}'),
  'empty pages': filled(top, () => '{}', ']}'),
  'fewer empty pages': filled(top, () => '{}', ']}', 29_000),
  'empty questions': filled(page, () => '{"type":"matrix"}', ']}]}', near),
  'columns of objects': filled(asking, () => '{"value":{}}', ']}]}]}', near),
  'one endless word': JSON.stringify(definitionOf([{ ...radio, title: { default: '가'.repeat(80_000), en: 'a' } }])),
  'one endless condition': JSON.stringify(definitionOf([{ ...radio, visibleIf: `{${'a'.repeat(250_000)}` }])),
  'words at their longest, all unseen': JSON.stringify(
    definitionOf(
      ...Array.from({ length: 25 }, (_, p) =>
        Array.from({ length: 6 }, (_, q) => ({ ...text, name: `t${p}-${q}`, title: words('\u200b<{'.repeat(200)) })),
      ),
    ),
  ),
}
for (const [what, given] of Object.entries(slow))
  reading(`is refused within a quarter of a second of the processor: ${what}`, () => {
    const before = process.cpuUsage()
    const read = readDefinition(given)
    const { user, system } = process.cpuUsage(before)
    assert.ok('faults' in read)
    assert.ok(user + system < 250_000, `${(user + system) / 1000} ms`)
  })

reading.run()
