import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { excerptOf } from '../../src/casefile/excerpt.ts'
import { mayTellReferrer } from '../../src/consent/share.ts'
import { aCase, aSession, now, signed } from '../support/samples.ts'

const excerpt = suite('what a school may see')
const han = signed('han')
const attended = { code: 'attended', creditedMinutes: 50, ...han }
const file: CaseFile = aCase({
  triage: [{ decision: 'accepted', reason: '비밀 사유', ...signed('seo') }],
  interview: {
    ...{
      on: '2026-11-16',
      summary: '비밀 면접',
      acknowledges: 'fully',
      types: ['grooming'],
      channels: [],
      relation: 'friend',
    },
    ...{
      motives: { self: { all: ['money'] }, coded: { all: ['money'], main: 'money' } },
      goals: { youth: '비밀 목표' },
      ...han,
    },
  },
  notes: [
    {
      ...{ sessionId: 's1', addenda: [{ text: '비밀 덧붙임', ...han }] },
      signed: { summary: '비밀 요약', process: '비밀 과정', forSchool: '성실히 참석합니다', ...han },
    },
    { sessionId: 's2', draft: { summary: '비밀 초안', forSchool: '아직 서명 전', ...han }, addenda: [] },
  ],
})
const sessions = [
  aSession({ id: 's1', attendees: [{ caseNumber: file.number, ordinal: 1, attendance: attended }] }),
  aSession({ id: 's3', startAt: '2026-11-30T05:00:00.000Z', attendees: [{ caseNumber: file.number, ordinal: 2 }] }),
]

excerpt('is dates, hours and what a signed note says to the school: nothing else of what was said', () => {
  const seen = JSON.stringify(excerptOf(file, sessions, true, now))
  assert.not.match(seen, /비밀|money|grooming|아직 서명 전/)
  assert.match(seen, /성실히 참석합니다/)
})

excerpt('counts what was attended and names the next session', () => {
  const { progress } = excerptOf(file, sessions, true, now)
  assert.equal(progress?.heldOn, ['2026-11-16'])
  assert.is(progress?.creditedMinutes, 50)
  assert.is(progress?.next, '2026-11-16T05:00:00.000Z')
  assert.is(excerptOf(file, sessions, true, '2026-11-16T06:00:00.000Z').progress?.next, '2026-11-30T05:00:00.000Z')
})

excerpt('holds no dates or hours where neither law nor consent lets them go', () => {
  assert.is(mayTellReferrer(file), false)
  assert.is(excerptOf(file, sessions, mayTellReferrer(file), now).progress, undefined)
  assert.is(mayTellReferrer({ ...file, referral: { ...file.referral, basis: 'measure-5' } }), true)
  const told = {
    kind: 'third-party',
    giver: 'youth',
    route: 'paper',
    textVersion: '1',
    answer: 'given',
    on: '2026-11-16',
  } as const
  assert.is(mayTellReferrer({ ...file, consents: [{ ...told, ...han }] }), true)
})

excerpt('says whether the course was completed only where the school may be told', () => {
  const closed = { ...file, closings: [{ on: '2026-11-16', reason: 'completed', ...han }] }
  assert.is(excerptOf(closed, sessions, true, now).completed, true)
  assert.is(excerptOf(closed, sessions, false, now).completed, undefined)
  assert.is(excerptOf(closed, sessions, false, now).closedOn, '2026-11-16')
  assert.is(excerptOf(file, sessions, true, now).completed, undefined)
})

excerpt('tells why a referral was returned or declined, not why it waits', () => {
  for (const [decision, reason] of [
    ['returned', '까닭'],
    ['declined', '까닭'],
    ['waiting', undefined],
  ] as const) {
    const decided = aCase({ triage: [{ decision, reason: '까닭', ...han }] })
    assert.is(excerptOf(decided, [], true, now).decision?.reason, reason)
  }
})

excerpt.run()
