import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { isSameName, readSheet, sheetOf } from '../../src/consent/sheet.ts'
import type { Result } from '../../src/result.ts'
import { aYoungCase, said } from '../support/own.ts'

const mother = { whose: 'guardian', guardian: 0 } as const
const asked = (file: CaseFile, whose: 'youth' | 'guardian', on = '2026-11-22') =>
  sheetOf(file, { whose, ...(whose === 'guardian' && { guardian: 0 }) }, on)
const kinds = (file: CaseFile, whose: 'youth' | 'guardian', on?: string) =>
  asked(file, whose, on).map(({ kind }) => kind)

const sheet = suite('what is asked by a link')

sheet('of a guardian of an under-14: each consent apart; of an older youth’s guardian: what is theirs', () => {
  assert.equal(kinds(aYoungCase(), 'guardian'), [
    ...['guardian-under-14', 'sensitive', 'third-party', 'guardian-participation', 'research'],
    'confidentiality-limits',
  ])
  assert.equal(kinds(aYoungCase(), 'guardian', '2027-03-02'), ['guardian-participation', 'confidentiality-limits'])
})

sheet('nobody is asked whether the school may hear what the law says it must hear', () => {
  const file = aYoungCase()
  const ordered = { ...file, referral: { ...file.referral, basis: 'measure-5' } }
  for (const whose of ['youth', 'guardian'] as const) assert.not.ok(kinds(ordered, whose).includes('third-party'))
})

sheet(
  'a recipient that is no school is not named on a telephone, and a prosecutor’s condition is not asked there',
  () => {
    const file = aYoungCase()
    const { schoolId: _, ...referral } = file.referral
    for (const whose of ['youth', 'guardian'] as const) {
      assert.not.ok(kinds({ ...file, referral }, whose).includes('third-party'))
      assert.not.ok(kinds(file, whose).includes('diversion'))
    }
  },
)

sheet('what was answered stays when nothing is chosen; a youth who has turned 14 is asked all of it anew', () => {
  const file = aYoungCase({ consents: ['collection', 'survey'].map((kind) => said(kind)) })
  const must = (on: string) =>
    asked(file, 'youth', on)
      .filter((one) => one.must)
      .map(({ kind }) => kind)
  assert.not.ok(must('2027-03-01').includes('collection'))
  assert.ok(must('2027-03-02').includes('collection'))
  assert.ok(must('2027-03-02').includes('survey'))
})

sheet('every question that must be answered is, and a guardian puts a name to it', () => {
  const all = asked(aYoungCase(), 'guardian')
  const fields = new URLSearchParams(all.map(({ kind }) => [kind, 'given']))
  const fieldsOf = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ field }) => field))
  assert.equal(fieldsOf(readSheet(fields, all, mother)), ['signedName'])
  fields.set('signedName', '박서윤')
  assert.ok(readSheet(fields, all, mother).ok)
  fields.set('sensitive', 'maybe')
  assert.equal(fieldsOf(readSheet(fields, all, mother)), ['sensitive'])
})

sheet('names are compared but for spaces and capitals', () => {
  assert.ok(isSameName('박 서윤 ', '박서윤'))
  assert.ok(isSameName('Anna Kim', 'anna  kim'))
  assert.not.ok(isSameName('박서윤', '박서연'))
})

sheet.run()
