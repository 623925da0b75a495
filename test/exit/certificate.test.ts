// Over 150 lines because every reason to refuse a certificate, and all that may stand on one, is tried.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { checkCodeIn, newCheckCode } from '../../src/casefile/check-code.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { printedOf } from '../../src/casefile/printed.ts'
import type { Session } from '../../src/casefile/session.ts'
import {
  type CertificateFacts,
  certify,
  certifyAnew,
  readCertificate,
  revokeCertificate,
  usualProgramme,
} from '../../src/exit/certificate.ts'
import { deliveredTo, isOutdated, openFor } from '../../src/exit/certificate-facts.ts'
import { aCase, aSession, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const han = signed('han', '2026-11-16T08:00:00.000Z')
const youth = { whose: 'youth' } as const
const mother = { whose: 'guardian', guardian: 0 } as const

/** A meeting on a day of November; what was credited, or that nobody came. */
const met = (day: number, minutes: number, changes: Partial<Session> = {}, guardian?: number): Session => {
  const attendance = { code: minutes > 0 ? 'attended' : 'no-show', creditedMinutes: minutes, ...han }
  return aSession({
    ...{ id: `2026-11-${day}-01`, startAt: `2026-11-${day}T05:00:00.000Z` },
    attendees: [{ caseNumber: '2026-0001', ordinal: day, attendance, ...(guardian !== undefined && { guardian }) }],
    ...changes,
  })
}
const notesOf = (sessions: Session[]): CaseFile['notes'] =>
  sessions.map(({ id }) => ({ sessionId: id, signed: { summary: 'x', ...han }, addenda: [] }))

const exit = {
  ...{ id: 'exit-1', survey: 'exit', version: 1, wave: 'exit', expiresAt: '2026-12-01T00:00:00.000Z', ...han },
  response: { at: han.at, lang: 'ko' as const, answers: {} },
}
const sessions = [met(10, 50), met(12, 40), met(13, 0), met(14, 50, { kind: 'liaison' })]
const plan = { sessions: 2, minutes: 50, kind: 'individual', mode: 'in-person', startOn: '2026-11-10', ...han }

/** Two of two held for 90 minutes in all, their notes signed, the exit survey answered. */
const done: CaseFile = aCaseUnderWay({ plan, notes: notesOf(sessions), surveys: [exit] })
const facts: CertificateFacts = {
  ...{ sessions, programme: usualProgramme, issuer: '새길 상담센터', code: 'AAAA-BBBB-CCCC-DDDD-EEEE' },
}
const ordered = (file: CaseFile): CaseFile => ({
  ...file,
  referral: {
    ...file.referral,
    ...{ basis: 'measure-5', decisionNumber: '2026-12', decidedOn: '2026-10-30' },
    ...{ orderedHours: 1, orderedGuardianHours: 2 },
  },
})

const reasons = (result: ReturnType<typeof certify>): string[] =>
  result.ok ? [] : result.refusals.map(({ reason }) => reason)
const issued = (file: CaseFile, what: Parameters<typeof certify>[1] = youth, given = facts): CaseFile => {
  const result = certify(file, what, given, han)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

const certificate = suite('a certificate')

certificate('says what locked attendance says, and what ordered it', () => {
  const file = issued(ordered(done))
  assert.equal(file.certificates, [
    {
      ...{ number: '2026-0001-1', code: facts.code, whose: 'youth', name: '김민준', programme: usualProgramme },
      ...{ issuer: '새길 상담센터', from: '2026-11-10', to: '2026-11-12', sessions: 2, minutes: 90, orderedHours: 1 },
      ...{ as: 'completed', basis: 'measure-5', decisionNumber: '2026-12', decidedOn: '2026-10-30', ...han },
    },
  ])
  assert.is(file.journal.at(-1)?.deed, 'certified')
  assert.ok(journalHolds(file))
})

certificate('is refused before the case is taken, with nothing held, without a name, of an imported case', () => {
  assert.equal(reasons(certify(aCase(), youth, facts, han)), ['not-open-yet'])
  assert.equal(reasons(certify(done, youth, { ...facts, sessions: [met(13, 0)] }, han)), ['nothing-held'])
  assert.equal(reasons(certify({ ...done, youth: { ...done.youth, name: ' ' } }, youth, facts, han)), ['name-missing'])
  const imported = { batch: '1', reference: 'a', sessionsHeld: 12, minutesHeld: 600, ...han }
  assert.equal(reasons(certify({ ...done, imported }, youth, facts, han)), ['case-imported'])
  assert.equal(reasons(certify(done, { whose: 'guardian', guardian: 3 }, facts, han)), ['guardian-unknown'])
})

certificate('is refused while a session, hours, attendance or the exit survey is open', () => {
  const open = (file: CaseFile, held = sessions) => openFor(file, youth, held).map(({ what }) => what)
  const planned: CaseFile = { ...done, plan: { ...plan, sessions: 3 } }
  const hours: CaseFile = { ...done, referral: { ...done.referral, orderedHours: 2 } }
  const booked = [...sessions, aSession({ id: '2026-11-30-01', startAt: '2026-11-30T05:00:00.000Z' })]
  const each: [file: CaseFile, held: Session[], what: string][] = [
    [planned, sessions, 'sessions-left'],
    [hours, sessions, 'hours-left'],
    [done, booked, 'sessions-booked'],
    [{ ...done, notes: done.notes.slice(1) }, sessions, 'notes-missing'],
    [{ ...done, surveys: [] }, sessions, 'exit-survey-missing'],
  ]
  for (const [file, held, what] of each) {
    assert.equal(open(file, held), [what])
    assert.equal(reasons(certify(file, youth, { ...facts, sessions: held }, han)), ['course-open'], what)
    const despite = issued(file, { ...youth, despite: '조기 이수 협의' }, { ...facts, sessions: held })
    assert.is(despite.certificates?.[0]?.despite, '조기 이수 협의')
  }
})

certificate('waits for nothing that is not the holder’s own, and for no survey that was declined', () => {
  const concern = { code: 'also-victim', severity: 'urgent', from: 'staff', ...han } as const
  assert.equal(openFor({ ...done, concerns: [concern] }, youth, sessions), [])
  const withMother: CaseFile = { ...done, referral: { ...done.referral, orderedGuardianHours: 4 } }
  assert.equal(openFor(withMother, youth, [...sessions, met(20, 50, { kind: 'guardian-education' })]), [])
  const { response: _, ...asked } = exit
  assert.equal(openFor({ ...done, surveys: [{ ...asked, refused: han.at }] }, youth, sessions), [])
  const [consent] = done.consents
  const no = consent && { ...consent, kind: 'survey', answer: 'refused' as const }
  assert.equal(
    openFor({ ...done, surveys: [], consents: [...done.consents, ...(no ? [no] : [])] }, youth, sessions),
    [],
  )
})

certificate('counts only attendance that nobody can change any more', () => {
  const unlocked: CaseFile = { ...done, notes: done.notes.filter(({ sessionId }) => sessionId !== '2026-11-12-01') }
  assert.is(deliveredTo(unlocked, youth, sessions)?.minutes, 50)
  const closed: CaseFile = { ...unlocked, closings: [{ on: '2026-11-15', reason: 'completed', ...han }] }
  assert.is(deliveredTo(closed, youth, sessions)?.minutes, 90)
  assert.equal(openFor(closed, youth, sessions), [])
})

certificate('says attended, not completed, where sessions or hours are left', () => {
  const as = (file: CaseFile) => deliveredTo(file, youth, sessions)?.as
  assert.is(as(done), 'completed')
  assert.is(as({ ...done, plan: { ...plan, sessions: 3 } }), 'attended')
  assert.is(as({ ...done, referral: { ...done.referral, orderedHours: 2 } }), 'attended')
  assert.is(as({ ...done, surveys: [] }), 'completed')
})

certificate('of a guardian is of that guardian’s education alone', () => {
  const taught = [met(16, 100, { kind: 'guardian-education' }, 0), met(17, 60, { kind: 'guardian-education' }, 1)]
  const talked = met(18, 50, { kind: 'guardian' }, 0)
  const all = [...sessions, ...taught, talked]
  const guardians = [...done.guardians, { relation: 'father', name: '김도윤' }]
  const file: CaseFile = ordered({ ...done, guardians, notes: notesOf(all) })
  assert.equal(openFor(file, mother, all), [{ what: 'guardian-hours-left', ordered: 2, creditedMinutes: 100 }])
  const own = issued(file, { ...mother, despite: '남은 시간은 다른 기관에서 이수' }, { ...facts, sessions: all })
  const [given] = own.certificates ?? []
  assert.equal([given?.name, given?.minutes, given?.sessions, given?.as], ['박서윤', 100, 1, 'attended'])
  const fathers = deliveredTo(done, { whose: 'guardian', guardian: 1 }, all)
  assert.is(fathers, undefined, 'no note is signed there')
  const voluntary = deliveredTo({ ...file, referral: done.referral }, mother, all)
  assert.equal([voluntary?.basis, voluntary?.decisionNumber], ['voluntary', undefined])
})

certificate('is one to a holder; issued anew, the old one stays and says why', () => {
  const first = issued(done)
  assert.equal(reasons(certify(first, youth, facts, han)), ['certificate-in-force'])
  const anew = certifyAnew(first, 1, { why: '이름을 고침' }, { ...facts, code: 'other' }, signed('seo'))
  assert.ok(anew.ok)
  const [old, next] = anew.value.certificates ?? []
  assert.equal(old, { ...first.certificates?.[0], revoked: { why: '이름을 고침', ...signed('seo') } })
  assert.equal([next?.number, next?.replaces, next?.code], ['2026-0001-2', '2026-0001-1', 'other'])
  assert.is(next?.revoked, undefined)
  assert.equal(reasons(certifyAnew(anew.value, 1, { why: 'x' }, facts, han)), ['certificate-revoked'])
  assert.ok(journalHolds(anew.value))
})

certificate('is not lost where it cannot be issued anew', () => {
  const first = issued(done)
  const open: CaseFile = { ...first, plan: { ...plan, sessions: 9 } }
  assert.equal(reasons(certifyAnew(open, 1, { why: 'x' }, facts, han)), ['course-open'])
})

certificate('revoked stays in the file, and another may follow', () => {
  const revoked = revokeCertificate(issued(done), 1, '잘못 발급', han)
  assert.ok(revoked.ok)
  assert.equal(revoked.value.certificates?.[0]?.revoked, { why: '잘못 발급', ...han })
  assert.is(revokeCertificate(revoked.value, 1, 'x', han).ok, false)
  assert.is(revokeCertificate(revoked.value, 7, 'x', han).ok, false)
  assert.is(issued(revoked.value).certificates?.[1]?.number, '2026-0001-2')
})

certificate('keeps what was printed when attendance is changed, and no longer matches', () => {
  const file = issued(done)
  const [printed] = file.certificates ?? []
  assert.ok(printed)
  assert.is(isOutdated(file, printed, sessions), false)
  assert.is(isOutdated(file, printed, [met(10, 50), met(12, 30)]), true)
  assert.is(isOutdated({ ...file, youth: { ...file.youth, name: '김민준서' } }, printed, sessions), true)
  assert.is(isOutdated(file, printed, []), true)
  assert.is(file.certificates?.[0]?.minutes, 90)
})

certificate('hands on what stands on the paper and nothing else', () => {
  const file = issued({ ...done, surveys: [] }, { ...youth, despite: '비밀 사유' })
  const [one] = file.certificates ?? []
  assert.ok(one)
  assert.not.match(JSON.stringify(printedOf({ ...one, revoked: { why: '비밀 회수', ...han } })), /비밀|han|revoked/)
})

certificate('is asked for by a form that names one of the case’s people', () => {
  const read = (fields: Record<string, string>) => readCertificate(new URLSearchParams(fields))
  assert.equal(read({ holder: 'guardian-1' }), { ok: true, value: { whose: 'guardian', guardian: 1 } })
  assert.is(read({}).ok, false)
  assert.is(read({ holder: 'seo' }).ok, false)
})
certificate.run()

const code = suite('a check code')
code('is twenty letters of thirty-two, 100 bits, and never the same twice', () => {
  const codes = Array.from({ length: 500 }, () => newCheckCode())
  for (const one of codes) assert.match(one, /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.is(new Set(codes).size, 500)
  assert.is(new Set(codes.join('').replaceAll('-', '')).size, 32)
})
code('is read as it is written by hand: small letters, gaps, O for 0, I and L for 1', () => {
  assert.is(checkCodeIn(' h7kq 3mxw-9pda52tcvr8e '), 'H7KQ-3MXW-9PDA-52TC-VR8E')
  assert.is(checkCodeIn('oooo-iiii-llll-0000-1111'), '0000-1111-1111-0000-1111')
})
code('is none where it is too short, too long or of other letters', () => {
  for (const typed of [
    '',
    'H7KQ',
    'H7KQ-3MXW-9PDA-52TC-VR8',
    'UUUU-UUUU-UUUU-UUUU-UUUU',
    '가'.repeat(20),
    'A'.repeat(500),
  ])
    assert.is(checkCodeIn(typed), undefined, typed)
})
code.run()
