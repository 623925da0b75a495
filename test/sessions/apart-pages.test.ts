// Over 150 lines because it tries every door of one page, and who may know what on it.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { TestHouse } from '../support/house.ts'
import { aSession, signed } from '../support/samples.ts'
import { asks, inHouse, theForm } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const test = suite('the page of who must not meet')

const letter = { decidedOn: '2026-10-01', decisionNumber: '2026-17' }
const named = (number: string, changes: Partial<CaseFile> = {}): CaseFile =>
  aCaseUnderWay({
    number,
    youth: { name: `청소년${number.slice(-1)}`, birthDate: '2010-05-20', gender: 'male' },
    ...changes,
  })
const restricted = { to: ['bora', 'lead-2'], why: '직원의 자녀', ...signed('seo') }
/** 3 is Han's of the same letter, 4 is kept from Han and Seo and names 1, 5 is Bora's of the same letter. */
const withOthers = (act: (house: TestHouse) => Promise<void>) =>
  inHouse(act, (view) => {
    const { referral } = aCaseUnderWay()
    const byLetter = { referral: { ...referral, ...letter } }
    const boras = { assignments: [{ counsellorId: 'bora', ...signed('seo') }] }
    view.saveCase(aCaseUnderWay(byLetter))
    view.saveCase(named('2026-0003', byLetter))
    view.saveCase(
      named('2026-0004', {
        ...{ ...boras, restricted, referral: { ...referral, ...letter, mustNotMeet: ['2026-0001'] } },
      }),
    )
    view.saveCase(named('2026-0005', { ...boras, ...byLetter }))
  })

test('leads from the case, takes in a case and a school, and keeps them apart from then on', () =>
  withOthers(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0001')
    await han.follow('마주치면 안 되는 사람 보기·적기')
    han.mustSee('기록이 없습니다.')
    await han
      .fill('사례번호', '2026-0002')
      .choose('학교 전체', '강변고등학교')
      .choose('이유', '같은 일에 관여함')
      .press('추가')
    han.mustSee('마주치면 안 되는 사람을 기록했습니다.', '강변고등학교 학생 모두', '같은 일에 관여함한지우')
    assert.not(han.sees('정지호'))
    const bora = await asks(house, 'bora')
    assert.is((await bora('/cases/2026-0002/sessions', theForm)).status, 303)
    const refused = await (await asks(house, 'han'))('/cases/2026-0001/sessions', {
      ...{ ...theForm, startTime: '15:00', roomId: 'room-2' },
    })
    assert.match(refused.text, '2026-0001, 2026-0002 사례의 청소년은 서로 마주치면 안 됩니다.')
    assert.match(refused.text, '꼭 필요하면 사업 책임자가 사유를 적고 허용할 수 있습니다.')
    assert.not.match(refused.text, 'name="despite"')
  }))

test('takes in no case that is not there, and none that is kept from the reader: the answers are the same', () =>
  withOthers(async (house) => {
    const han = await asks(house, 'han')
    const say = async (apartCase: string) => {
      const { status, text } = await han('/cases/2026-0001/apart', { apartCase, apartWhy: 'together' })
      return [status, text.replaceAll(apartCase, 'N')]
    }
    const hidden = await say('2026-0004')
    assert.is(hidden[0], 422)
    assert.equal(hidden, await say('2026-0999'))
    assert.match(String(hidden[1]), '볼 수 있는 사례 가운데 이 번호가 없습니다.')
  }))

test('suggests cases of the same letter that the reader may see, and no others', () =>
  withOthers(async (house) => {
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0001/apart')
    han.mustSee('같은 결정 문서의 사례', '2026-0003 청소년3')
    for (const other of ['2026-0004', '2026-0005']) assert.not(han.sees(other))
    await han.press('2026-0003 추가')
    han.mustSee('2026-0003 청소년3같은 사안')
    assert.not(han.sees('같은 결정 문서의 사례'))
    const seo = await aVisitor(house).signIn('seo')
    await seo.open('/cases/2026-0001/apart')
    seo.mustSee('2026-0005 청소년5')
    assert.not(seo.sees('2026-0004'))
  }))

test('says which other cases name this one, as far as the reader may know of them', () =>
  withOthers(async (house) => {
    await (await asks(house, 'bora'))('/cases/2026-0002/apart', { apartCase: '2026-0001', apartWhy: 'harmed' })
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0001/apart')
    han.mustSee('이 청소년을 적은 다른 사례2026-0002')
    for (const unknown of ['2026-0004', '정지호']) assert.not(han.sees(unknown))
  }))

