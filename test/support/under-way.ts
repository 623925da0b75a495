import type { CaseFile, Consent } from '../../src/casefile/casefile.ts'
import { aCase, signed } from './samples.ts'

/** The three consents without which nothing opens, given by a youth of 14 or older on a day. */
export const consentsOfYouth = (on = '2026-11-02'): Consent[] =>
  ['collection', 'sensitive', 'counselling'].map((kind) => ({
    ...{ kind, giver: 'youth', route: 'in-person', textVersion: '1', answer: 'given', on },
    ...signed('han', `${on}T01:00:00.000Z`),
  }))

/** Minjun's case as it is when sessions can be booked: accepted, Han's, consented to; he is 14 here. */
export const aCaseUnderWay = (changes: Partial<CaseFile> = {}): CaseFile =>
  aCase({
    youth: { name: '김민준', birthDate: '2012-03-02', gender: 'male' },
    triage: [{ decision: 'accepted', ...signed('seo') }],
    assignments: [{ counsellorId: 'han', ...signed('seo') }],
    consents: consentsOfYouth(),
    ...changes,
  })
