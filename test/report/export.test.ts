import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Facts } from '../../src/casefile/facts.ts'
import {
  type ExportRequest,
  exportOf,
  isAskedFor,
  isForResearch,
  isLeftOut,
  quartersBetween,
  readExport,
} from '../../src/report/export.ts'
import { summaries } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const { facts } = summaries.data(aCaseUnderWay(), [], [])
const quarters = ['2026-Q4', '2026-Q3', '2026-Q2']
const whole = {
  ...{ exportUse: 'programme', exportPurpose: '2026년 보고서', exportParts: 'facts', exportFormats: 'csv' },
}

const form = suite('what somebody wants exported')
form('needs a use, a purpose, a part and a format, and says of each what is wrong', () => {
  const read = readExport(new URLSearchParams({ exportFrom: '2026-Q4', exportTo: '2026-Q2' }), quarters)
  assert.equal(read.ok ? [] : read.refusals.map(({ field, reason }) => `${field} ${reason}`).sort(), [
    'exportFormats missing',
    'exportParts missing',
    'exportPurpose missing',
    'exportTo period-backwards',
    'exportUse missing',
  ])
  const wrong = readExport(new URLSearchParams({ ...whole, exportFrom: '2026-11', exportParts: 'notes' }), quarters)
  assert.equal(wrong.ok ? [] : wrong.refusals.map(({ reason }) => reason), ['not-offered', 'not-offered'])
})
form('brings the CSV along where something reads it', () => {
  const read = readExport(new URLSearchParams({ ...whole, exportFormats: 'r' }), quarters)
  assert.equal(read.ok && read.value.formats, ['csv', 'r'])
})
form('is offered the quarters since the centre began', () => {
  assert.equal(quartersBetween('2025-11-20', '2026-04-01'), ['2026-Q2', '2026-Q1', '2025-Q4'])
})
form('holds nothing that was answered when it is for an authority', () => {
  const asked = (exportUse: string, exportParts: string) => {
    const read = readExport(new URLSearchParams({ ...whole, exportUse, exportParts }), quarters)
    return read.ok ? [] : read.refusals.map(({ field, reason }) => `${field} ${reason}`)
  }
  for (const part of ['scores', 'items']) {
    assert.equal(asked('authority', part), ['exportParts not-for-authority'], part)
    assert.equal(asked('programme', part), [], part)
  }
  for (const part of ['facts', 'second-coding']) assert.equal(asked('authority', part), [], part)
})
form('is counted by whole quarters, and of accepted referrals only', () => {
  const referred = (on: string, more: object = {}) => ({ ...facts, referredOn: on, ...more })
  const period = { from: '2026-Q2', to: '2026-Q3' }
  assert.equal(
    ['2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01'].map((on) => isAskedFor(referred(on), period)),
    [false, true, true, false],
  )
  assert.is(isAskedFor(referred('2026-05-05', { accepted: false }), period), false)
  assert.is(isAskedFor(referred('2019-05-05'), {}), true)
})
form('is on record under a number that runs through the year', () => {
  const request: ExportRequest = { use: 'research', purpose: 'x', parts: ['facts'], formats: ['csv'], to: '2026-Q3' }
  const signature = { by: 'seo', at: '2026-12-31T16:00:00.000Z' }
  const first = exportOf(request, [], { by: 'seo', at: '2026-03-01T00:00:00.000Z' })
  assert.equal(first, {
    ...{ id: '2026-01', by: 'seo', at: '2026-03-01T00:00:00.000Z' },
    ...{ purpose: 'x', use: 'research', what: ['facts'], to: '2026-Q3' },
  })
  assert.is(exportOf(request, [first, { ...first, id: '2026-11' }], first).id, '2026-12')
  assert.is(exportOf(request, [first], signature).id, '2027-01', 'by the year in Seoul')
})

const research = suite('consent to research')
const saying = (
  consents: [giver: 'youth' | 'guardian', answer: 'given' | 'refused' | 'withdrawn'][],
  ageBand = '14-15',
) =>
  isForResearch({
    ...facts,
    ageBand,
    consents: consents.map(([giver, answer]) => ({ kind: 'research', giver, answer })),
  } as Facts)
research('is the youth’s, given and not taken back', () => {
  assert.equal(
    [saying([]), saying([['youth', 'given']]), saying([['youth', 'refused']]), saying([['youth', 'withdrawn']])],
    [false, true, false, false],
  )
})
research('is the guardian’s too, where one was asked', () => {
  const both = (guardian: 'given' | 'refused' | 'withdrawn') =>
    saying([
      ['youth', 'given'],
      ['guardian', guardian],
    ])
  assert.equal(
    [both('given'), both('refused'), both('withdrawn'), saying([['guardian', 'given']])],
    [true, false, false, false],
  )
})
research('is the guardian’s always of a youth under 14', () => {
  for (const band of ['under-10', '10-13'])
    assert.equal(
      [
        saying([['youth', 'given']], band),
        saying(
          [
            ['youth', 'given'],
            ['guardian', 'given'],
          ],
          band,
        ),
      ],
      [false, true],
    )
})
research('is asked for research alone', () => {
  assert.equal(
    (['programme', 'research', 'authority'] as const).map((use) => isLeftOut({ facts, answers: [] }, { use })),
    [false, true, false],
  )
})

research('is nobody’s any more when the case was erased', () => {
  const consents = [{ kind: 'research', giver: 'youth', answer: 'given' }] as Facts['consents']
  const row = { facts: { ...facts, ageBand: '14-15', consents } }
  const leftOut = (use: ExportRequest['use']) => [isLeftOut({ ...row, answers: [] }, { use }), isLeftOut(row, { use })]
  assert.equal(
    [leftOut('research'), leftOut('programme')],
    [
      [false, true],
      [false, false],
    ],
  )
})

form.run()
research.run()
