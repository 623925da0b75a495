import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { PersonalLink } from '../../src/casefile/casefile.ts'
import { ownPageOf } from '../../src/consent/own-page.ts'
import { usualRetention } from '../../src/people/person.ts'
import { timeOf } from '../../src/time/days.ts'
import { monday } from '../support/diary.ts'
import { aSession, now, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('the next appointment on an own page')

const minjun = aCaseUnderWay({
  guardians: [
    { relation: 'mother', name: '박서윤' },
    { relation: 'father', name: '김도현' },
  ],
})
const at = (time: string, kind: string, guardian?: number) =>
  aSession({
    ...{ id: time, kind, startAt: monday(time) },
    attendees: [{ caseNumber: '2026-0001', ordinal: 1, ...(guardian !== undefined && { guardian }) }],
  })
const sessions = [at('10:00', 'liaison'), at('11:00', 'guardian', 1), at('12:00', 'guardian', 0), at('13:00', 'family')]

function nextFor(whose: PersonalLink['whose'], guardian?: number): string | undefined {
  const link: PersonalLink = {
    ...{ id: '1', whose, ...(guardian !== undefined && { guardian }), linkHash: 'x', ...signed() },
    ...{ answerBy: now, expiresAt: monday('23:00') },
  }
  const { next } = ownPageOf(minjun, sessions, link, usualRetention, now)
  return next && timeOf(next.startAt)
}

test('is nobody’s that the staff meet alone, and each guardian has their own', () => {
  assert.is(nextFor('youth'), '13:00')
  assert.is(nextFor('guardian', 0), '12:00')
  assert.is(nextFor('guardian', 1), '11:00')
})

test.run()
