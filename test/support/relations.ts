// Over 150 lines because it is one case for each relation, and one record for each register.
import { createHash } from 'node:crypto'
import type { CaseFile, PersonalLink } from '../../src/casefile/casefile.ts'
import type { Message } from '../../src/people/message.ts'
import type { Alarm } from '../../src/people/registers.ts'
import type { View } from '../../src/store/store.ts'
import { plusMinutes } from '../../src/time/days.ts'
import { relations } from '../web/access-table.ts'
import { aFeed } from './feed.ts'
import { saveImported } from './imported.ts'
import { releaseByHand } from './released.ts'
import { aCase, aSession, cast, seo, signed } from './samples.ts'
import { aCaseInSessions } from './stages.ts'

/** Tokens of the personal links of one case: made of the letters that a real one has. */
export const linkTokens = { guardian: 'g'.repeat(43), youth: 'y'.repeat(43) }
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

const link = (whose: PersonalLink['whose'], token: string = linkTokens[whose]): PersonalLink => ({
  ...{ id: `link-${whose}`, whose, ...(whose === 'guardian' && { guardian: 0 }), linkHash: hashOf(token) },
  ...{ answerBy: '2026-12-01T00:00:00.000Z', expiresAt: '2027-02-01T00:00:00.000Z', ...signed() },
})

const river = { schoolId: 'river', level: 'high', grade: 2 }
const assignedTo = (counsellorId: string): Partial<CaseFile> => ({ assignments: [{ counsellorId, ...signed('seo') }] })

/** What makes each case what it is to somebody; see web/access-table.ts. */
const differences: Partial<Record<keyof typeof relations, Partial<CaseFile>>> = {
  assigned: { school: river, ...assignedTo('han') },
  'same centre': { school: river, ...assignedTo('bora') },
  'same school': { school: { schoolId: 'hill', level: 'middle', grade: 1 }, ...assignedTo('bora') },
  'referred by me': { school: { schoolId: 'hill', level: 'middle', grade: 1 }, ...assignedTo('bora') },
  'link-bound': { school: river, ...assignedTo('bora'), links: [link('guardian'), link('youth')] },
  restricted: {
    school: river,
    ...assignedTo('han'),
    restricted: { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') },
  },
  'behind glass': {
    ...{ school: river, ...assignedTo('bora') },
    openings: [
      { why: '담당 상담원이 없는 동안 급한 전화를 받았습니다', until: '2026-11-22T02:00:00.000Z', ...signed('han') },
    ],
  },
}

/** A reminder of that session which nobody has sent yet. */
const messageOf = (id: string, caseNumber: string): Message => ({
  ...{ id, what: 'reminder', whose: 'youth', way: 'text', to: '010-0000-0001', lang: 'ko', caseNumber },
  ...{ startAt: '2026-12-01T05:00:00.000Z', minutes: 50, sessionId: sessionIdOf(caseNumber), at: signed().at },
})

/** A call for help that nobody has taken up. */
const alarmOf = (caseNumber: string): Alarm => ({
  ...{ id: `alarm-${caseNumber}`, caseNumber, surveyId: 'intake-1', to: ['han', 'seo'] },
  ...{ at: '2026-11-22T00:50:00.000Z', lookBy: '2026-11-22T01:20:00.000Z' },
})

/** The session of a case that the relations have. */
export const sessionIdOf = (number: string): string => `2026-11-16-${number.slice(-2)}`

/** A case for each relation, in the midst of its sessions, and everything anew if it was there already. */
export function saveRelations(view: View): void {
  view.savePerson({ ...seo, id: 'lead-2', name: '강다온', email: 'lead-2@example.test' })
  for (const [relation, changes] of Object.entries(differences)) {
    const number = relations[relation as keyof typeof relations]
    const id = sessionIdOf(number)
    const reports = [{ id: '1', law: 'child-abuse' as const, learnedAt: signed().at, learnedBy: 'han', ...signed() }]
    const caseFile = aCaseInSessions({ number, links: [link('youth', number)], reports, ...changes })
    const { schoolId, ...byPolice } = caseFile.referral
    const referral = relation === 'same school' ? { ...byPolice, source: 'police' } : caseFile.referral
    view.saveCase({ ...caseFile, referral, notes: caseFile.notes.map((note) => ({ ...note, sessionId: id })) })
    const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
    const counsellorId = caseFile.assignments[0]?.counsellorId ?? 'han'
    // one after the other: nobody is in two places at once
    const startAt = plusMinutes('2026-11-16T00:00:00.000Z', 60 * Number(number.slice(-2)))
    view.saveSession(
      aSession({ id, startAt, counsellorId, attendees: [{ caseNumber: number, ordinal: 1, attendance }] }),
    )
    view.saveEntry('messages', messageOf(id, number))
    view.saveEntry('alarms', alarmOf(number))
  }
  for (const { id } of cast)
    view.saveDraft({ id: `draft-${id}`, owner: id, kind: 'referral', fields: [], at: '2026-11-22T00:00:00.000Z' })
  for (const { id } of cast)
    view.saveDraft({
      id: `kept-${id}`,
      owner: id,
      kind: 'form',
      path: '/',
      fields: [['a', 'b']],
      at: '2026-11-22T00:00:00.000Z',
    })
  saveTheHouse(view)
}

/** A closed case whose time is over and that another lead proposed to erase; what the pages of the house are about. */
export const due = '2026-0108'
/** Han is to be away, and nobody stands in. */
export const absenceOfHan = 'absence-han'
/** A referral of Hill that was sent back to be completed. */
export const returned = '2026-0109'
function saveTheHouse(view: View): void {
  view.saveEntry('messages', messageOf('1', relations.assigned))
  view.savePerson({
    ...seo,
    id: 'people',
    name: '문가온',
    email: 'people@example.test',
    role: 'counsellor',
    feed: aFeed,
  })
  view.saveRoom({ version: 1, id: 'rooms', name: '상담실 3' })
  view.saveSchool({ version: 1, id: 'schools', name: '하늘중학교', level: 'middle' })
  const at = '2022-03-02T00:00:00.000Z'
  const closings = [{ on: '2022-03-02', reason: 'completed', by: 'han', at }]
  view.saveCase(
    aCaseInSessions({
      number: due,
      ...assignedTo('bora'),
      closings,
      erasure: { by: 'lead-2', at: '2026-11-20T00:00:00.000Z' },
    }),
  )
  view.saveCase(
    aCase({ number: returned, triage: [{ decision: 'returned', reason: '결정 번호가 빠졌습니다', ...signed('seo') }] }),
  )
  for (const { id } of cast)
    view.saveEntry('notices', { id: `notice-${id}`, to: id, what: 'password-changed', by: id, at })
  view.saveEntry('absences', {
    ...{ id: absenceOfHan, counsellorId: 'han', from: '2026-12-01', to: '2026-12-04', cases: [], by: 'han', at },
  })
  view.saveEntry('exports', { id: '2026-01', by: 'lead-2', at, purpose: '보고서', use: 'programme', what: ['facts'] })
  saveImported(view)
  view.saveEntry('releases', releaseByHand())
  view.saveEntry('incidents', {
    ...{
      id: '2026-01',
      by: 'lead-2',
      at,
      knownAt: at,
      what: 'loss',
      description: '수첩을 잃어버림',
      caseNumbers: [],
      steps: [],
    },
  })
  view.saveEntry('inquiries', {
    ...{
      id: '2026-01',
      by: 'lead-2',
      at,
      asker: '서울가정법원',
      document: '2026-123',
      purpose: 'trial',
      give: ['dates'],
    },
  })
}
