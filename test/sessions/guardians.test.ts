import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { excerptOf } from '../../src/casefile/excerpt.ts'
import type { Session } from '../../src/casefile/session.ts'
import { book } from '../../src/sessions/book.ts'
import { type Booking, readBooking } from '../../src/sessions/booking-form.ts'
import { doseOf } from '../../src/sessions/progress.ts'
import { boras, facts, monday, mustBe, reasonsOf } from '../support/diary.ts'
import { aCase, aSession, now, signed } from '../support/samples.ts'
import { inHouse } from '../support/sessions.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aVisitor } from '../support/visitor.ts'

const minjun = aCaseUnderWay()
const theBooking: Booking = {
  ...{ kind: 'individual', mode: 'in-person', startAt: monday('14:00'), minutes: 50, roomId: 'room-1' },
  ...{ past: false, with: [] },
}

const guardians = suite('a session with a guardian')
const withGuardian: Booking = { ...theBooking, kind: 'guardian-education', minutes: 60 }
const two = { guardians: [{ relation: 'mother' }, { relation: 'father' }] }

guardians('may be while the youth is with somebody else, but nobody comes to two at once', () => {
  const youths = boras({ attendees: [{ caseNumber: '2026-0001', ordinal: 1 }] })
  const booked = (kind: string) =>
    book([minjun], { ...withGuardian, guardian: 0 }, facts([{ ...youths, kind }]), signed())
  assert.ok(booked('individual').ok)
  assert.ok(booked('liaison').ok)
  assert.equal(reasonsOf(booked('guardian')), [['youth-taken', 'startTime']])
})

guardians('names which one, and chooses the only one by itself', () => {
  const fields = new URLSearchParams({ sessionOn: '2026-11-16', startTime: '14:00', minutes: '60', mode: 'phone' })
  const read = (kind: string, count: number, guardian = '') => {
    fields.set('kind', kind)
    fields.set('guardian', guardian)
    return mustBe(readBooking(fields, { counsellors: [], rooms: [], guardians: count })).guardian
  }
  assert.is(read('guardian', 1), 0)
  assert.is(read('guardian-education', 2), undefined)
  assert.is(read('guardian-education', 2, '1'), 1)
  assert.is(read('individual', 2, '1'), undefined)
  assert.equal(reasonsOf(book([aCaseUnderWay(two)], withGuardian, facts(), signed())), [
    ['guardian-not-named', 'guardian'],
  ])
  const nobody = { ...withGuardian, guardian: 2 }
  assert.equal(reasonsOf(book([aCaseUnderWay(two)], nobody, facts(), signed())), [['guardian-unknown', 'guardian']])
})

guardians('is numbered on a track of its own', () => {
  const before = [
    aSession({ attendees: [{ caseNumber: '2026-0001', ordinal: 7 }] }),
    aSession({
      id: '2026-11-09-01',
      kind: 'guardian',
      attendees: [{ caseNumber: '2026-0001', ordinal: 1, guardian: 0 }],
    }),
  ]
  const session = mustBe(book([minjun], { ...withGuardian, guardian: 0 }, facts([], before), signed()))
  assert.equal(session.attendees, [{ caseNumber: '2026-0001', ordinal: 2, guardian: 0 }])
})

const held = (id: string, kind: string, code: string, creditedMinutes = 0): Session =>
  aSession({
    ...{ id, kind },
    attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance: { code, creditedMinutes, ...signed() } }],
  })
const course = [
  held('a', 'individual', 'attended', 50),
  held('b', 'guardian-education', 'attended', 120),
  held('c', 'guardian', 'late', 40),
  held('d', 'guardian', 'no-show'),
  aSession({ id: 'e', kind: 'guardian', startAt: '2026-11-20T05:00:00.000Z' }),
  aSession({ id: 'f', startAt: '2026-11-23T05:00:00.000Z' }),
]

guardians('counts towards the guardian’s hours and none of the youth’s', () => {
  const referral = { ...minjun.referral, orderedHours: 21, orderedGuardianHours: 5 }
  const dose = doseOf({ ...minjun, referral }, course, now)
  assert.equal([dose.held, dose.missed, dose.booked], [1, 0, 1])
  assert.equal([dose.creditedMinutes, dose.orderedMinutes], [50, 21 * 60])
  assert.equal(dose.guardian, {
    ...{ held: 2, booked: 1, educationMinutes: 120, counsellingMinutes: 40, orderedMinutes: 300 },
  })
})

guardians('does not stand in what the school may see', () => {
  const accepted = aCase({ triage: minjun.triage })
  const { progress } = excerptOf(accepted, course, true, '2026-11-16T06:00:00.000Z')
  assert.equal([progress?.heldOn, progress?.missedOn, progress?.creditedMinutes], [['2026-11-16'], [], 50])
  assert.is(progress?.next, '2026-11-23T05:00:00.000Z')
})

const soras = aCaseUnderWay({
  number: '2026-0003',
  guardians: [
    { relation: 'mother', name: '한가람' },
    { relation: 'father', name: '나도윤' },
  ],
})

guardians('is booked on the page, which names which guardian, and has a number and hours of its own', () =>
  inHouse(
    async (house) => {
      const han = await aVisitor(house).signIn('han')
      await han.open('/cases/2026-0003/sessions/new')
      han
        .fill('날짜', '2026-11-22')
        .fill('시작 시각', '08:00')
        .choose('상담실', '상담실 1')
        .tick('지난 회기', '이미 진행한 회기를 뒤늦게 기록합니다.')
      await han.choose('상담 유형', '보호자 특별교육').press('이 시간으로 예약')
      assert.is(han.status, 422)
      han.mustSee('어느 보호자인지 골라 주십시오.')
      await han.choose('보호자', '아버지 나도윤').press('진행한 회기로 기록')
      await han.follow('보호자 1회기')
      han.mustSee('보호자: 아버지 나도윤')
      await han.choose('출석', '참석').press('출석 기록')
      await han.open('/cases/2026-0003/sessions')
      han.mustSee('보호자 특별교육 인정 시간50분', '인정 시간0분', '진행한 회기0회')
      await han.open('/cases/2026-0001/sessions/new')
      han.fill('날짜', '2026-11-23').fill('시작 시각', '14:00').choose('상담실', '상담실 1')
      await han.choose('상담 유형', '보호자 상담').press('이 시간으로 예약')
      await han.follow('보호자 1회기')
      han.mustSee('보호자: 어머니 박서윤')
    },
    (view) => view.saveCase(soras),
  ),
)

guardians.run()
