import fc from 'fast-check'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { aCase, signed } from '../support/samples.ts'
import { consentsOfYouth } from '../support/under-way.ts'

/* The cases of a small world: few numbers, names, schools, days and links, so that things meet. */

const { constantFrom: from, record, option, subarray, oneof } = fc
export const maybe = <T>(values: fc.Arbitrary<T>) => option(values, { nil: undefined, freq: 2 })
export const withoutUndefined = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value))

export const number = from('2026-0001', '2026-0002', '2026-0003', '2026-0004', '2025-0001')
export const id = from('han', 'bora', 'seo')
export const ids = subarray(['han', 'bora', 'seo'])
export const school = from('hill', 'river')
export const day = from('2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17')
export const at = day.map((one) => `${one}T03:00:00.000Z`)
export const hash = from('link-a', 'link-b', 'link-c')
export const name = from('김민준', '김민준'.normalize('NFD'), '정지호', ' Kim Minjun', 'kim minjun')

const days = fc.tuple(day, day).map(([a, b]) => ({ from: a < b ? a : b, to: a < b ? b : a }))
const survey = { kind: 'survey', giver: 'youth', route: 'in-person', textVersion: '1', answer: 'given' } as const

const parts = record({
  ...{
    number,
    name,
    on: day,
    referredBy: maybe(school),
    schoolId: maybe(school),
    mustNotMeet: subarray(['2026-0001', '2026-0002']),
  },
  letter: maybe(from('1-a', '2 - b')),
  triage: maybe(record({ decision: from('accepted', 'declined', 'waiting', 'returned'), at })),
  ...{
    counsellor: maybe(id),
    consented: fc.boolean(),
    restricted: maybe(ids),
    links: subarray(['link-a', 'link-b', 'link-c']),
  },
  openings: fc.array(record({ by: id, until: at }), { maxLength: 2 }),
  covers: fc.array(record({ counsellorId: id, days, ended: fc.boolean() }), { maxLength: 2 }),
  apart: fc.array(
    record({ from: oneof(record({ caseNumber: number }), record({ schoolId: school })), ended: fc.boolean() }),
    { maxLength: 2 },
  ),
  closing: maybe(record({ on: day, reason: from('completed', 'moved') })),
})

/** A case as it may come to stand, without regard to how. */
export const caseFile: fc.Arbitrary<CaseFile> = parts.map((one) => {
  const why = { why: 'x', ...signed() }
  const { referral, school } = aCase()
  const letter = one.letter ? { decidedOn: one.on, decisionNumber: one.letter } : {}
  return withoutUndefined(
    aCase({
      number: one.number,
      youth: { name: one.name, birthDate: '2010-05-20', gender: 'male' },
      school: { ...school, schoolId: one.schoolId },
      referral: { ...referral, ...letter, schoolId: one.referredBy, on: one.on, mustNotMeet: one.mustNotMeet },
      triage: one.triage ? [{ decision: one.triage.decision, by: 'seo', at: one.triage.at }] : [],
      assignments: one.counsellor ? [{ counsellorId: one.counsellor, ...signed() }] : [],
      consents: one.consented ? [...consentsOfYouth(), { ...survey, on: '2026-11-02', ...signed() }] : [],
      ...(one.restricted && { restricted: { to: one.restricted, ...why } }),
      openings: one.openings.map((opening) => ({ ...opening, why: 'x', at: opening.until })),
      covers: one.covers.map(({ counsellorId, days, ended }) => ({
        ...{ counsellorId, ...days, ...signed() },
        ...(ended && { ended: signed() }),
      })),
      apart: one.apart.map(({ from, ended }) => ({
        ...{ from, why: 'other', ...signed() },
        ...(ended && { ended: why }),
      })),
      links: one.links.map((linkHash) => ({
        ...{ id: linkHash, whose: 'youth', linkHash, answerBy: '2026-12-06', expiresAt: '2027-02-20T00:00:00.000Z' },
        ...signed(),
      })),
      closings: one.closing ? [{ ...one.closing, ...signed() }] : [],
    } as Partial<CaseFile>),
  )
})
