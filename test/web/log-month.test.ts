import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { LoggedEntry } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { isMonth, monthAfter, monthOf, spanOf, sumOf } from '../../src/web/log-month.ts'
import { settings } from '../support/samples.ts'

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
