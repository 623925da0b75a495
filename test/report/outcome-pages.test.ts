import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import type { Wave } from '../../src/surveys/waves.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'

const answered = (wave: 'intake' | 'exit', row: number, lang: 'ko' | 'en' = 'ko'): CaseFile['surveys'][number] => {
  const survey = newestOf(shipped, wave)!
  return {
    ...{ id: `${wave}-1`, survey: wave, version: survey.version, wave: wave as Wave, linkHash: undefined },
    ...{ expiresAt: '2026-12-01T00:00:00.000Z', ...signed() },
    response: { at: '2026-11-16T02:00:00.000Z', lang, answers: wholeAnswers(survey, row) },
  }
}
const closings = [{ on: '2026-11-20', reason: 'completed', ...signed() }]
const cases = [1, 2, 3, 4, 5, 6, 7].map((at) =>
  aCaseInSessions({
    number: `2026-000${at}`,
    closings: at === 7 ? [] : closings,
    surveys: [answered('intake', 1), ...(at === 7 ? [] : [answered('exit', 3, at === 6 ? 'en' : 'ko')])],
  }),
)
const house = await aHouse((view) => {
  for (const one of cases) view.saveCase(one)
})

const pages = suite('the pages of change')
const seo = await aVisitor(house).signIn('seo')
const han = await aVisitor(house).signIn('han')

pages('say whose answers they are, and why some are missing', async () => {
  await seo.open('/report/outcome')
  const flow = seo.document.querySelector('.flow')?.textContent ?? ''
  for (const said of ['7 접수한 청소년', '6 사후 설문에도 답함', '아직 상담 중 1'])
    assert.ok(flow.replace(/\s+/g, ' ').includes(said), `${said}: ${flow}`)
})

pages('compare nobody who answered in another language, give no p under six pairs, and name no cause', async () => {
  await seo.open('/report/outcome')
  const row = seo.document.querySelector('tr[data-scale="CTRL"]')
  assert.is(row?.querySelector('td')?.textContent, '5')
  const ranks = [...seo.document.querySelectorAll('[aria-labelledby="ranks-title"] tbody tr')][0]
  const cells = [...(ranks?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)
  assert.equal(cells.slice(3, 5), ['–', '–'])
  assert.is(cells[6], '1')
  assert.match(seo.words, /상담 때문이라고 말할 수 없습니다/)
})

pages('the lines of single people name nobody and cannot be saved as a picture', async () => {
  await seo.open('/report/outcome?scale=LAW')
  const closely = seo.document.querySelector('#closely')
  assert.is(closely?.querySelectorAll('tr[data-values]').length, 5)
  assert.not.match(closely?.textContent ?? '', /2026-000|지호/)
  for (const kind of ['[data-better]', '[data-chart="dots"]'])
    assert.is(closely?.querySelector(`.chart${kind}`)?.getAttribute('data-save') ?? null, null)
})

pages('a choice that cannot be is refused where it stands', async () => {
  await seo.open('/report/outcome?from=2026-12-01&to=2026-01-01')
  assert.is(seo.status, 422)
  assert.ok(seo.document.querySelector('#to[aria-invalid]'))
})

pages('reliable change waits for norms, which the lead enters with their source and takes away', async () => {
  await seo.open('/report/outcome')
  assert.match(seo.document.querySelector('#reliable')?.textContent ?? '', /확실한지 알 수 없습니다/)
  await seo.open('/report/settings')
  await seo
    .choose('척도', '자기 조절')
    .fill('표준편차', '0.6')
    .fill('신뢰도', '1')
    .fill('출처', '')
    .press('기준값 넣기')
  assert.is(seo.status, 422)
  assert.ok(
    seo.document.querySelector('#reliability[aria-invalid]') && seo.document.querySelector('#normSource[aria-invalid]'),
  )
  await seo.choose('척도', '자기 조절').fill('신뢰도', '0,8').fill('출처', '2025년 중학생 300명').press('기준값 넣기')
  const kept = (await house.store.settings())?.norms?.CTRL
  assert.equal([kept?.sd, kept?.reliability, kept?.source, kept?.by], [0.6, 0.8, '2025년 중학생 300명', 'seo'])
  await seo.open('/report/outcome')
  assert.match(seo.document.querySelector('#reliable table')?.textContent ?? '', /2025년 중학생 300명/)
  await seo.open('/report/settings')
  await seo.press('자기 조절 기준값 빼기')
  assert.equal((await house.store.settings())?.norms, {})
})

pages('the threshold is from 3 to 20, and a name is given in both languages or in none', async () => {
  await seo.open('/report/settings')
  await seo.fill('가리는 기준', '2').fill('이름(한국어)', '새길').press('저장')
  assert.is(seo.status, 422)
  assert.ok(
    seo.document.querySelector('#threshold[aria-invalid]') && seo.document.querySelector('#programmeEn[aria-invalid]'),
  )
  await seo.fill('가리는 기준', '7').fill('이름(영어)', 'New Road').press('저장')
  const { threshold, programme } = (await house.store.settings()) ?? {}
  assert.equal([threshold, programme], [7, { ko: '새길', en: 'New Road' }])
})

pages('with the youth: two marks and words, no score, no verdict, nothing of distress', async () => {
  await han.open('/cases/2026-0001/surveys/results')
  await han.follow('청소년과 함께 보기')
  assert.is(han.document.querySelectorAll('.own-lines li').length, 10)
  const article = han.document.querySelector('.own-outcome')?.textContent ?? ''
  assert.match(article, /처음보다/)
  assert.not.match(article, /\d|지호|정서|어려움|우울|나아|나빠/)
})

pages('with the youth: what was answered in two languages is not put on a line, and it says why', async () => {
  await han.open('/cases/2026-0006/outcome')
  assert.is(han.document.querySelectorAll('.own-lines li').length, 0)
  await han.open('/cases/2026-0007/outcome')
  assert.match(han.words, /나란히 놓을 수 있어요/)
})

pages.run()
