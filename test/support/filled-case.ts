// Over 150 lines because every field that is kept about a youth stands here once, with something in it.
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from './answers.ts'

/** With nothing left out: a new field, optional or not, does not compile until it is filled in here. */
export type Filled<T> = T extends readonly (infer One)[]
  ? Filled<One>[]
  : T extends object
    ? { [K in keyof T]-?: Filled<NonNullable<T[K]>> }
    : T

let running = 0
/** A moment that is like no other here. */
const at = () => new Date(Date.UTC(2026, 10, 1, 0, running++)).toISOString()
/** A text that is like no other here. */
const text = (name: string) => `ZQ${name}${running++}`
const signed = (by = 'han') => ({ by, at: at() })
const intake = newestOf(shipped, 'intake')
if (!intake) throw new Error('no survey is called intake')

const noteText = () => ({
  module: 'law',
  ...{
    goals: text('goals'),
    summary: text('summary'),
    response: text('response'),
    homework: text('homework'),
    next: text('next'),
  },
  ...{ forSchool: text('school'), process: text('process') },
  concerns: [{ code: 'self-harm', severity: 'watch' as const }],
})

const groupText = () => ({
  ...{ goals: text('goals'), module: 'law', summary: text('group'), homework: text('homework'), next: text('next') },
})

/** Jiho's case, Han's, with everything in it that a case file can hold. It is no case that could be. */
export const filledCase: Filled<CaseFile> = {
  version: 2,
  number: '2026-0002',
  youth: { name: text('name'), birthDate: '2010-05-20', gender: 'male', phone: '010-0000-1001' },
  guardians: [
    { relation: 'mother', name: text('mother'), phone: '010-0000-1002' },
    { relation: 'father', name: text('father'), phone: '010-0000-1003' },
  ],
  school: { schoolId: 'river', level: 'high', grade: 2 },
  referral: {
    ...{ schoolId: 'hill', source: 'teacher', basis: 'measure-5', measures: ['5'], decisionNumber: text('decision') },
    ...{ decidedOn: '2026-09-01', orderedHours: 21, orderedGuardianHours: 6, dueOn: '2027-01-31' },
    ...{ types: ['possession'], spread: 'unknown', channels: ['sns'], relation: 'same-class', sameSchool: 'yes' },
    ...{ happenedOn: '2026-08-15', mustNotMeet: ['2026-0077'], concerns: ['self-harm'], needs: text('needs') },
    ...{ request: text('request'), guardianTold: true, on: '2026-09-03', ...signed('oh'), amended: [signed('oh')] },
    referrer: { name: text('referrer'), phone: '010-0000-1004', office: text('office') },
  },
  triage: [{ decision: 'accepted', reason: text('triage'), ...signed('seo') }],
  assignments: [{ counsellorId: 'han', why: text('assigned'), ...signed('seo') }],
  consents: [
    {
      ...{
        kind: 'collection',
        giver: 'guardian',
        guardian: 1,
        route: 'paper',
        textVersion: '2026-11',
        answer: 'given',
      },
      ...{ on: '2026-09-10', ...signed() },
      verification: { method: 'call', detail: text('verification'), ...signed() },
      withdrawn: { on: '2026-09-11', why: text('withdrawn'), ...signed() },
      invalidated: { why: text('invalidated'), ...signed() },
    },
  ],
  interview: {
    ...{ on: '2026-09-12', summary: text('interview'), acknowledges: 'partly', home: text('home') },
    ...{ schoolLife: text('school'), digitalHabits: text('digital'), health: text('health') },
    ...{ strengths: text('strengths'), types: ['possession'], channels: ['site'], relation: 'same-school' },
    motives: { self: { all: ['fun'], main: 'fun' }, coded: { all: ['curiosity'], main: 'curiosity' } },
    goals: { youth: text('goal'), guardian: text('goal'), counsellor: text('goal') },
    ...signed(),
  },
  plan: {
    ...{ sessions: 11, minutes: 55, kind: 'individual', mode: 'in-person', startOn: '2026-09-14', dueOn: '2027-01-30' },
    ...signed(),
  },
  surveys: [
    {
      ...{ id: 'intake-1', survey: 'intake', version: intake.version, wave: 'intake', linkHash: text('hash') },
      ...{ expiresAt: at(), opened: at(), refused: at(), revoked: signed(), ...signed() },
      pin: { hash: text('hash'), wrong: 3 },
      tablet: { codeHash: text('hash'), until: at(), linkHash: text('hash'), ...signed() },
      response: {
        ...{ at: at(), lang: 'en', answers: wholeAnswers(intake) as Record<string, string>, seconds: 917 },
        ...{ pages: { emp: 71 }, paper: { on: '2026-09-15', ...signed('bora') } },
      },
    },
  ],
  notes: [
    {
      sessionId: '2026-09-14-01',
      draft: { ...noteText(), ...signed() },
      signed: { ...noteText(), ...signed() },
      addenda: [{ text: text('addendum'), ...signed('bora') }],
      countersigned: { remark: text('remark'), ...signed('seo') },
    },
  ],
  concerns: [
    {
      ...{ code: 'self-harm', severity: 'urgent', from: 'survey', surveyId: 'intake-1' },
      settled: { how: text('settled'), ...signed() },
      ...signed(),
    },
  ],
  closings: [
    {
      ...{ on: '2026-11-10', reason: 'completed', summary: text('closing') },
      ...{ reopened: { why: text('reopened'), ...signed('seo') }, ...signed() },
    },
  ],
  links: [
    {
      ...{ id: text('link'), whose: 'guardian', guardian: 1, linkHash: text('hash'), answerBy: at(), expiresAt: at() },
      ...{ answered: at(), signedName: text('signed'), revoked: signed(), ...signed() },
    },
  ],
  disagreements: [{ kind: 'guardian-under-14', why: text('disagreement'), ...signed('seo') }],
  restricted: { to: ['han', 'seo'], why: text('restricted'), ...signed('seo') },
  openings: [{ why: text('opening'), until: at(), ...signed('bora') }],
  holds: [{ why: text('hold'), lifted: signed('seo'), ...signed('seo') }],
  erasure: signed('seo'),
  freeTimes: { hours: { 2: { from: '16:10', to: '18:40' } }, ...signed() },
  apart: [
    {
      ...{ from: { caseNumber: '2026-0078' } as never, why: 'together', ...signed('seo') },
      ended: { why: text('ended'), ...signed('seo') },
    },
  ],
  groups: [{ sessionId: '2026-09-21-01', what: 'joined', ...signed() }],
  covers: [{ counsellorId: 'bora', from: '2026-11-03', to: '2026-11-07', ended: signed('seo'), ...signed('seo') }],
  reports: [
    {
      ...{ id: text('report'), law: 'sexual-crime', learnedAt: at(), learnedBy: 'han', ...signed() },
      told: { whom: text('whom'), toldAt: at(), reference: text('reference'), ...signed() },
      notOwed: { why: text('notowed'), ...signed('seo') },
    },
  ],
  reminders: [
    { whose: 'guardian', guardian: 1, way: 'mail', to: 'guardian-1@example.test', lang: 'en', ...signed() },
    { whose: 'youth', guardian: 0, way: 'text', to: '010-0000-1009', lang: 'ko', ...signed() },
  ],
  corrections: [{ askedBy: 'guardian', why: text('correction'), what: ['youth/name'], ...signed() }],
  secondCoding: {
    motives: { all: ['impulse'], main: 'impulse' },
    ...{ types: ['threat'], channels: ['messenger'], relation: 'partner', ...signed('seo') },
  },
  certificates: [
    {
      ...{ number: '2026-0002-2', code: text('code'), whose: 'guardian', guardian: 1, name: text('printed') },
      ...{ as: 'attended', programme: { ko: text('course'), en: text('course') }, issuer: text('issuer') },
      ...{ from: '2026-09-14', to: '2026-11-12', sessions: 11, minutes: 550, orderedHours: 10, basis: 'measure-5' },
      ...{ decisionNumber: text('letter'), decidedOn: '2026-09-02', despite: text('override'), ...signed() },
      ...{ replaces: '2026-0002-1', revoked: { why: text('revoked'), ...signed() } },
    },
  ],
  imported: {
    batch: text('batch'),
    reference: text('reference'),
    sessionsHeld: 14,
    minutesHeld: 700,
    ...signed('seo'),
  },
  journal: [
    {
      ...{ deed: 'corrected', hash: text('hash'), ...signed() },
      changed: [{ path: 'youth/name', before: text('before') as never, after: text('after') as never }],
    },
  ],
}

