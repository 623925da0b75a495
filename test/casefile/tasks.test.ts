import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Row } from '../../src/casefile/row.ts'
import { tasksOf } from '../../src/casefile/tasks.ts'

const now = '2026-11-22T01:00:00.000Z'
const row = (changes: Partial<Row>): Row => ({
  ...{ number: '2026-0001', name: '김민준', birthDate: '2013-03-02', stage: 'sessions', referredOn: '2026-11-01' },
  ...{ held: 0, bookedAt: ['2026-11-23T01:00:00.000Z'], openConcerns: 0, notesMissing: 0, linkHashes: [], ...changes },
})
const whats = (changes: Partial<Row>) => tasksOf([row(changes)], now).map(({ what }) => what)

const tasks = suite('what must not be forgotten')

tasks('a case that runs as it should asks for nothing', () => {
  assert.equal(whats({}), [])
})

tasks('a due date is named from 14 days before, and as passed from the day after', () => {
  assert.equal(whats({ dueOn: '2026-12-07' }), [])
  assert.equal(whats({ dueOn: '2026-12-06' }), ['dueSoon'])
  assert.equal(whats({ dueOn: '2026-11-22' }), ['dueSoon'])
  assert.equal(whats({ dueOn: '2026-11-21' }), ['overdue'])
})

tasks('a session that is over without attendance, and a course without a next session', () => {
  assert.equal(whats({ bookedAt: ['2026-11-21T01:00:00.000Z'] }), ['unmarked', 'notBooked'])
  assert.equal(whats({ bookedAt: [] }), ['notBooked'])
})

tasks('a held session without a signed note', () => {
  assert.equal(whats({ notesMissing: 2 }), ['note'])
})

tasks('each stage asks for its own, the most pressing first', () => {
  const rows = [
    row({ number: '2026-0003', stage: 'exit', openConcerns: 2 }),
    row({ number: '2026-0002', stage: 'intake' }),
    row({ number: '2026-0001', stage: 'consent', dueOn: '2026-11-01' }),
  ]
  assert.equal(
    tasksOf(rows, now).map(({ number, what }) => `${number} ${what}`),
    ['2026-0001 overdue', '2026-0001 consent', '2026-0002 intake', '2026-0003 exit', '2026-0003 concern'],
  )
})

tasks.run()
