import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { badlyNamed, tooLong } from './size.ts'
import { sources } from './sources.ts'

const all = sources()
const house = suite('files of the house')
house('are short, or say why they are not', () => assert.equal(tooLong(all), []))
house('are named for what is in them', () => assert.equal(badlyNamed(all), []))
house.run()

const broken = suite('a file that breaks the rule of size or name')
const lines = (count: number, top = '') => `${top}${'x\n'.repeat(count - (top ? 1 : 0))}`
const long = (path: string, text: string) => tooLong([{ path, text }]).length

broken('is found over 250 lines, whatever it says', () => {
  assert.is(long('src/a.ts', lines(251)), 1)
  assert.is(long('src/a.ts', lines(251, '// Over 150 lines because it is\n')), 1)
  for (const path of ['views/assets/a.js', 'views/assets/a.css', 'surveys/a.v1.json', 'README.md', '.ci/run'])
    assert.is(long(path, lines(251)), 1, path)
})
broken('is found over 150 lines without a reason', () => {
  assert.is(long('src/a.ts', lines(151)), 1)
  assert.is(long('src/a.ts', lines(151, '// Over 150 lines because\n')), 1)
  assert.is(long('src/a.ts', `${lines(140)}// Over 150 lines because it is\n${lines(20)}`), 1)
})
broken('is not found with one, nor at 150', () => {
  assert.is(long('src/a.ts', lines(200, '/* Over 150 lines because it is one page to read */\n')), 0)
  assert.is(long('src/a.ts', lines(150)), 0)
  assert.is(long('data/a.json', lines(200)), 0)
})

const named = (path: string) => badlyNamed([{ path, text: '' }]).length
broken('is found when its name says nothing', () => {
  for (const name of ['utils', 'helpers', 'common', 'service', 'manager', 'types', 'index'])
    assert.is(named(`src/exit/${name}.ts`), 1, name)
  assert.is(named('src/helpers/text.ts'), 1)
})
broken('is found when not in kebab-case', () => {
  assert.is(named('src/exit/closeCase.ts'), 1)
  assert.is(named('src/exit/close_case.ts'), 1)
})
broken('is not found when its name is good', () => {
  for (const path of ['src/exit/close.ts', 'test/exit/close.test.ts', 'views/words.ko.ts', 'README.md', '.ci/run'])
    assert.is(named(path), 0, path)
})
broken.run()
