import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import type { House } from '../../src/web/site.ts'
import { wordsOf } from '../../views/words.ts'
import { tellingNames, tellingTitle } from './neutral.ts'
import { sources } from './sources.ts'
import { sentences } from './words.ts'

/** Keys of words that stand in a title or in the menu; a figure's title is a caption on the page. */
const page = /title$|\/doors\/|^shared\/name$/i

const house = suite('what stands in a history, a mail or a download')
house('tells nothing by a file’s name', () => assert.equal(tellingNames(sources().map(({ path }) => path)), []))
house('tells nothing by an address', () => {
  const { routes } = siteOf({} as House)
  assert.ok(routes.length > 40)
  assert.equal(tellingNames(routes.map(({ path }) => path)), [])
})
house('tells nothing by a title', () => {
  const titles = (['ko', 'en'] as const).flatMap((lang) =>
    [...sentences(wordsOf(lang))]
      .filter(([key]) => page.test(key) && !key.includes('figures/'))
      .map(([, title]) => title),
  )
  assert.ok(titles.length > 40)
  assert.equal(tellingNames(titles), [])
})
house.run()

const broken = suite('a name that tells')
for (const name of [
  'data/offenders.csv',
  '/perpetrators/:id',
  '디지털 성범죄 상담',
  '가해 청소년',
  'Sexual offences',
  '/report/victims',
])
  broken(`is found in ${name}`, () => assert.is(tellingNames([name]).length, 1))
broken('is found when a title names a person', () =>
  assert.equal(tellingTitle('김민준 · 새길', ['김민준', '']), ['“김민준 · 새길” names 김민준']),
)
broken('is not found in a neutral one', () =>
  assert.equal(
    [...tellingNames(['src/referral/refer.ts', '/cases/:number']), ...tellingTitle('사례 2026-0001', ['김민준'])],
    [],
  ),
)
broken.run()
