import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { settings, signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'
import { aSurveyDesk } from '../support/survey-desk.ts'

let desk: Awaited<ReturnType<typeof aSurveyDesk>>
const test = suite('the surveys of a case')
test.before(async () => {
  desk = await aSurveyDesk()
})
test.after(() => desk.house.close())

const closedOn = (on: string) => ({ closings: [{ on, reason: 'completed', ...signed() }] })

test('stand all five where they are, with why one cannot be handed out', async () => {
  const { aCase, list, said } = desk
  await list(await aCase())
  for (const wave of ['사전 설문', '사후 설문']) assert.match(said(wave), '아직 전달하지 않음')
  for (const wave of ['1개월 뒤 설문', '3개월 뒤 설문', '6개월 뒤 설문'])
    assert.match(said(wave), '종결한 뒤에 할 수 있습니다')
  await list(await aCase({ plan: undefined }))
  assert.match(said('사후 설문'), '상담 계획을 정한 뒤에 할 수 있습니다')
  await list(await aCase(closedOn('2026-10-31')))
  assert.match(said('1개월 뒤 설문'), '예정일 2026-11-30 (월)')
  assert.match(said('1개월 뒤 설문'), '링크 만들기')
  assert.match(said('3개월 뒤 설문'), '2027-01-17 (일)부터 할 수 있습니다')
  assert.match(said('사전 설문'), '답을 받기 전에 종결했습니다')
})

test('are not offered without the youth’s consent to them, and the page leads to the consents', async () => {
  const { han, aCase, fileOf, change, list, post, surveysOf } = desk
  const number = await aCase()
  const file = await fileOf(number)
  await change({ ...file, consents: file.consents.filter(({ kind }) => kind !== 'survey') })
  await list(number)
  han.mustSee('설문 참여 동의를 먼저 받아 주십시오.')
  assert.not(han.sees('링크 만들기'))
  assert.is((await post(number, 'wave=intake&way=link')).status, 422)
  assert.equal(await surveysOf(number), [])
})

test('that are out when the consent is taken back say that they open no more', async () => {
  const { aCase, fileOf, change, list, post, said } = desk
  const number = await aCase()
  await post(number, 'wave=intake&way=link')
  const file = await fileOf(number)
  const withdrawn = { ...signed(), on: '2026-11-22' }
  await change({
    ...file,
    consents: file.consents.map((one) => (one.kind === 'survey' ? { ...one, withdrawn } : one)),
  })
  await list(number)
  assert.match(said('사전 설문'), '지금은 열리지 않음')
  assert.not.match(said('사전 설문'), '태블릿 번호 받기')
  assert.match(said('사전 설문'), '회수')
})

test('out of the survey hours the page says when a link opens, beside the link and the number too', async () => {
  const { han, house, aCase, list } = desk
  const always = await house.store.settings()
  await house.store.change((view) => done(view.saveSettings(settings)))
  await list(await aCase())
  han.mustSee('지금은 설문 시간이 아닙니다.', '월–금 09:00–20:00')
  await han.press('태블릿으로 하기', '사전 설문')
  han.mustSee('지금은 설문 시간이 아닙니다.')
  await house.store.change((view) => done(always && view.saveSettings(always)))
  await list(await aCase())
  assert.not(han.sees('지금은 설문 시간이 아닙니다.'))
})

test('what is not offered, and what is out already, is refused with 422 and changes nothing', async () => {
  const { aCase, post, surveysOf } = desk
  const number = await aCase()
  const status = async (body: string) => (await post(number, body)).status
  for (const body of ['', 'wave=intake', 'way=link', 'wave=nothing&way=link', 'wave=intake&way=mail'])
    assert.is(await status(body), 422, body)
  assert.is(await status('wave=__proto__&way=constructor'), 422)
  assert.equal(await surveysOf(number), [])
  assert.is(await status('wave=intake&way=paper'), 303)
  assert.is(await status('wave=intake&way=link'), 422)
  assert.is(await status('wave=follow-up-1&way=link'), 422)
  assert.is((await surveysOf(number)).length, 1)
})

test('one that was answered, or is not there, gets no number and is not taken back', async () => {
  const { aCase, post } = desk
  const number = await aCase({ surveys: aCaseInSessions({}).surveys })
  for (const path of ['code', 'revocation']) {
    assert.is((await post(number, '', `/intake-1/${path}`)).status, 422, path)
    assert.is((await post(number, '', `/intake-9/${path}`)).status, 404, path)
  }
})

test('are not there for Bora, whose case it is not, nor for another school', async () => {
  const { aCase, post, surveysOf } = desk
  const number = await aCase()
  for (const who of ['bora', 'ma'])
    for (const path of ['', '/intake-1/code', '/intake-1/revocation', '/intake-1/paper'])
      assert.is((await post(number, 'wave=intake&way=link', path, who)).status, 404)
  assert.equal(await surveysOf(number), [])
})

test('a follow-up whose day has come stands among the tasks, until it is handed out', async () => {
  const { han, aCase } = desk
  const number = await aCase(closedOn('2026-10-20'))
  const early = await aCase(closedOn('2026-10-23'))
  await han.open('/')
  han.mustSee('전달할 때가 된 추후 설문', `${number} 정지호`, '1개월 뒤 · 예정일 2026-11-20')
  assert.not(han.sees(early))
  await han.follow(`${number} 정지호`)
  await han.press('종이로 하기', '1개월 뒤 설문')
  await han.open('/')
  assert.not(han.sees('전달할 때가 된 추후 설문'))
})

test.run()
