import type { View } from '../../src/store/store.ts'
import { signedIn } from './asking.ts'
import { aHouse, type TestHouse } from './house.ts'
import { aSession, han, signed } from './samples.ts'
import { aCaseUnderWay } from './under-way.ts'
import { aVisitor, type Visitor } from './visitor.ts'

/*
 * Sunday, 22 November 2026, 10:00. Han is to be away from Tuesday to Thursday: Minjun is booked for Wednesday, Jiho for
 * Thursday, when Bora is busy. A third case of Han's is kept from Bora and from Seo. Sol is a counsellor with no case.
 */

export const secret = 'ZQ what was said'

const minjun = aCaseUnderWay({
  concerns: [{ code: 'self-harm', severity: 'urgent', from: 'staff', ...signed() }],
  notes: [
    {
      sessionId: '2026-11-16-01',
      signed: { summary: secret, process: secret, next: '다음 주에 계획표', homework: '하루 기록', ...signed() },
      addenda: [],
    },
  ],
  apart: [{ from: { caseNumber: '2026-0004' }, why: 'together', ...signed() }],
})
const kept = aCaseUnderWay({
  ...{ number: '2026-0003', youth: { name: '하늘빛', birthDate: '2010-05-20', gender: 'female' } },
  restricted: { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') },
})
const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }

export async function aHouseToLeave(): Promise<TestHouse> {
  const house = await aHouse(saveTheirs)
  await signedIn(house)
  return house
}

function saveTheirs(view: View): void {
  view.saveCase(minjun)
  view.saveCase(kept)
  view.saveCase(
    aCaseUnderWay({ number: '2026-0002', youth: { name: '정지호', birthDate: '2010-05-20', gender: 'male' } }),
  )
  view.saveSession(aSession({ id: '2026-11-16-01', attendees: [{ caseNumber: '2026-0001', ordinal: 1, attendance }] }))
  view.saveSession(
    aSession({
      id: '2026-11-25-01',
      startAt: '2026-11-25T05:00:00.000Z',
      attendees: [{ caseNumber: '2026-0001', ordinal: 2 }],
    }),
  )
  view.saveSession(
    aSession({
      id: '2026-11-26-01',
      startAt: '2026-11-26T05:00:00.000Z',
      attendees: [{ caseNumber: '2026-0002', ordinal: 1 }],
    }),
  )
  view.saveSession(
    aSession({
      ...{ id: '2026-11-26-02', startAt: '2026-11-26T05:00:00.000Z', counsellorId: 'bora', roomId: 'room-2' },
      attendees: [{ caseNumber: '2026-0009', ordinal: 1 }],
    }),
  )
  view.savePerson({ ...han, id: 'sol', name: '솔가람', email: 'sol@example.test' })
}

/** Han notes their absence on the page; the path of its page. */
export async function leaves(house: TestHouse): Promise<string> {
  const visitor = await (await aVisitor(house).signIn('han')).open('/absences')
  await visitor.fill('시작하는 날', '2026-11-24').fill('끝나는 날', '2026-11-26').press('기록')
  visitor.mustSee('부재를 기록했습니다', '내가 맡은 회기 2건', '2026-11-25', '2026-0001 김민준')
  return visitor.path.replace(/\?.*/, '')
}

/** Seo lets a colleague stand in, in all of the cases and with the sessions. */
export async function arranges(house: TestHouse, path: string, colleague = '이보라'): Promise<Visitor> {
  const seo = await (await aVisitor(house).signIn('seo')).open(path)
  return seo.choose('대신할 상담원', colleague).press('정하기')
}
