import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { tellingTitle } from '../house/neutral.ts'
import { aSurveyDesk } from '../support/survey-desk.ts'
import { aVisitor } from '../support/visitor.ts'

let desk: Awaited<ReturnType<typeof aSurveyDesk>>
const test = suite('handing out a survey')
test.before(async () => {
  desk = await aSurveyDesk()
})
test.after(() => desk.house.close())

test('every page on the way is sound, in both languages', async () => {
  const { house, aCase } = desk
  const number = await aCase()
  for (const [careful, link, tablet, wave] of [
    [aVisitor(house), '링크 만들기', '태블릿 번호 받기', '사전 설문'],
    [aVisitor(house).inEnglish(), 'Make a link', 'Number for the tablet', 'Exit survey'],
  ] as const) {
    await careful.signIn('han')
    await careful.open(`/cases/${number}/surveys`)
    await careful.press(link, wave)
    await careful.open(`/cases/${number}/surveys`)
    await careful.press(tablet, wave)
    assert.is(careful.status, 200)
  }
})

test('a link is shown once, as text and as a code to point a telephone at, and only its hash is kept', async () => {
  const { han, aCase, list, token, surveysOf, fileOf, opens, said } = desk
  const number = await aCase()
  await list(number)
  await han.press('링크 만들기', '사전 설문')
  const link = han.valueOf('링크')
  assert.match(link, /^https:\/\/saegil\.test\/s#[\w-]{43}$/)
  assert.match(han.valueOf('보낼 글'), link)
  assert.ok(han.document.querySelector('svg.qr[role=img][aria-label]'))
  assert.not(han.sees('말로 알려 줄 번호'))
  assert.equal(tellingTitle(han.title, ['정지호']), [])
  const [kept] = await surveysOf(number)
  assert.equal([kept?.pin, kept?.tablet, kept?.linkHash?.length], [undefined, undefined, 43])
  const secret = token()
  assert.not.match(JSON.stringify(await fileOf(number)), secret)
  assert.is(await opens(secret), 200)
  await list(number)
  assert.match(said('사전 설문'), '답하는 중')
  assert.match(said('사전 설문'), '2026-12-06 (일) 10:00까지')
})

test('with a number told by voice: the message does not have it, and the link opens by it alone', async () => {
  const { han, aCase, list, token, digits, fileOf, opens, said } = desk
  const number = await aCase()
  await list(number)
  await han.tick('번호를 말로 알려 주기: 사전 설문').press('링크 만들기', '사전 설문')
  const [link, pin] = [token(), digits().replace(' ', '')]
  assert.match(pin, /^\d{6}$/)
  assert.match(han.valueOf('보낼 글'), '말로 알려 드린 번호 6자리')
  assert.not.match(han.valueOf('보낼 글').replace(link, ''), pin)
  assert.not.match(JSON.stringify((await fileOf(number)).surveys), `"${pin}"`)
  const wrong = pin === '000000' ? '000001' : '000000'
  assert.equal([await opens(link), await opens(link, { pin: wrong }), await opens(link, { pin })], [403, 403, 200])
  await list(number)
  assert.match(said('사전 설문'), '번호를 1번 틀림')
})

test('after five wrong numbers the link is locked, and it can be handed out anew', async () => {
  const { han, aCase, list, token, digits, opens, said } = desk
  const number = await aCase()
  await list(number)
  await han.tick('번호를 말로 알려 주기: 사전 설문').press('링크 만들기', '사전 설문')
  const [link, pin] = [token(), digits().replace(' ', '')]
  for (let n = 0; n < 5; n++) await opens(link, { pin: pin === '000000' ? '000001' : '000000' })
  assert.is(await opens(link, { pin }), 403)
  await list(number)
  assert.match(said('사전 설문'), '번호를 다섯 번 틀려 잠김')
  await han.press('태블릿으로 하기', '사전 설문')
  await list(number)
  assert.match(said('사전 설문'), '전에 전달한 것 1건')
})

test('on the tablet: a number large enough to be read across a table, good once, for ten minutes', async () => {
  const { han, aCase, list, digits, fileOf, tell, opens, said } = desk
  const number = await aCase()
  await list(number)
  await han.press('태블릿으로 하기', '사전 설문')
  han.mustSee('10:10까지 한 번 쓸 수 있습니다', 'https://saegil.test/tablet', '옆에서 보지 않습니다')
  const code = digits()
  assert.match(code, /^\d{4} \d{4}$/)
  assert.not.match(JSON.stringify((await fileOf(number)).surveys), code.replace(' ', ''))
  await list(number)
  assert.match(said('사전 설문'), '태블릿 번호는 10:10까지')
  const taken = await tell('/tablet/opening', { code })
  assert.is(taken.status, 200)
  assert.is((await tell('/tablet/opening', { code })).ok, false)
  const { token } = await taken.json()
  assert.is(await opens(token), 200)
  await list(number)
  assert.match(said('사전 설문'), '태블릿에서 12:00까지')
  await han.press('태블릿 번호 받기', '사전 설문')
  assert.is.not(digits(), code)
  assert.is(await opens(token), 404, 'the tablet from before opens no more')
})

test('what is out by link can be handed over too; the link stays good', async () => {
  const { han, aCase, list, token, digits, tell, opens, said } = desk
  const number = await aCase()
  await list(number)
  await han.press('링크 만들기', '사전 설문')
  const link = token()
  await list(number)
  await han.press('태블릿 번호 받기', '사전 설문')
  assert.is((await tell('/tablet/opening', { code: digits() })).status, 200)
  assert.is(await opens(link), 200)
  await list(number)
  assert.match(said('사전 설문'), '링크, 태블릿')
})

test('on paper: nothing can be opened, and the page to type it in comes next', async () => {
  const { han, aCase, list, surveysOf, said } = desk
  const number = await aCase()
  await list(number)
  await han.press('종이로 하기', '사후 설문')
  assert.match(han.path, new RegExp(`^/cases/${number}/surveys/exit-1/paper`))
  han.mustSee('종이로 받기로 했습니다.')
  const [kept] = await surveysOf(number)
  assert.equal([kept?.linkHash, kept?.tablet], [undefined, undefined])
  await list(number)
  assert.match(said('사후 설문'), '종이 답을 기다림')
})

test('taken back it opens no more, and can be handed out again', async () => {
  const { han, aCase, list, token, opens } = desk
  const number = await aCase()
  await list(number)
  await han.press('링크 만들기', '사전 설문')
  const link = token()
  await list(number)
  await han.press('회수', '사전 설문')
  han.mustSee('회수했습니다. 이제 열리지 않습니다.', '링크 만들기')
  assert.is(await opens(link), 404)
})

test.run()
