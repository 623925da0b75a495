import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { en } from '../../views/consent/texts.en.ts'
import { ko } from '../../views/consent/texts.ko.ts'
import { textOf } from '../../views/consent/texts.ts'
import { wordsAmiss } from '../house/words.ts'

const texts = suite('what is explained before a consent')
const values = { centre: '새길 상담센터', years: 3, referrer: '언덕중학교' }

texts('is the same in Korean and English, none empty, no place to fill in lost', () =>
  assert.equal(wordsAmiss(ko, en), []),
)

texts('names recipient, purpose, items and how long the recipient keeps it, and lets the periods stand out', () => {
  for (const audience of ['youth', 'guardian'] as const)
    for (const lang of ['ko', 'en'] as const) {
      const told = textOf('third-party', audience, lang, values)!
      assert.equal(
        told.lines.map(({ part, important }) => `${part}${important ? ' !' : ''}`),
        ['recipient !', 'purpose !', 'items', 'recipientPeriod !', 'refusal'],
      )
      assert.is(told.lines[0]?.text, '언덕중학교')
      const sensitive = textOf('sensitive', audience, lang, { ...values, years: 5 })!
      assert.equal(
        sensitive.lines.filter(({ important }) => important).map(({ part }) => part),
        ['items', 'period'],
      )
      assert.match(sensitive.lines.find(({ part }) => part === 'period')?.text ?? '', '5')
      const asked = audience === 'youth' ? 'collection' : 'guardian-under-14'
      const parts = textOf(asked, audience, lang, values)!.lines.map(({ part }) => part)
      assert.equal(parts, ['purpose', 'items', 'period', 'seenBy', 'refusal'])
    }
})

texts.run()
