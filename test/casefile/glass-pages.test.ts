// Over 150 lines because a broken glass is tried from every side.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { momentAt } from '../../src/time/days.ts'
import { asForm, ask, type Door, doorsOf, filledIn, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, heldIn, type TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { saveStages, secrets } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'

/** Case 2 is Han's; Bora has case 3. It is 10:00, and stays so until a test moves the clock. */
const why = '청소년이 오늘 위험하다고 전화했고 담당 상담원과 연락이 되지 않습니다'
const at = (time: string) => momentAt('2026-11-22', time)

async function inHouse(act: (house: TestHouse) => Promise<void>): Promise<void> {
  const house = await aHouse(saveStages)
  try {
    await act(house)
  } finally {
    await house.close()
  }
}

const breaksGlass = async (house: TestHouse, number = '2026-0002', reason = why) => {
  const bora = await aVisitor(house).signIn('bora')
  await bora.open('/break-glass')
  await bora.fill('사례번호', number).fill('사유', reason).press('기록을 남기고 열기')
  return bora
}

const test = suite('opening a case in an emergency')

test('is found from the case list, and shows the case under a banner on each of its pages', () =>
  inHouse(async (house) => {
    const bora = await aVisitor(house).signIn('bora')
    await bora.open('/cases')
    await bora.follow('다른 상담원의 사례를 급히 보아야 할 때')
    bora.mustSee('60분 동안 읽기만 할 수 있고', '바로 알립니다', '매월 점검합니다')
    await bora.fill('사례번호', '2026-0002').fill('사유', why).press('기록을 남기고 열기')
    assert.is(bora.path, '/cases/2026-0002?done=glass-broken')
    for (const path of ['', '/consents', '/surveys', '/sessions', '/notes/2026-11-16-01']) {
      await bora.open(`/cases/2026-0002${path}`)
      assert.is(bora.status, 200, path)
      bora.mustSee('정지호', '긴급 열람 중입니다. 11:00까지 읽을 수 있으며 모두 기록됩니다.', '긴급 열람 끝내기')
    }
    await bora.open('/sessions/2026-11-16-01').then(() => bora.mustSee('11:00까지'))
    await bora.open('/cases/2026-0002/notes/2026-11-16-01')
    bora.mustSee(secrets.summary)
    assert.not(bora.text.includes(secrets.process))
    await bora.open('/cases/2026-0003')
    assert.not(bora.sees('긴급 열람 중입니다'))
  }))

test('offers nothing on these pages but to read', () =>
  inHouse(async (house) => {
    const bora = await breaksGlass(house)
    for (const path of ['', '/consents', '/surveys', '/sessions', '/notes/2026-11-16-01', '/school-view']) {
      await bora.open(`/cases/2026-0002${path}`)
      const forms = [...bora.document.querySelectorAll('main form[method=post]')].map((form) =>
        form.getAttribute('action'),
      )
      assert.equal(forms, ['/break-glass/ending'], path)
      for (const link of bora.document.querySelectorAll('main a[href^="/cases/2026-0002"]')) {
        const to = link.getAttribute('href') ?? ''
        assert.is((await ask(house, 'bora', 'GET', to)).status === 403, false, `${path} leads to ${to}`)
      }
    }
  }))

test('tells every lead and the case’s counsellor at once, on every page of theirs until they have seen it', () =>
  inHouse(async (house) => {
    await breaksGlass(house)
    for (const id of ['seo', 'han']) {
      const told = await aVisitor(house).signIn(id)
      await told.open('/calendar')
      told.mustSee('이보라 님이 2026-11-22 (일) 10:00에 2026-0002 사례를 긴급 열람했습니다.')
      await told.follow('자세히 보기 2026-0002')
      told.mustSee(why, '이보라', '10:00–11:00')
      await told.press('확인했습니다')
      assert.is(told.path, '/cases/2026-0002/openings')
      assert.not(told.sees('사례를 긴급 열람했습니다'))
      await told.open('/notices')
      told.mustSee('2026-0002 사례를 긴급 열람했습니다.')
    }
    for (const id of ['bora', 'yoo', 'oh'])
      assert.not((await aVisitor(house).signIn(id)).sees('긴급 열람했습니다'), `${id} is not told`)
  }))

test('is refused at its field, and what was typed stays', () =>
  inHouse(async (house) => {
    const bora = await breaksGlass(house, '2026-0002', '급합니다')
    assert.is(bora.status, 422)
    bora.mustSee('글자로 20자 이상 적어 주십시오.')
    assert.is(bora.valueOf('사유'), '급합니다')
    const answers = []
    for (const number of ['2026-9999', 'x', '2026-0002 ']) {
      await bora.fill('사례번호', number).fill('사유', why).press('기록을 남기고 열기')
      answers.push(bora.words.replace(/\d{4}-\d{4}/g, ''))
    }
    assert.match(answers[0] ?? '', '긴급 열람할 수 있는 사례번호가 아닙니다.')
    assert.is(bora.path, '/cases/2026-0002?done=glass-broken')
    await bora.open('/break-glass')
    bora.mustSee('지금 긴급 열람 중인 사례: 2026-0002')
    for (const [number, said] of [
      ['2026-0004', '지금 2026-0002 사례를 긴급 열람하고 있습니다.'],
      ['2026-0003', '지금 2026-0002 사례를 긴급 열람하고 있습니다.'],
      ['2026-0002', '이미 볼 수 있는 사례입니다.'],
    ] as const) {
      await bora.fill('사례번호', number).fill('사유', why).press('기록을 남기고 열기')
      assert.is(bora.status, 422)
      bora.mustSee(said)
    }
  }))

test('ends when they say so, and the case is gone for them at once', () =>
  inHouse(async (house) => {
    const bora = await breaksGlass(house)
    house.clock.set(at('10:10'))
    await bora.open('/cases/2026-0002')
    // more than five minutes after the second factor: to stop looking asks for nothing
    await bora.press('긴급 열람 끝내기')
    bora.mustSee('긴급 열람을 끝냈습니다.')
    await bora.open('/cases/2026-0002')
    assert.is(bora.status, 404)
    assert.is((await house.store.caseFile('2026-0002'))?.openings[0]?.until, at('10:10'))
  }))

test('asks for the second factor again, and nothing typed is lost', () =>
  inHouse(async (house) => {
    const bora = await aVisitor(house).signIn('bora')
    await bora.open('/break-glass')
    house.clock.set(at('10:06'))
    await bora.fill('사례번호', '2026-0002').fill('사유', why).press('기록을 남기고 열기')
    assert.match(bora.path, /^\/confirm\?to=/)
    assert.equal((await house.store.caseFile('2026-0002'))?.openings, [])
  }))

test.run()

const isOfCase = ({ path }: Door) => /^\/(cases\/:number|sessions\/:id|referrals\/:number)/.test(path)
const reading = ['see a case', 'see consents', 'read survey answers', 'see a session', 'read a note']

async function statusesOf(house: TestHouse, number: string, session: string): Promise<[Door, number][]> {
  await signedIn(house)
  const tried: [Door, number][] = []
  for (const door of doorsOf(house).filter(isOfCase)) {
    const id = door.path.includes('/surveys/') ? 'intake-1' : session
    const body = door.method === 'POST' ? { headers: { ...ownPage, ...asForm }, body: '' } : {}
    const answer = await ask(house, 'bora', door.method, filledIn(door.path, { number, id }), body)
    tried.push([door, answer.status])
  }
  return tried
}
const named = (tried: [Door, number][], not: (door: Door, status: number) => boolean) =>
  tried.filter(([door, status]) => not(door, status)).map(([{ method, path }, status]) => `${method} ${path} ${status}`)

const doors = suite('every door of a case opened in an emergency')

doors('is shut before, opens for reading alone, and is shut when the hour is over; another case stays shut', () =>
  inHouse(async (house) => {
    const [two, four] = ['2026-0002', '2026-0004']
    const shut = (_: Door, status: number) => status !== 404
    assert.equal(named(await statusesOf(house, two, '2026-11-16-01'), shut), [])
    await breaksGlass(house)
    const during = await statusesOf(house, two, '2026-11-16-01')
    const held = await heldIn(house.store)
    const wrong = ({ method, deed }: Door, status: number) =>
      method === 'GET' && reading.includes(deed) ? ![200, 303].includes(status) : status !== 403
    assert.equal(named(during, wrong), [])
    assert.ok(during.filter(([, status]) => status === 200).length >= 6)
    assert.equal(named(await statusesOf(house, four, '2026-11-16-09'), shut), [])
    assert.is(await heldIn(house.store), held, 'reading changed something')
    house.clock.set(at('10:59'))
    assert.equal(named(await statusesOf(house, two, '2026-11-16-01'), wrong), [])
    house.clock.set(at('11:00'))
    assert.equal(named(await statusesOf(house, two, '2026-11-16-01'), shut), [])
  }),
)

doors.run()

const record = suite('the record of an emergency')

record(
  'is whole: a reason, a notice, a line in the journal and one in the log for each, and nothing takes them away',
  () =>
    inHouse(async (house) => {
      for (const number of ['2026-0002', '2026-0004', '2026-0001']) {
        const bora = await breaksGlass(house, number)
        await bora.open(`/cases/${number}`)
        await bora.press('긴급 열람 끝내기')
        await bora.open(`/cases/${number}`)
      }
      const log = await entriesIn(house)
      const notices = await house.store.entries('notices')
      for (const number of ['2026-0002', '2026-0004', '2026-0001']) {
        const file = await house.store.caseFile(number)
        assert.is(file?.openings[0]?.why, why)
        assert.equal(file?.journal.map(({ deed }) => deed).slice(-2), ['glass-broken', 'glass-closed'])
        const own = log.filter((entry) => entry.caseNumber === number && entry.by === 'bora')
        const said = own.map(({ deed, decision, why: ground }) => [deed, decision, ground])
        assert.equal(said, [
          ['break the glass', 'allowed', 'break-glass'],
          ['see a case', 'allowed', 'break-glass'],
          ['see a case', 'allowed', 'break-glass'],
          ['end an opening', 'allowed', undefined],
          ['see a case', 'refused', undefined],
        ])
        const told = notices.filter((one) => one.caseNumber === number).map(({ to }) => to)
        assert.equal(told.sort(), number === '2026-0001' ? ['seo'] : ['han', 'seo'])
      }
    }),
)

record('holds who tried and was refused, with the number', () =>
  inHouse(async (house) => {
    await breaksGlass(house, '2026-0003')
    const [last] = (await entriesIn(house)).reverse()
    assert.equal(
      [last?.deed, last?.caseNumber, last?.by, last?.status, last?.why],
      ['break the glass', '2026-0003', 'bora', 422, undefined],
    )
  }),
)

record.run()
