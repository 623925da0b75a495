import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { lists } from '../../src/codebook/codebook.ts'
import { reasons } from '../../src/reasons.ts'
import { wordsOf } from '../../views/words.ts'
import { sources, within } from './sources.ts'
import { codesAmiss, reasonsAmiss, sentences, unkind, unread, wordsAmiss } from './words.ts'

const [ko, en] = [wordsOf('ko'), wordsOf('en')]

const house = suite('words of the house')
house('are the same in Korean and English, none empty, no place to fill in lost', () =>
  assert.equal(wordsAmiss(ko, en), []),
)
house('are there for every reason to refuse', () => {
  assert.equal(reasonsAmiss(reasons, ko.reasons), [])
  assert.equal(reasonsAmiss(reasons, en.reasons), [])
})
house('are there for every code', () => assert.equal(codesAmiss(lists), []))
house('call nobody names', () => assert.equal([...unkind(ko), ...unkind(en)], []))
house('are all read by something', () => assert.equal(unread(ko, within(sources(), 'views/', 'src/', 'data/')), []))
house('are many', () => assert.ok(sentences(ko).size > 200))
house.run()

const broken = suite('words that are missing')
const amiss = (one: unknown, other: unknown) => wordsAmiss(one, other).join()

broken('are found in English', () =>
  assert.is(amiss({ a: { b: '가', c: '나' } }, { a: { b: 'x' } }), 'a/c: no English'),
)
broken('are found in Korean', () => assert.is(amiss({}, { a: 'x' }), 'a: no Korean'))
broken('are found in a row of words', () =>
  assert.is(amiss({ days: ['월', '화'] }, { days: ['Mon'] }), 'days/1: no English'),
)
broken('are found when empty', () => assert.is(amiss({ a: '가' }, { a: ' ' }), 'a: an empty word'))
broken('are found when a place is lost', () =>
  assert.is(amiss({ a: '{who} {when}' }, { a: '{who}' }), 'a: Korean fills in {when} {who}, English {who}'),
)
broken('are found when left in Korean', () =>
  assert.is(amiss({ a: '가' }, { a: '가' }), 'a: English in Korean letters'),
)
broken('are not found when a place moves', () => assert.is(amiss({ a: '{n}회 {who}' }, { a: '{who}: {n}, {n}' }), ''))
broken('are found for a reason', () =>
  assert.equal(reasonsAmiss(['missing', 'late'], { missing: 'x' }), ['late: no words']),
)
broken('are found when nobody refuses so', () =>
  assert.equal(reasonsAmiss(['missing'], { missing: 'x', old: 'x' }), ['old: nobody refuses for it']),
)
broken('are found for a code, and a code given twice', () => {
  const codes = [
    { code: 'a', number: 1, ko: '가', en: 'a' },
    { code: 'b', number: 2, ko: '나', en: '' },
    { code: 'c', number: 3, ko: '다', en: 'c' },
    { code: 'd', number: 3, ko: '라', en: 'd' },
  ]
  assert.equal(codesAmiss({ level: { ko: '학교급', en: 'Level', codes } }), [
    'level/b: no word in both languages',
    'level/c: given twice',
    'level/d: given twice',
  ])
  assert.is(codesAmiss({ level: { ko: '', en: 'Level', codes: [] } }).length, 1)
})
broken('are found when unkind', () => assert.is(unkind({ a: '가해 학생', b: 'The offender', c: '청소년' }).length, 2))
broken('are found when nothing reads them', () => {
  const files = [
    { path: 'views/words.ko.ts', text: "export const ko = { old: '가', read: '나' }" },
    { path: 'views/page.ts', text: '// the old one\nt.read; t.days[at]' },
  ]
  assert.equal(unread({ a: { old: '가', read: '나' }, days: ['월'] }, files), ['a/old'])
  assert.equal(unread({ 'see a page': '가', 'see it all': '나' }, [{ path: 'src/may.ts', text: "'see a page'" }]), [
    'see it all',
  ])
})
broken.run()
