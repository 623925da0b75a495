import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile, Interview } from '../../src/casefile/casefile.ts'
import { journalHolds } from '../../src/casefile/journal.ts'
import type { Row } from '../../src/casefile/row.ts'
import { codeAgain, isInSample, readSecondCoding, sampleOf } from '../../src/intake/second-coding.ts'
import { signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const interview: Interview = {
  ...{ on: '2026-11-10', summary: '면접 글', acknowledges: 'partly', relation: 'friend', goals: {} },
  motives: { self: { all: [] }, coded: { all: ['fun'], main: 'fun' } },
  ...{ types: ['posting-sharing'], channels: ['sns'], ...signed('han') },
}
const file: CaseFile = aCaseUnderWay({ number: '2026-0004', interview })
const what = {
  motives: { all: ['curiosity', 'fun'], main: 'curiosity' },
  ...{ types: ['illegal-filming'], channels: [], relation: 'unknown' },
}
const reasons = (result: ReturnType<typeof codeAgain>): string[] =>
  result.ok ? [] : result.refusals.map(({ reason }) => reason)

const coding = suite('coding a second time')

coding('is kept beside the first codes, which stay as they are', () => {
  const coded = codeAgain(file, what, signed('seo'))
  assert.ok(coded.ok)
  assert.equal(coded.value.secondCoding, { ...what, ...signed('seo') })
  assert.equal(coded.value.interview, interview)
  assert.is(coded.value.journal.at(-1)?.deed, 'coded-again')
})

coding('is put right by whoever did it, and what stood there before stays in the journal', () => {
  const coded = codeAgain(file, what, signed('seo'))
  assert.ok(coded.ok)
  const again = codeAgain(coded.value, { ...what, relation: 'friend' }, signed('seo', '2026-11-17T00:00:00.000Z'))
  assert.ok(again.ok)
  assert.is(again.value.secondCoding?.relation, 'friend')
  assert.equal(again.value.journal.at(-1)?.changed[0], {
    ...{ path: 'secondCoding/relation', before: 'unknown', after: 'friend' },
  })
  assert.ok(journalHolds(again.value))
  assert.equal(reasons(codeAgain(coded.value, what, signed('lead-2'))), ['coded-by-another'])
})

coding('is refused without an interview, of an imported case, and to whoever recorded the interview', () => {
  assert.equal(reasons(codeAgain(aCaseUnderWay(), what, signed('seo'))), ['not-interviewed'])
  const imported = { batch: '1', reference: 'a', sessionsHeld: 1, minutesHeld: 50, ...signed() }
  assert.equal(reasons(codeAgain({ ...file, imported }, what, signed('seo'))), ['case-imported'])
  assert.equal(reasons(codeAgain(file, what, signed('han'))), ['own-interview'])
  const corrected: CaseFile = {
    ...file,
    journal: [{ deed: 'interviewed', changed: [], hash: 'x', ...signed('seo') }],
  }
  assert.equal(reasons(codeAgain(corrected, what, signed('seo'))), ['own-interview'], 'saw the first codes')
})

coding('is refused of a case outside the sample', () => {
  assert.not.ok(isInSample('2026-0002'))
  assert.equal(reasons(codeAgain({ ...file, number: '2026-0002' }, what, signed('seo'))), ['not-in-sample'])
})

coding('is refused with a main motive that was not chosen, or a type that did not exist then', () => {
  const amiss = { ...what, motives: { all: ['fun'], main: 'curiosity' } }
  assert.equal(reasons(codeAgain(file, amiss, signed('seo'))), ['main-not-chosen'])
  assert.equal(reasons(codeAgain(file, { ...what, motives: { all: ['fun'] } }, signed('seo'))), ['main-not-chosen'])
  const early = { ...file, referral: { ...file.referral, happenedOn: '2019-05-01' } }
  assert.equal(reasons(codeAgain(early, { ...what, types: ['synthetic-possession'] }, signed('seo'))), [
    'code-not-valid-then',
  ])
})

coding('is read from codes that there are', () => {
  const read = readSecondCoding(
    new URLSearchParams([
      ...[
        ['motivesAgain', 'fun'],
        ['mainMotiveAgain', 'fun'],
        ['types', 'posting-sharing'],
        ['relation', 'friend'],
      ],
    ]),
  )
  assert.ok(read.ok)
  assert.equal(read.value, {
    ...{ motives: { all: ['fun'], main: 'fun' }, types: ['posting-sharing'], channels: [], relation: 'friend' },
  })
  assert.is(readSecondCoding(new URLSearchParams({ motivesAgain: 'boredom' })).ok, false)
})
coding.run()

const sample = suite('the sample')
sample('is about one in four, and the same every time', () => {
  const numbers = Array.from({ length: 5000 }, (_, at) => `2026-${String(at + 1).padStart(4, '0')}`)
  const chosen = numbers.filter(isInSample)
  assert.ok(chosen.length > 1150 && chosen.length < 1350, `${chosen.length}`)
  assert.equal(chosen, numbers.filter(isInSample))
})
sample('has no case without an interview and none that is restricted', () => {
  const number = '2026-0004'
  assert.ok(isInSample(number))
  const row = (changes: Partial<Row>): Row => ({ number, coding: { interviewedBy: 'han' }, ...changes }) as Row
  assert.is(sampleOf([row({})]).length, 1)
  assert.is(sampleOf([row({ coding: undefined })]).length, 0)
  assert.is(sampleOf([row({ restrictedTo: ['seo'] })]).length, 0)
  assert.is(sampleOf([row({ number: '2026-0002' })]).length, 0)
})
sample.run()
