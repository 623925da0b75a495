import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import { helpLinesOf } from '../../src/people/help-lines.ts'
import { fieldsOfSurveys, readSurveySettings, type SurveySettings } from '../../src/people/survey-settings.ts'
import { aHouse } from '../support/house.ts'
import { aVisitor } from '../support/visitor.ts'

const settled: SurveySettings = {
  surveyHours: { 1: { from: '13:00', to: '17:00' } },
  helpLines: [{ phone: '02-123-4567', ko: '우리 센터', en: 'Our centre' }],
  alarm: { minutes: 15, mail: 'duty@example.test', phone: '010-9999-0000' },
}
/** The form as it stands, with some fields typed over. */
function read(changes: Record<string, string>, settings: SurveySettings = {}) {
  const fields = fieldsOfSurveys(settings)
  for (const [name, value] of Object.entries(changes)) fields.set(name, value)
  return readSurveySettings(fields)
}
const whyNot = (changes: Record<string, string>) => {
  const form = read(changes)
  return form.ok ? '' : form.refusals.map(({ field, reason }) => `${field} ${reason}`).join()
}

const test = suite('what surveys and calls for help need')

test('is read back as it was settled', () => {
  assert.equal(readSurveySettings(fieldsOfSurveys(settled)), { ok: true, value: settled })
})

test('follows the opening hours and the usual numbers while nothing else is settled', () => {
  const nothing = { surveyHours: undefined, helpLines: undefined, alarm: { minutes: 30 } }
  assert.equal(read({}), { ok: true, value: nothing })
  assert.is(fieldsOfSurveys({}).get('helpPhone1'), helpLinesOf()[0]?.phone)
  const emptied = Object.fromEntries(
    [1, 2, 3].flatMap((row) => ['helpPhone', 'helpKo', 'helpEn'].map((name) => [`${name}${row}`, ''])),
  )
  assert.equal(read(emptied), { ok: true, value: nothing }, 'never no help at all')
})

test('keeps help lines in the order of the form, whichever rows are empty', () => {
  const moved = {
    helpPhone5: '1577-0199',
    helpKo5: '정신건강 상담',
    helpEn5: 'Mental health line',
    helpPhone2: '',
    helpKo2: '',
    helpEn2: '',
  }
  const form = read(moved)
  assert.equal(form.ok && form.value.helpLines?.map(({ phone }) => phone), ['1388', '112', '1577-0199'])
})

test('takes no row by half, no number that is none, and no time that is too short or too long', () => {
  assert.is(whyNot({ helpPhone4: '129' }), 'helpKo4 missing,helpEn4 missing')
  assert.is(whyNot({ helpPhone1: '' }), 'helpPhone1 missing')
  for (const phone of ['12', '전화', '1388a', '1'.repeat(16)])
    assert.is(whyNot({ helpPhone1: phone }), 'helpPhone1 not-a-phone', phone)
  assert.is(whyNot({ helpKo1: '가'.repeat(41) }), 'helpKo1 too-long')
  assert.is(whyNot({ helpKo1: '900101-1234567' }), 'helpKo1 holds-resident-number')
  for (const [minutes, why] of [
    ['4', 'too-small'],
    ['241', 'too-large'],
    ['', 'missing'],
    ['x', 'not-a-number'],
  ] as const)
    assert.is(whyNot({ alarmMinutes: minutes }), `alarmMinutes ${why}`)
  assert.is(whyNot({ alarmMail: 'duty' }), 'alarmMail not-an-email')
  assert.is(whyNot({ alarmPhone: '12' }), 'alarmPhone not-a-phone')
  assert.is(whyNot({ monFrom: '10:00', monTo: '09:00' }), 'monTo ends-before-it-begins')
})

test('is settled on a page, which says what nothing sends; a refused form comes back whole', async () => {
  const house = await aHouse()
  const yoo = await aVisitor(house).signIn('yoo')
  await yoo.open('/settings/people')
  await yoo.follow('설문과 도움 요청')
  yoo.mustSee('아무것도 보내지 않습니다', '직접 전화해 확인해 주십시오')
  assert.is(yoo.valueOf('전화 1'), '1388')
  await yoo.fill('전화 4', '129').fill('맡기까지 기다리는 시간(분)', 3).press('저장')
  assert.is(yoo.status, 422)
  assert.match(yoo.title, /^오류/)
  assert.equal([yoo.valueOf('전화 4'), yoo.valueOf('맡기까지 기다리는 시간(분)')], ['129', '3'])
  assert.is((await house.store.settings())?.alarm, undefined)
  await yoo.fill('이름 4', '보건복지상담센터').fill('영어 이름 4', 'Health and welfare line')
  await yoo
    .fill('맡기까지 기다리는 시간(분)', 20)
    .fill('비상 전자우편', 'Duty@Example.test')
    .fill('월요일 시작', '13:00')
  await yoo.fill('월요일 끝', '17:00').press('저장')
  yoo.mustSee('설문과 도움 요청 설정을 저장했습니다.')
  const { surveyHours, helpLines, alarm, openingHours } = (await house.store.settings()) ?? {}
  assert.equal(surveyHours, { 1: { from: '13:00', to: '17:00' } })
  assert.is(helpLines?.length, 4)
  assert.equal(alarm, { minutes: 20, mail: 'duty@example.test' })
  assert.ok(openingHours?.[7], 'the rest stays')
  await house.close()
})

test('says which of the two ways is missing, in English too', async () => {
  const house = await aHouse()
  for (const [sends, words] of [
    [['mail'], 'so no text is sent'],
    [['text'], 'so no mail is sent'],
    [['mail', 'text'], undefined],
  ] as const) {
    const yoo = await aVisitor({ store: house.store, site: siteOf({ ...house, sends }) })
      .inEnglish()
      .signIn('yoo')
    await yoo.open('/settings/surveys')
    const said = yoo.document.querySelector('.warning')?.textContent
    assert.is(words ? said?.includes(words) : said, words ? true : undefined)
  }
  await house.close()
})

test.run()