test('only the lead lets them meet again, and says why', () =>
  withOthers(async (house) => {
    const han = await asks(house, 'han')
    await han('/cases/2026-0001/apart', { apartCase: '2026-0002', apartWhy: 'other' })
    assert.not.match((await han('/cases/2026-0001/apart')).text, 'apart/ending')
    const ending = { apartFrom: 'case:2026-0002', why: '화해함' }
    assert.is((await han('/cases/2026-0001/apart/ending', ending)).status, 403)
    const seo = await aVisitor(house).signIn('seo')
    await seo.open('/cases/2026-0001/apart')
    await seo.press('해제')
    assert.is(seo.status, 422)
    await seo.fill('사유', '화해함').press('해제')
    seo.mustSee('해제했습니다.', '기록이 없습니다.', '2026-0002 정지호: 화해함 서연우')
    await seo.open('/cases/2026-0001')
    seo.mustSee('마주침 금지 해제')
  }))

test('a case that was named and then kept from the reader is not printed', () =>
  withOthers(async (house) => {
    const han = await asks(house, 'han')
    await han('/cases/2026-0001/apart', { apartCase: '2026-0002', apartWhy: 'other' })
    const jihos = await house.store.caseFile('2026-0002')
    await house.store.change((view) => {
      view.saveCase({ ...(jihos as CaseFile), restricted })
      return { ok: true, value: undefined }
    })
    const { text } = await han('/cases/2026-0001/apart')
    assert.match(text, '열람이 제한된 사례')
    assert.not.match(text, '2026-0002')
  }))

test('the lead books and moves near each other with a reason, and both pages say so', () =>
  withOthers(async (house) => {
    const han = await asks(house, 'han')
    await han('/cases/2026-0001/apart', { apartCase: '2026-0002', apartWhy: 'other' })
    assert.is((await (await asks(house, 'bora'))('/cases/2026-0002/sessions', theForm)).status, 303)
    const mine = { ...theForm, startTime: '15:00', roomId: 'room-2' }
    assert.is((await han('/cases/2026-0001/sessions', { ...mine, despite: '괜찮음' })).status, 422)
    const seo = await aVisitor(house).signIn('seo')
    await seo.open('/cases/2026-0001/sessions/new')
    await seo
      .fill('날짜', '2026-11-23')
      .fill('시작 시각', '15:00')
      .choose('상담실', '상담실 2')
      .press('이 시간으로 예약')
    seo.mustSee('마주치면 안 됩니다.')
    await seo.fill('마주침 허용 사유', '보호자가 데리고 옴').press('이 시간으로 예약')
    await seo.follow('1회기')
    seo.mustSee('마주침 허용보호자가 데리고 옴 (서연우')
    await seo
      .fill('날짜', '2026-11-23')
      .fill('시작 시각', '15:10')
      .choose('변경을 요청한 사람', '센터')
      .fill('사유', '늦춤')
    await seo.press('변경')
    assert.is(seo.status, 422)
    await seo.fill('마주침 허용 사유', '보호자가 끝까지 함께함').press('변경')
    seo.mustSee('일시를 변경했습니다.', '보호자가 끝까지 함께함 (서연우')
  }))

test('what was booked close together before somebody was named is said', () =>
  withOthers(async (house) => {
    const han = await asks(house, 'han')
    await (await asks(house, 'bora'))('/cases/2026-0002/sessions', theForm)
    assert.is((await han('/cases/2026-0001/sessions', { ...theForm, startTime: '15:00' })).status, 303)
    await han('/cases/2026-0001/apart', { apartCase: '2026-0002', apartWhy: 'other' })
    assert.match((await han('/cases/2026-0001/apart')).text, /이미 가까이 예약된 회기[\s\S]*2026-11-23 \(월\) 15:00/)
  }))

test('of a group in which somebody sits whose case is kept from the reader it says that, and not who', () =>
  withOthers(async (house) => {
    const attendees = ['2026-0001', '2026-0004'].map((caseNumber) => ({ caseNumber, ordinal: 1 }))
    const startAt = '2026-11-23T05:00:00.000Z'
    await house.store.change((view) => {
      view.saveSession(aSession({ id: '2026-11-23-01', kind: 'group', startAt, attendees }))
      return { ok: true, value: undefined }
    })
    for (const who of ['han', 'seo']) {
      const { text } = await (await asks(house, who))('/cases/2026-0001/apart')
      assert.match(text, '마주치면 안 되는 청소년의 예약이 가까이 있습니다.')
      assert.not.match(text, '2026-0004')
    }
  }))

test.run()
