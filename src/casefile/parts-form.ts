import { codesOf } from '../codebook/codebook.ts'
import type { Reading } from '../form.ts'
import type { Guardian, Referral, SchoolPlace, Youth } from './casefile.ts'

/*
 * Parts of a case file as a form says them: the same when a youth is referred, when a guardian is named, and when
 * something is put right.
 */

/** What youth or guardian may dispute of a referral: all but who referred, when, and whom the youth must not meet. */
export type Disputed = Omit<
  Referral,
  'schoolId' | 'mustNotMeet' | 'concerns' | 'guardianTold' | 'referrer' | 'on' | 'by' | 'at' | 'amended'
>

const answers = ['yes', 'no', 'unknown'] as const

export const youthIn = (form: Reading): Youth => ({
  name: form.text('name', { most: 60 }),
  birthDate: form.day('birthDate'),
  gender: form.one('gender', codesOf('gender')),
  phone: form.phone('phone'),
})

export const guardianIn = (form: Reading): Guardian => ({
  relation: form.one('guardianRelation', codesOf('guardianRelation')),
  name: form.maybe('guardianName', 60),
  phone: form.phone('guardianPhone'),
})

/** `schools` are the ids that may be chosen. */
export const schoolPlaceIn = (form: Reading, schools: string[]): SchoolPlace => ({
  level: form.one('level', codesOf('schoolLevel')),
  schoolId: form.oneOrNone('schoolId', schools),
  grade: form.wholeOrNone('grade', 1, 6),
})

export const disputedIn = (form: Reading): Disputed => ({
  source: form.one('source', codesOf('referralSource')),
  basis: form.one('basis', codesOf('referralBasis')),
  measures: form.several('measures', codesOf('schoolMeasure'), { optional: true }),
  decisionNumber: form.maybe('decisionNumber', 60),
  decidedOn: form.dayOrNone('decidedOn'),
  orderedHours: form.wholeOrNone('orderedHours', 1, 500),
  orderedGuardianHours: form.wholeOrNone('orderedGuardianHours', 1, 100),
  dueOn: form.dayOrNone('dueOn'),
  types: form.several('types', codesOf('perpetrationType')),
  spread: form.one('spread', answers),
  channels: form.several('channels', codesOf('channel'), { optional: true }),
  relation: form.one('relation', codesOf('relationToVictim')),
  sameSchool: form.one('sameSchool', answers),
  happenedOn: form.dayOrNone('happenedOn'),
  needs: form.maybe('needs', 2000),
  request: form.maybe('request', 2000),
})
