import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { review } from '../../src/people/review.ts'
import type { LoggedEntry } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { linesOf, pageOf } from '../../src/web/log-lines.ts'
import { isMonth, monthAfter, monthOf, spanOf, sumOf } from '../../src/web/log-month.ts'
import { settings, signed } from '../support/samples.ts'

let seq = 0
const entry = (changes: Partial<LoggedEntry>): LoggedEntry => ({
  ...{ seq: ++seq, previous: `${seq - 1}`, hash: `${seq}`, at: momentAt('2026-10-12', '10:00') },
  ...{
    by: 'han',
    role: 'counsellor',
    from: '10.0.0.1',
    deed: 'see a case',
    decision: 'allowed',
    status: 200,
    ...changes,
  },
})
async function* each(entries: LoggedEntry[]) {
  yield* entries
}
const sum = (...entries: LoggedEntry[]) => sumOf(each(entries), settings)

const months = suite('months of the log')

months('begin and end in Seoul', () => {
  assert.equal(spanOf('2026-11'), ['2026-10-31T15:00:00.000Z', '2026-11-30T15:00:00.000Z'])
  assert.is(monthOf('2026-10-31T15:00:00.000Z'), '2026-11')
  assert.is(monthAfter('2026-12'), '2027-01')
  assert.is(monthAfter('2026-01', -1), '2025-12')
})

months('are recognised in an address', () => {
  assert.equal(['2026-11', '2026-13', '2026-1', '', '1999-12', '2026-11-01'].map(isMonth), [
    true,
    false,
    false,
    false,
    true,
    false,
  ])
})

months.run()

const sums = suite('what a month of the log comes to')

sums('is counted by person and deed, refusals apart', async () => {
  const refused = { decision: 'refused', status: 404 } as const
  const { entries, people, lastHash } = await sum(
    entry({ caseNumber: '2026-0001' }),
    entry({ caseNumber: '2026-0001', deed: 'read a note' }),
    entry({ caseNumber: '2026-0002', ...refused }),
    entry({ by: undefined, role: undefined, deed: 'see today', ...refused }),
  )
  assert.is(entries, 4)
  assert.is(lastHash, String(seq))
  const [han, nobody] = people
  assert.equal(
    [han?.by, han?.entries, [...(han?.deeds ?? [])]],
    [
      'han',
      3,
      [
        ['see a case', 2],
        ['read a note', 1],
      ],
    ],
  )
  assert.equal([...(han?.refused ?? [])], [['see a case', 1]])
  assert.equal([...(han?.cases ?? [])], [['2026-0001', false]])
  assert.equal([nobody?.by, [...(nobody?.refused ?? [])]], [undefined, [['see today', 1]]])
})

sums('names emergencies and downloads, and not the pages before them', async () => {
  const glass = { deed: 'break the glass', caseNumber: '2026-0001' }
  const pack = { deed: 'hand out what is kept', caseNumber: '2026-0001' }
  const { emergencies, downloads } = await sum(
    entry({ deed: 'break the glass' }),
    entry({ ...glass, status: 422 }),
    entry({ ...glass, status: 303, why: 'break-glass' }),
    entry({ caseNumber: '2026-0001', why: 'break-glass' }),
    entry(pack),
    entry({ ...pack, why: 'subject-request' }),
    entry({ ...pack, why: 'subject-request', status: 422 }),
  )
  assert.equal(
    emergencies.map(({ status }) => status),
    [303],
  )
  assert.equal(
    downloads.map(({ why, status }) => [why, status]),
    [['subject-request', 200]],
  )
})

sums('names who came in outside opening hours, in Seoul', async () => {
  const came = (on: string, time: string, changes: Partial<LoggedEntry> = {}) =>
    entry({ deed: 'sign in', status: 303, why: 'code', at: momentAt(on, time), ...changes })
  const { late } = await sum(
    came('2026-10-12', '08:59'),
    came('2026-10-12', '09:00'),
    came('2026-10-12', '19:59'),
    came('2026-10-12', '20:00'),
    came('2026-10-11', '12:00'),
    came('2026-10-11', '12:01', { role: undefined, why: 'password' }),
    came('2026-10-11', '12:02', { status: 422, why: 'code-wrong' }),
  )
  assert.equal(
    late.map(({ at }) => at),
    [momentAt('2026-10-12', '08:59'), momentAt('2026-10-12', '20:00'), momentAt('2026-10-11', '12:00')],
  )
})

sums.run()

const lines = suite('lines of the log')

lines('are one for the same thing done again, with the first and the last time', () => {
  const at = (time: string, changes: Partial<LoggedEntry> = {}) =>
    entry({ at: momentAt('2026-10-12', time), ...changes })
  const found = linesOf([at('10:09'), at('10:05'), at('10:02', { deed: 'read a note' }), at('10:01')])
  assert.equal(
    found.map(({ deed, first, last, times }) => [deed, first.slice(14, 16), last.slice(14, 16), times]),
    [
      ['see a case', '05', '09', 2],
      ['read a note', '02', '02', 1],
      ['see a case', '01', '01', 1],
    ],
  )
})

lines('come in pages, whatever page is asked for', () => {
  const all = Array.from({ length: 120 }, (_, n) => n)
  assert.equal(pageOf(all), { items: all.slice(0, 50), page: 1, pages: 3, total: 120 })
  assert.equal(pageOf(all, '3').items, all.slice(100))
  assert.equal(
    ['0', '99', '-1', 'x', '1e3', ''].map((asked) => pageOf(all, asked).page),
    [1, 3, 1, 1, 1, 1],
  )
  assert.equal(pageOf([], '2'), { items: [], page: 1, pages: 1, total: 0 })
})

lines.run()

const reviews = suite('the review of a month')
const facts = { month: '2026-10', thisMonth: '2026-11', entries: 7, lastHash: 'x' }

reviews('says who went through how much of it, and when', () => {
  const made = review('Nothing out of the way', facts, signed('seo'))
  assert.ok(made.ok)
  const { id, ...kept } = made.value
  assert.equal(kept, {
    month: '2026-10',
    ...signed('seo'),
    remarks: 'Nothing out of the way',
    entries: 7,
    lastHash: 'x',
  })
  assert.match(id, /^[0-9a-f]{24}$/)
})

reviews('waits until the month is over, and needs something to look at', () => {
  const reason = (changes: Partial<typeof facts>) => {
    const made = review(undefined, { ...facts, ...changes }, signed('seo'))
    return made.ok ? 'fine' : made.refusals[0]?.reason
  }
  assert.is(reason({ month: '2026-11' }), 'month-not-over')
  assert.is(reason({ month: '2026-12' }), 'month-not-over')
  assert.is(reason({ entries: 0 }), 'nothing-logged')
  assert.is(reason({}), 'fine')
})

reviews.run()