/** A session of Jiho's in which somebody else sat too. */
export const filledSession: Filled<Session> = {
  ...{ version: 1, id: '2026-09-14-01', kind: 'individual', mode: 'in-person', startAt: at(), minutes: 57 },
  ...{ counsellorId: 'han', roomId: 'room-1', booked: signed() },
  attendees: [
    {
      ...{ caseNumber: '2026-0002', ordinal: 3, guardian: 1 },
      attendance: {
        ...{ code: 'late', creditedMinutes: 41, ...signed() },
        earlier: [{ code: 'no-show', creditedMinutes: 0, ...signed() }],
      },
    },
    {
      ...{ caseNumber: '2026-0088', ordinal: 1, guardian: 0 },
      attendance: {
        ...{ code: 'attended', creditedMinutes: 57, ...signed() },
        earlier: [{ code: 'no-show', creditedMinutes: 0, ...signed() }],
      },
    },
  ],
  moved: [{ from: at(), fromRoomId: 'room-2', askedBy: 'guardian', why: text('moved'), ...signed() }],
  catchesUp: '2026-09-07-01',
  despite: { why: text('despite'), ...signed('seo') },
  handedOver: [{ from: 'bora', ...signed('seo') }],
  groupNote: {
    draft: { ...groupText(), ...signed() },
    signed: { ...groupText(), ...signed() },
    addenda: [{ text: text('addendum'), ...signed() }],
  },
  cancelled: { code: 'excused', why: text('cancelled'), ...signed() },
}
