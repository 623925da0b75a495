import type { CaseFile } from '../../src/casefile/casefile.ts'
import { dataOf } from '../../src/casefile/data.ts'
import { factsOf, keptFactsOf } from '../../src/casefile/facts.ts'
import { rowOf } from '../../src/casefile/row.ts'
import type { Session } from '../../src/casefile/session.ts'
import { upgraded } from '../../src/casefile/upgrade.ts'
import type { Person, Room, School, Settings } from '../../src/people/person.ts'
import { stageOf } from '../../src/programme.ts'
import { claimsOf } from '../../src/sessions/clash.ts'
import type { Summaries } from '../../src/store/store.ts'
import { shelfOf } from '../../src/surveys/shelf.ts'
import type { Clock } from '../../src/time/clock.ts'

/** The standing cast: small valid records, to be changed where a test needs it. It is Monday, 16 November 2026, 09:00 in Seoul. */

export const now = '2026-11-16T00:00:00.000Z'
export const today = '2026-11-16'
export const clock: Clock = { now: () => now }
export const signed = (by = 'han', at = now) => ({ by, at })

const person = (id: string, name: string, role: Person['role'], schoolId?: string): Person => ({
  version: 1,
  id,
  name,
  email: `${id}@example.test`,
  role,
  ...(schoolId && { schoolId }),
})

export const han = person('han', '한지우', 'counsellor')
export const bora = person('bora', '이보라', 'counsellor')
export const seo = person('seo', '서연우', 'lead')
export const yoo = person('yoo', '유하늘', 'admin')
export const hillTeacher = person('oh', '오선생', 'school', 'hill')
export const riverTeacher = person('ma', '마선생', 'school', 'river')
export const cast: Person[] = [han, bora, seo, yoo, hillTeacher, riverTeacher]

export const hill: School = { version: 1, id: 'hill', name: '언덕중학교', level: 'middle' }
export const river: School = { version: 1, id: 'river', name: '강변고등학교', level: 'high' }
export const room: Room = { version: 1, id: 'room-1', name: '상담실 1' }

const open = { from: '09:00', to: '20:00' }
export const settings: Settings = {
  version: 1,
  centre: '새길 상담센터',
  demo: false,
  sessions: { least: 10, usual: 12, minutes: 50 },
  openingHours: { 1: open, 2: open, 3: open, 4: open, 5: open },
  since: '2019-09-01',
}

/** Minjun of Hill Middle School, 13 years old, referred today and not triaged. */
export const aCase = (changes: Partial<CaseFile> = {}): CaseFile => ({
  version: 2,
  number: '2026-0001',
  youth: { name: '김민준', birthDate: '2013-03-02', gender: 'male' },
  guardians: [{ relation: 'mother', name: '박서윤', phone: '010-0000-0001' }],
  school: { schoolId: 'hill', level: 'middle', grade: 1 },
  referral: {
    schoolId: changes.school?.schoolId ?? 'hill',
    source: 'teacher',
    basis: 'voluntary',
    measures: [],
    types: [],
    spread: 'unknown',
    channels: [],
    relation: 'unknown',
    sameSchool: 'unknown',
    mustNotMeet: [],
    concerns: [],
    guardianTold: true,
    referrer: { name: '오선생' },
    on: today,
    ...signed('oh'),
  },
  triage: [],
  assignments: [],
  consents: [],
  surveys: [],
  notes: [],
  concerns: [],
  closings: [],
  ...{ links: [], disagreements: [], openings: [], holds: [] },
  journal: [],
  ...changes,
})

/** Jiho of River High School, 16 years old. */
export const jiho = { name: '정지호', birthDate: '2010-05-20', gender: 'male' }

/** An hour with Han for Minjun, today at 14:00 in Seoul. */
export const aSession = (changes: Partial<Session> = {}): Session => ({
  version: 1,
  id: '2026-11-16-01',
  kind: 'individual',
  mode: 'in-person',
  startAt: '2026-11-16T05:00:00.000Z',
  minutes: 50,
  counsellorId: 'han',
  roomId: 'room-1',
  attendees: [{ caseNumber: '2026-0001', ordinal: 1 }],
  booked: signed(),
  moved: [],
  ...changes,
})

/** The programme's own summaries, as the server hands them to the store. */
export const summaries: Summaries = {
  row: (caseFile, sessions) => rowOf(caseFile, sessions, stageOf(caseFile, sessions)),
  facts: (caseFile, sessions, editions) => factsOf(caseFile, sessions, stageOf(caseFile, sessions), shelfOf(editions)),
  data: (caseFile, sessions, editions) => dataOf(caseFile, sessions, stageOf(caseFile, sessions), shelfOf(editions)),
  keptFacts: keptFactsOf,
  claims: claimsOf,
  upgraded: (record) => upgraded(record),
}
