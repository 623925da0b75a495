// Over 150 lines because the whole paper is read, as a page and as a Word file, in both languages.
import { strFromU8, unzipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Published, ShownScale } from '../../src/report/shown.ts'
import { holmOf } from '../../src/report/statistics/holm.ts'
import { done } from '../../src/result.ts'
import { scales } from '../../src/surveys/scales.ts'
import { wordsOf } from '../../views/words.ts'
import { ask, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { releaseByHand, shownByHand } from '../support/released.ts'
import { aVisitor } from '../support/visitor.ts'

let house: TestHouse
const langs = ['ko', 'en'] as const

const test = suite('the results paper')
test.before(async () => {
  house = await aHouse((view) => {
    view.saveEntry('releases', releaseByHand())
    view.saveEntry('releases', releaseByHand({ id: '2026-02', approved: undefined }))
  })
  await signedIn(house)
})
test.after(() => house.close())

/** Each page once: it is long, and looked through to the last letter. */
const pages = new Map<string, Promise<HTMLElement>>()
function pageOf(lang: string, id = '2026-01'): Promise<HTMLElement> {
  const path = `/report/releases/${id}/paper?lang=${lang}`
  const page = pages.get(path) ?? opened(path)
  pages.set(path, page)
  return page
}
async function opened(path: string): Promise<HTMLElement> {
  const visitor = await aVisitor(house).signIn('yoo')
  await visitor.open(path)
  assert.is(visitor.status, 200)
  return visitor.document.querySelector('.paper') as unknown as HTMLElement
}
const textOf = (element: HTMLElement): string =>
  [...element.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, th, td')]
    .filter((one) => !one.closest('.paper-contents'))
    .map((one) => one.textContent)
    .join('\n')

async function filesOf(lang: string): Promise<Record<string, string>> {
  const answer = await ask(house, 'seo', 'GET', `/report/releases/2026-01/paper.docx?lang=${lang}`)
  assert.is(answer.status, 200)
  assert.is(answer.headers.get('Content-Disposition'), `attachment; filename="2026-01-${lang}.docx"`)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]))
}
const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .join('\n')

/** Every number that the shown tables hold, as it may be printed. */
function shownNumbers({ figures, crosses, outcome }: Published): Set<string> {
  const whole = [
    ...figures.flatMap(({ base, missing, rows }) => [
      base,
      missing,
      ...rows.flatMap(({ count, percent }) => [count, percent]),
    ]),
    ...crosses.flatMap((one) => [one.base, ...one.cells.flat(), ...one.rowTotals, ...one.columnTotals]),
    ...outcome.map(({ pairs }) => pairs),
  ]
  const printed = whole.flatMap((n) => (n === null ? [] : [n.toLocaleString('en')]))
  return new Set([
    ...printed,
    ...outcome.flatMap(scoresOf),
    ...holmOf(outcome.map(({ numbers }) => numbers?.p)).map(said),
  ])
}
const said = (p?: number) => (p === undefined ? '' : p < 0.001 ? '0.001' : p.toFixed(3))
function scoresOf({ scale, numbers }: ShownScale): string[] {
  if (!numbers) return []
  const { before, after, change, effect = 0, p } = numbers
  const scores = [before.mean, before.sd, before.median, after.mean, after.sd, after.median, ...Object.values(change)]
  const look = (n: number) =>
    scales[scale]?.kind === 'knowledge' ? String(Math.round(Math.abs(n) * 100)) : Math.abs(n).toFixed(2)
  return [...scores.map(look), Math.abs(effect).toFixed(2), said(p)]
}

/** Numbers that are settled, not counted. */
const settled = new Set([
  // register number, days of the period, the cut-off and the approval, in either way of writing
  ...['2026', '01', '2019', '7', '1', '2020', '12', '31', '11', '20', '21'],
  // threshold; 95 % intervals; 80 % of the items; base of percentages; fewest pairs; exact up to; 100 %; age; 0 in an interval
  ...['5', '95', '80', '20', '6', '200', '100', '14', '0'],
  // sessions as settled: usual, least, minutes
  ...['12', '10', '50'],
  // items and ranges of scales
  ...Object.values(scales).flatMap(({ items, from, to }) => [String(items.length), String(from), String(to)]),
])

function strangersIn(text: string): string[] {
  const shown = shownNumbers(shownByHand)
  return text
    .split('\n')
    .map((line) => line.replace(/^(표|Table) \d+\. /, '').replace(/^\d+\.(\d+)? /, ''))
    .flatMap((line) => (line.match(/\d+(,\d{3})*(\.\d+)?/g) ?? []).map((n) => [n, line] as const))
    .filter(([n]) => !shown.has(n) && !settled.has(n.replace(/^0(?=\d$)/, '')) && !settled.has(n))
    .map(([n, line]) => `${n} in “${line}”`)
}

