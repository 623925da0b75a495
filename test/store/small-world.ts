// Over 150 lines because it lists whatever a sequence may save and ask for, each kind once.
import fc from 'fast-check'
import type { Registers } from '../../src/people/registers.ts'
import type { RowFilter, View } from '../../src/store/store.ts'
import { aSession, han, hill, river, room, settings, signed } from '../support/samples.ts'
import { at, caseFile, day, hash, id, ids, maybe, name, number, school, withoutUndefined } from './small-cases.ts'

/*
 * A world so small that things meet: a few cases, sessions, people. What a sequence does is drawn as plain values, so
 * that what failed can be printed and made smaller.
 */

const { constantFrom: from, record, option, subarray, oneof, constant } = fc

const sessionId = from('2026-11-16-01', '2026-11-16-02', '2026-11-16-03', '2026-11-17-01')
/** Five hours of its own for each session, so that nobody is ever in two places: what stands against that is not asked here. */
const startOf = (session: string, hour: number) =>
  new Date(Date.UTC(2026, 10, Number(session.slice(8, 10)), 5 * (Number(session.slice(11)) - 1) + hour)).toISOString()
const attendance = { code: 'attended', creditedMinutes: 50, ...signed() }
const sessionParts = record({
  ...{ id: sessionId, hour: from(0, 1, 4), held: fc.boolean(), cancelled: fc.boolean() },
  numbers: subarray(['2026-0001', '2026-0002', '2026-0003'], { minLength: 1 }),
  kind: from('individual', 'group', 'guardian'),
})
const sessionOf = ({
  id,
  hour,
  numbers,
  kind,
  held,
  cancelled,
}: typeof sessionParts extends fc.Arbitrary<infer T> ? T : never) =>
  aSession({
    ...{ id, kind, startAt: startOf(id, hour) },
    attendees: numbers.map((caseNumber, nth) => ({ caseNumber, ordinal: nth + 1, ...(held && { attendance }) })),
    ...(cancelled && { cancelled: { reason: 'other', by: 'han', at: '2026-11-16T00:00:00.000Z' } }),
  } as Parameters<typeof aSession>[0])

const entryId = from('a', 'b', 'c')
const entries = {
  notices: record({ id: entryId, to: id, what: constant('restricted'), at, by: id, caseNumber: maybe(number) }),
  alarms: record({ id: entryId, caseNumber: number, surveyId: constant('s'), at, to: ids, lookBy: at }),
  absences: record({
    id: entryId,
    counsellorId: id,
    by: id,
    at,
    from: day,
    to: day,
    cases: subarray(['2026-0001', '2026-0002']),
  }),
  messages: record({
    id: entryId,
    way: constant('text'),
    to: id,
    lang: constant('ko'),
    at,
    caseNumber: number,
    what: constant('look-now'),
    whose: constant('staff'),
    alarmId: entryId,
  }),
  imports: record({
    id: entryId,
    by: id,
    at,
    file: constant('f'),
    cases: subarray(['2026-0003', '2026-0006', '2025-0002']),
  }),
  destructions: record({
    id: entryId,
    caseNumber: from('2026-0001', '2026-0005'),
    rule: constant('case-closed'),
    dueOn: day,
    proposed: record({ by: id, at }),
    approved: record({ by: id, at }),
    how: constant('key-destroyed'),
  }),
  tries: record({ id: entryId, failures: from(1, 2), at }),
}
const register = from(...(Object.keys(entries) as (keyof typeof entries)[]))

/** One thing that a change does, as it is printed; `save` does it. */
export interface Act {
  what: string
  value: unknown
}
const act = <T>(what: keyof View, values: fc.Arbitrary<T>) => values.map((value): Act => ({ what, value }))
const email = from('one@example.test', 'Two@example.test')
const person = fc.tuple(id, email).map(([one, email]) => ({ ...han, id: one, email }))
const draft = record({ id: entryId, owner: oneof(id, number), kind: constant('form'), fields: constant([]), at })
const entry = register.chain((one) => entries[one].map((entry) => [one, withoutUndefined(entry)]))
/** Whatever can be saved, by name. */
export const saving = {
  saveCase: act('saveCase', caseFile),
  saveSession: act('saveSession', sessionParts.map(sessionOf)),
  eraseCase: act('eraseCase', number),
  removeCase: act('removeCase', number),
  savePerson: act('savePerson', person),
  saveSchool: act('saveSchool', from(hill, river, { ...hill, name: '다른 학교' })),
  saveRoom: act('saveRoom', from(room, { ...room, id: 'room-2' }, { ...room, name: '다른 방' })),
  saveSettings: act('saveSettings', from(settings, { ...settings, centre: '다른 곳' })),
  saveDraft: act('saveDraft', draft),
  removeDraft: act('removeDraft', entryId),
  saveVisit: act('saveVisit', record({ hash, personId: id, startedAt: at, seenAt: at })),
  removeVisit: act('removeVisit', hash),
  saveEntry: act('saveEntry', entry),
  removeEntry: act('removeEntry', fc.tuple(register, entryId)),
}
const weighed = <T>(all: Record<string, fc.Arbitrary<T>>, weights: Record<string, number>): fc.Arbitrary<T> =>
  oneof(...Object.entries(all).map(([what, arbitrary]) => ({ weight: weights[what] ?? 1, arbitrary })))
