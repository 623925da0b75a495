import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import { done, type Refusal, type Result, refused } from '../../src/result.ts'
import { book, slotFor } from '../../src/sessions/book.ts'
import type { Booking } from '../../src/sessions/booking-form.ts'
import { dayOf, momentAt, plusDays, plusMinutes } from '../../src/time/days.ts'
import { holidayOn } from '../../src/time/holidays.ts'
import { diaryAround } from '../../src/web/diary.ts'
import type { Ask } from '../../src/web/site.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { han, room, seo, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

/*
 * Many who want the same counsellor, the same room or the same youth at overlapping times, all at once: one is booked.
 * ROUNDS and AT_ONCE make more of them by hand (200 rounds of 200); here there are fewer, so that the tests stay quick.
 */

const rounds = Number(process.env.ROUNDS ?? 4)
const atOnce = Number(process.env.AT_ONCE ?? 200)
const sitesRounds = Number(process.env.SITE_ROUNDS ?? 2)
const sitesAtOnce = Number(process.env.SITE_AT_ONCE ?? 25)

const among = 12
/** A day for each round; nothing is booked on a holiday. */
const days = Array.from({ length: 400 }, (_, at) => plusDays('2026-11-23', at)).filter((on) => !holidayOn(on))
const dayOfRound = (round: number) => days[round] ?? ''
const idOf = (what: string, n: number) => `${what}-${n % among}`
const numberOf = (n: number) => `2026-${String(100 + (n % among)).padStart(4, '0')}`

/** A house with a dozen counsellors, rooms and cases; the cases are the first counsellor's. */
const aFullHouse = (): Promise<TestHouse> =>
  aHouse((view) => {
    for (let n = 0; n < among; n++) {
      view.savePerson({ ...han, id: idOf('person', n), email: `p${n}@example.test` })
      view.saveRoom({ ...room, id: idOf('room-x', n), name: `상담실 ${n}` })
      view.saveCase(aCaseUnderWay({ number: numberOf(n) }))
    }
  })

type Wanted = Booking & { caseNumber: string; counsellorId: string; roomId: string }

/** All of a round want one thing, or of three things two: any two of them are in each other's way. */
function wantedIn(round: number, n: number): Wanted {
  const things = ['counsellor', 'room', 'youth'] as const
  const only = things[round % 4]
  const shared = only ? [only] : things.filter((_, at) => at !== n % 3)
  const one = (what: (typeof things)[number]) => (shared.includes(what) ? 0 : n + 1)
  return {
    ...{ kind: 'individual', mode: 'in-person', minutes: 50, past: false, with: [] },
    // they begin within 45 minutes of each other, and so overlap
    startAt: plusMinutes(momentAt(dayOfRound(round), '14:00'), 5 * (n % 10)),
    counsellorId: idOf('person', one('counsellor')),
    roomId: idOf('room-x', one('room')),
    caseNumber: numberOf(one('youth')),
  }
}

/** Why one is refused when the other was booked: the counsellor comes first, then the room, then the youth. */
function expectedWhy(one: Wanted, { counsellorId, roomId }: Session): Refusal['reason'] {
  if (one.counsellorId === counsellorId) return 'counsellor-taken'
  return one.roomId === roomId ? 'room-taken' : 'youth-taken'
}

const test = suite('bookings at the same moment')

/** The same four moves inside the change as the route makes. */
function booked({ store, clock }: TestHouse, { caseNumber, ...booking }: Wanted): Promise<Result<Session>> {
  const c = { var: { here: { now: clock.now() }, person: seo } } as unknown as Ask
  return store.change(async (view) => {
    const caseFile = (await view.caseFile(caseNumber)) as CaseFile
    const diary = await diaryAround(c, view, slotFor([caseFile], booking))
    const id = await view.nextSessionId(dayOf(booking.startAt))
    const facts = { ...diary, id, ofCases: await view.sessionsOf(caseNumber) }
    const result = book([caseFile], booking, facts, signed('seo', clock.now()))
    if (!result.ok) return refused(...result.refusals)
    view.saveSession(result.value)
    return done(result.value)
  })
}

test('of all that want the same counsellor, room or youth one is booked, and every other is told which', async () => {
  const house = await aFullHouse()
  try {
    const count: Record<string, number> = {}
    for (let round = 0; round < rounds; round++) {
      const wanted = Array.from({ length: atOnce }, (_, n) => wantedIn(round, n))
      const results = await Promise.all(wanted.map((one) => booked(house, one)))
      const won = results.flatMap((result) => (result.ok ? [result.value] : []))
      assert.is(won.length, 1, `round ${round}: ${won.length} were booked`)
      for (const [n, result] of results.entries()) {
        if (result.ok) continue
        const reasons = result.refusals.map(({ reason }) => reason)
        assert.equal(reasons, [expectedWhy(wanted[n] as Wanted, won[0] as Session)])
        count[reasons[0] as string] = (count[reasons[0] as string] ?? 0) + 1
      }
    }
    const kept = await house.store.diary('2026-11-01T00:00:00.000Z', '2028-12-01T00:00:00.000Z')
    assert.is(kept.length, rounds)
    assert.is(Object.keys(count).length, Math.min(rounds, 3))
    console.log(`    ${rounds} rounds of ${atOnce}:`, JSON.stringify({ booked: kept.length, ...count }))
  } finally {
    await house.close()
  }
})

const wordsOf = { 'counsellor-taken': '다른 일정(', 'room-taken': '쓰는 상담실입니다', 'youth-taken': '이 청소년(' }

test('of all that are sent to the site at once one is booked, and the others come back with the reason', async () => {
  const house = await aFullHouse()
  await signedIn(house)
  const post = (one: Wanted) => {
    const [on, time] = [
      dayOf(one.startAt),
      new Date(Date.parse(one.startAt) + 9 * 3_600_000).toISOString().slice(11, 16),
    ]
    const { kind, mode, counsellorId, roomId } = one
    const fields = { kind, mode, counsellorId, roomId, sessionOn: on, startTime: time, minutes: '50' }
    const body = new URLSearchParams(fields).toString()
    return ask(house, 'seo', 'POST', `/cases/${one.caseNumber}/sessions`, { headers: { ...ownPage, ...asForm }, body })
  }
  try {
    let refusals = 0
    for (let round = 0; round < sitesRounds; round++) {
      const wanted = Array.from({ length: sitesAtOnce }, (_, n) => wantedIn(round, n))
      const answers = await Promise.all(wanted.map(post))
      assert.is(answers.filter(({ status }) => status === 303).length, 1, `round ${round}`)
      const day = momentAt(dayOfRound(round), '00:00')
      const [won] = await house.store.diary(day, plusMinutes(day, 24 * 60))
      for (const [n, answer] of answers.entries()) {
        if (answer.status === 303) continue
        assert.is(answer.status, 422)
        const why = expectedWhy(wanted[n] as Wanted, won as Session) as keyof typeof wordsOf
        assert.ok((await answer.text()).includes(wordsOf[why]), `round ${round}, ${n}: not ${why}`)
        refusals++
      }
    }
    console.log(`    ${sitesRounds} rounds of ${sitesAtOnce} through the site: ${refusals} refused with the reason`)
  } finally {
    await house.close()
  }
})

test.run()
