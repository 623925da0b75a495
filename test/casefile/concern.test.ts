import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { alarmsOf, raise, readFlag, toldOf } from '../../src/casefile/concern.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import { mustBe, reasonsOf } from '../support/diary.ts'
import { aCase, signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const test = suite('a concern')

const flag = { code: 'self-harm', severity: 'urgent' } as const
const raised = (caseFile: CaseFile, ...flags: Parameters<typeof raise>[1]) =>
  mustBe(raise(caseFile, flags, 'staff', signed()))

test('is raised at any time: before the case is accepted, and after it is closed', () => {
  const closings = [{ on: '2026-11-16', reason: 'completed', ...signed() }]
  for (const file of [aCase(), aCaseUnderWay(), aCaseUnderWay({ closings })]) {
    const after = raised(file, flag)
    assert.equal(after.concerns, [{ ...flag, from: 'staff', ...signed() }])
    assert.equal(
      after.journal.map(({ deed }) => deed),
      ['concern-raised'],
    )
    assert.ok(journalHolds(after))
  }
})

test('is not raised twice while it stands open, but again once it is settled or graver', () => {
  const file = raised(aCaseUnderWay(), { ...flag, severity: 'watch' })
  assert.equal(reasonsOf(raise(file, [{ ...flag, severity: 'watch' }], 'staff', signed())), [
    ['concern-open', 'concern'],
  ])
  assert.is(raised(file, flag).concerns.length, 2)
  const settled = file.concerns.map((one) => ({ ...one, settled: { how: '확인함', ...signed() } }))
  assert.is(raised({ ...file, concerns: settled }, { ...flag, severity: 'watch' }).concerns.length, 2)
})

test('is one of the list, with a severity of ours', () => {
  const read = (fields: Record<string, string>) => reasonsOf(readFlag(new URLSearchParams(fields)))
  assert.equal(read({ concern: 'self-harm', severity: 'urgent' }), [])
  assert.equal(read({}), [
    ['missing', 'concern'],
    ['missing', 'severity'],
  ])
  assert.equal(read({ concern: 'toString', severity: 'deadly' }), [
    ['not-offered', 'concern'],
    ['not-offered', 'severity'],
  ])
})

test('calls for a notice when it is urgent, and for none when it is to be watched or known', () => {
  const file = aCaseUnderWay()
  for (const [severity, alarms] of [
    ['urgent', ['concern-raised']],
    ['watch', []],
    ['info', []],
  ] as const)
    assert.equal(alarmsOf(file, raised(file, { code: 'self-harm', severity })), alarms)
  assert.equal(alarmsOf(file, file), [])
  const before = raised(file, flag)
  assert.equal(
    alarmsOf(before, raised(before, { code: 'runaway', severity: 'info' })),
    [],
    'one that stood there before',
  )
})

test('that obliges to report calls for a notice of its own, however grave it is', () => {
  const file = aCaseUnderWay()
  assert.equal(alarmsOf(file, raised(file, { code: 'abuse', severity: 'info' })), ['duty-to-report'])
  assert.equal(alarmsOf(file, raised(file, { code: 'report-duty', severity: 'urgent' })), [
    'concern-raised',
    'duty-to-report',
  ])
})

test('is told to leads, the counsellor and whoever stands in; of a restricted case to those named in it alone', () => {
  const covers = [{ counsellorId: 'bora', from: '2026-11-16', to: '2026-11-17', ...signed('seo') }]
  const file = aCaseUnderWay({ covers })
  assert.equal(toldOf(file, ['seo', 'lead-2'], signed().at), ['seo', 'lead-2', 'han', 'bora'])
  assert.equal(toldOf(file, ['seo'], '2026-11-18T00:00:00.000Z'), ['seo', 'han'], 'once the cover is over')
  const restricted = { to: ['han', 'lead-2'], why: '동료의 자녀', ...signed('lead-2') }
  assert.equal(toldOf({ ...file, restricted }, ['seo', 'lead-2'], signed().at), ['lead-2', 'han'])
})

test.run()