export const acts: fc.Arbitrary<Act> = oneof(
  { weight: 14, arbitrary: weighed(saving, { saveCase: 8, saveSession: 5, saveEntry: 4 }) },
  act('nextCaseNumber', from(2026, 2025)),
  act('nextSessionId', from('2026-11-16', '2026-11-18')),
)

const filter: fc.Arbitrary<RowFilter> = record(
  {
    ...{
      reader: id,
      keptFrom: id,
      openTo: record({ by: id, at }),
      counsellorId: id,
      referredBy: school,
      name,
      linkHash: hash,
    },
    stages: subarray(['referral', 'waiting', 'declined', 'consent', 'intake', 'closed'] as const),
    coveredBy: record({ by: id, on: day }),
    decision: from('2026-11-14 1-a', '2026-11-15 2-b', '2026-11-16 1-a'),
    apartFrom: record({ number, schoolId: school }, { requiredKeys: ['number'] }),
    numbers: subarray(['2026-0001', '2026-0002', '2025-0001', '2026-0009']),
    text: from('', '민준', 'KIM ', '0002', '2026', '없음', '민준'.normalize('NFD')),
    followUpDue: from({ from: '2027-02-14', to: '2027-02-15' }, { from: '2027-01-01', to: '2027-12-31' }),
    keptSince: record({ 'case-closed': day, 'referral-declined': day }),
  },
  { requiredKeys: [] },
)
/** Mostly of one part or two: of many hardly anything is left. */
const filters = fc.tuple(filter, fc.nat(14), fc.nat(14)).map(([all, ...picked]) => {
  const kept = Object.entries(all).filter((_, nth) => picked.includes(nth))
  return Object.fromEntries(kept) as RowFilter
})
const page = maybe(record({ from: fc.nat(3), most: oneof(fc.nat(3), constant(Number.POSITIVE_INFINITY)) }))

const asking = <T>(what: string, values: fc.Arbitrary<T[]>) => values.map((value): Act => ({ what, value }))
const like: fc.Arbitrary<Partial<Registers['notices']>> = record({ to: id, caseNumber: number }, { requiredKeys: [] })
const simply = (what: string) => asking(what, constant([]))
/** Whatever can be asked, by name. */
export const asked = {
  rows: asking('rows', fc.tuple(filters, page)),
  caseFile: asking('caseFile', fc.tuple(number)),
  facts: simply('facts'),
  people: simply('people'),
  schools: simply('schools'),
  rooms: simply('rooms'),
  settings: simply('settings'),
  drafts: asking('drafts', fc.array(oneof(id, number), { maxLength: 1 })),
  data: asking('data', fc.array(id, { maxLength: 1 })),
  session: asking('session', fc.tuple(sessionId)),
  diary: asking('diary', fc.tuple(at, at)),
  sessionsOf: asking('sessionsOf', fc.tuple(number)),
  person: asking('person', fc.tuple(id)),
  personByEmail: asking('personByEmail', fc.tuple(email.map((one) => ` ${one.toUpperCase()}`))),
  draft: asking('draft', fc.tuple(entryId)),
  visit: asking('visit', fc.tuple(hash)),
  visitsOf: asking('visitsOf', fc.tuple(id)),
  entry: asking('entry', fc.tuple(register, entryId)),
  entries: oneof(
    asking(
      'entries',
      register.map((one) => [one]),
    ),
    asking(
      'entries',
      like.map((one) => ['notices', one]),
    ),
  ),
}
export const readings: fc.Arbitrary<Act> = weighed(asked, { rows: 10, caseFile: 2, drafts: 2, entries: 2 })

/** A change: what it does and asks in turn, how it ends, and behind which school's wall it stands, if any. */
export interface Step {
  doing: Act[]
  ends: 'kept' | 'refused' | 'thrown'
  behind: string | undefined
  /** asked afterwards of all, whether from inside the wall or not */
  asked: Act
}
export const steps: fc.Arbitrary<Step> = record({
  doing: fc.array(oneof({ weight: 3, arbitrary: acts }, { weight: 1, arbitrary: readings }), {
    minLength: 1,
    maxLength: 4,
  }),
  ends: from('kept', 'kept', 'kept', 'kept', 'kept', 'refused', 'thrown'),
  behind: option(school, { nil: undefined, freq: 4 }),
  asked: readings,
})