for (const lang of langs) {
  test(`prints no number that the release does not show, in ${lang}, as a page or in Word`, async () => {
    const page = textOf(await pageOf(lang))
    assert.ok(page.includes('1,323') && page.includes('154') && page.includes('57'))
    assert.equal(strangersIn(page), [])
    const word = wordsIn((await filesOf(lang))['word/document.xml'] ?? '')
    assert.ok(word.includes('1,323') && word.includes('154') && word.includes('57'))
    assert.equal(strangersIn(word), [])
  })

  test(`has a row for each number shown and for no other, in ${lang}`, async () => {
    const paper = await pageOf(lang)
    for (const { id, rows } of shownByHand.figures) {
      const lines = [...paper.querySelectorAll(`#table-${id} tbody tr`)].map((tr) =>
        [...tr.querySelectorAll('td')].map((td) => td.textContent),
      )
      const shown = rows.filter(({ count }) => count !== null && count > 0)
      assert.equal(
        lines.map(([count]) => count),
        shown.map(({ count }) => count?.toLocaleString('en')),
        id,
      )
    }
  })

  test(`says the base below every table of numbers, in ${lang}`, async () => {
    const { base, baseHidden, crossBase, change, flow } = wordsOf(lang).resultsPaper
    const begins = [...Object.values(base), baseHidden, crossBase, change.base, flow.base].map(
      (text) => text.split('{')[0] ?? '',
    )
    const tables = [...(await pageOf(lang)).querySelectorAll('.paper-table')].filter(
      ({ id }) => id !== 'table-measures',
    )
    assert.ok(tables.length > 9)
    for (const table of tables) {
      const below = table.querySelector('.base')?.textContent ?? ''
      assert.ok(
        begins.some((text) => text !== '' && below.startsWith(text)),
        `${table.id}: ${below}`,
      )
    }
  })

  test(`has no share where the base is below twenty, in ${lang}`, async () => {
    const table = (await pageOf(lang)).querySelector('#table-relation')
    assert.not.match(table?.querySelector('table')?.textContent ?? '', /%/)
    assert.match(table?.textContent ?? '', wordsOf(lang).resultsPaper.noPercent)
  })

  test(`says that it cannot show a cause, and cannot say “96 %”, in ${lang}`, async () => {
    const text = textOf(await pageOf(lang))
    assert.match(text, wordsOf(lang).resultsPaper.says.cause)
    assert.match(text, wordsOf(lang).resultsPaper.says.completers)
    assert.not.match(text, /96\s?%/)
  })

  test(`goes in the order of TREND, with a TIDieR box of twelve items, in ${lang}`, async () => {
    const { parts } = wordsOf(lang).resultsPaper
    const page = await pageOf(lang)
    const headings = [...page.querySelectorAll('.paper-part > h2')].map(({ textContent }) => textContent)
    assert.equal(
      headings,
      [parts.abstract, parts.background, parts.methods, parts.results, parts.limits, parts.made].map(
        (name, at) => `${at + 1}. ${name}`,
      ),
    )
    assert.is(page.querySelectorAll('.paper-box dt').length, 12)
    assert.is(page.querySelectorAll('#table-measures tbody tr').length, Object.keys(scales).length)
  })

  test(`is Word with real headings, heads of tables that repeat, and its language, in ${lang}`, async () => {
    const files = await filesOf(lang)
    const body = files['word/document.xml'] ?? ''
    const styles = files['word/styles.xml'] ?? ''
    assert.is(body.match(/<w:pStyle w:val="Heading1"\/>/g)?.length, 6)
    assert.ok((body.match(/<w:pStyle w:val="Heading2"\/>/g)?.length ?? 0) > 12)
    assert.is(body.match(/<w:pStyle w:val="Title"\/>/g)?.length, 1)
    const tables = body.match(/<w:pStyle w:val="Caption"\/>/g)?.length
    assert.is(body.match(/<w:tblHeader\/>/g)?.length, tables)
    assert.match(styles, `w:lang w:val="${lang === 'ko' ? 'ko-KR' : 'en-GB'}"`)
    assert.match(styles, 'w:eastAsia="Malgun Gothic"')
    assert.match(styles, 'w:eastAsia="ko-KR"')
  })
}

test('names nobody who proposed or approved it', async () => {
  const text = textOf(await pageOf('ko'))
  for (const { name } of await house.store.people()) assert.not.match(text, name)
  assert.match(text, '새길 상담센터')
})

test('is marked as a draft until it is approved, and as withdrawn after that', async () => {
  const { cautions } = wordsOf('ko').resultsPaper
  assert.match(textOf(await pageOf('ko', '2026-02')), cautions.proposed)
  assert.not.match(textOf(await pageOf('ko')), /초안|철회된/)
  const gone = releaseByHand({ id: '2026-03', withdrawn: { by: 'seo', at: '2026-11-22T00:00:00.000Z', why: '오류' } })
  await house.store.change((view) => done(view.saveEntry('releases', gone)))
  assert.match(textOf(await pageOf('ko', '2026-03')), cautions.withdrawn)
})

test('is listed for whoever may see releases, from those that are approved', async () => {
  const visitor = await aVisitor(house).signIn('yoo')
  await visitor.open('/report/paper')
  visitor.mustSee('2026-01')
  assert.not.match(visitor.words, '2026-02')
})

test.run()
