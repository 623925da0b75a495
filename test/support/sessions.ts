import { createHash } from 'node:crypto'
import type { View } from '../../src/store/store.ts'
import { tokenOf } from './asking.ts'
import { aHouse, type TestHouse } from './house.ts'
import { aCaseUnderWay } from './under-way.ts'
import type { Visitor } from './visitor.ts'

/** Han has Minjun's case, Bora has Jiho's. It is Sunday, 22 November 2026, 10:00. */
const jihos = aCaseUnderWay({
  ...{ number: '2026-0002', youth: { name: '정지호', birthDate: '2010-05-20', gender: 'male' } },
  assignments: [{ counsellorId: 'bora', by: 'seo', at: '2026-11-16T00:00:00.000Z' }],
})
export async function inHouse(act: (house: TestHouse) => Promise<void>, also?: (view: View) => void): Promise<void> {
  const house = await aHouse((view) => {
    view.saveCase(aCaseUnderWay())
    view.saveCase(jihos)
    also?.(view)
  })
  try {
    await act(house)
  } finally {
    await house.close()
  }
}

export async function books(
  visitor: Visitor,
  number: string,
  on: string,
  time: string,
  roomName = '상담실 1',
): Promise<Visitor> {
  await visitor.open(`/cases/${number}/sessions/new`)
  visitor.fill('날짜', on).fill('시작 시각', time).choose('상담실', roomName)
  return visitor.press('이 시간으로 예약')
}

/** A request as a page in the browser makes it, with the cookie of a visit that is put into the store. */
export async function asks(house: TestHouse, id: string) {
  const secret = `test-${id}`
  const at = house.clock.now()
  const hash = createHash('sha256').update(secret).digest('base64url')
  await house.store.change((view) => {
    view.saveVisit({ hash, personId: id, startedAt: at, seenAt: at, factorAt: at })
    return { ok: true, value: undefined }
  })
  return async (path: string, fields?: Record<string, string> | string, more: Record<string, string> = {}) => {
    const headers = {
      Cookie: `__Host-visit=${secret}`,
      'Sec-Fetch-Site': 'same-origin',
      'X-Token': tokenOf(secret),
      ...more,
    }
    const init = fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers }
    const answer = await house.site.request(path, init)
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('Location') }
  }
}

export const theForm = {
  ...{ sessionOn: '2026-11-23', startTime: '14:00', minutes: '50', kind: 'individual', mode: 'in-person' },
  roomId: 'room-1',
}
