import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { LogEntry } from '../../src/store/store.ts'
import { momentAt } from '../../src/time/days.ts'
import { linesOf, pageOf } from '../../src/web/log-lines.ts'

const lines = suite('lines of the log')

lines('are one for the same thing done again, with the first and the last time', () => {
  const at = (time: string, changes: Partial<LogEntry> = {}): LogEntry => ({
    ...{
      at: momentAt('2026-10-12', time),
      by: 'han',
      deed: 'see a case',
      decision: 'allowed',
      status: 200,
      ...changes,
    },
  })
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
