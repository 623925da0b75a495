import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Row } from '../../src/casefile/row.ts'
import { helpTasks, inKinds, taskKinds, tasksOf } from '../../src/casefile/tasks.ts'

const now = '2026-11-22T01:00:00.000Z'
const row = (changes: Partial<Row>): Row => ({
  ...{ number: '2026-0001', name: '김민준', birthDate: '2013-03-02', stage: 'sessions', referredOn: '2026-11-01' },
  seenOn: '2026-11-18',
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

tasks('a youth who was not seen for as long as the centre settled, counted from the referral at first', () => {
  const unseen = (changes: Partial<Row>, days?: number) =>
    tasksOf([row(changes)], now, days).map(({ what, values, nextAt }) => [what, values.n, values.ever, nextAt])
  assert.equal(unseen({ seenOn: '2026-11-02' }), [])
  assert.equal(unseen({ seenOn: '2026-11-01' }), [['unseen', 21, 1, '2026-11-23T01:00:00.000Z']])
  assert.equal(unseen({ seenOn: undefined, referredOn: '2026-10-31' }), [['unseen', 22, 0, '2026-11-23T01:00:00.000Z']])
  assert.equal(unseen({ seenOn: '2026-11-12' }, 10), [['unseen', 10, 1, '2026-11-23T01:00:00.000Z']])
  assert.equal(whats({ seenOn: '2026-10-01', bookedAt: [] }), ['unseen', 'notBooked'])
  assert.equal(whats({ seenOn: '2026-10-01', stage: 'exit' }), ['exit'])
})

tasks('three sessions in a row to which nobody came, a survey without answers, a report that is owed', () => {
  assert.equal(whats({ noShows: 2 }), [])
  assert.equal(whats({ noShows: 3 }), ['noShows'])
  assert.equal(whats({ surveysWaiting: 1 }), ['survey'])
  assert.equal(whats({ reportsOwed: 1, dueOn: '2026-11-01', noShows: 4 }), ['report', 'overdue', 'noShows'])
})

tasks('of a closed case only that somebody is to be asked how things went on, from the day until a month later', () => {
  const asked = (dueOn: string, until?: string) =>
    whats({
      stage: 'closed',
      dueOn: '2026-01-01',
      followUps: [{ wave: 'follow-up-3', dueOn, ...(until && { until }) }],
    })
  assert.equal(asked('2026-11-23'), [])
  assert.equal(asked('2026-11-22'), ['followUp'])
  assert.equal(asked('2026-10-23'), ['followUp'])
  assert.equal(asked('2026-10-22'), [])
  assert.equal(asked('2026-11-20', '2026-12-04T01:00:00.000Z'), [], 'one is out')
  assert.equal(asked('2026-11-01', now), ['followUp'], 'one was out and nobody answered')
  assert.equal(whats({ stage: 'closed', surveysWaiting: 1, openConcerns: 1 }), [])
})

tasks('each has a page on which it is done', () => {
  const all = tasksOf(
    [
      row({
        bookedAt: ['2026-11-20T01:00:00.000Z'],
        seenOn: '2026-01-01',
        noShows: 3,
        reportsOwed: 1,
        surveysWaiting: 1,
      }),
      row({
        stage: 'consent',
        dueOn: '2026-11-01',
        openConcerns: 1,
        notesMissing: 1,
        asks: ['verify', 'disagreement'],
      }),
      row({ stage: 'intake', dueOn: '2026-11-30', birthDate: '2012-01-01', asks: ['again-at-14'] }),
      row({ stage: 'exit' }),
      row({ stage: 'closed', followUps: [{ wave: 'follow-up-1', dueOn: '2026-11-22' }] }),
    ],
    now,
  )
  all.push(...helpTasks([{ caseNumber: '2026-0001', lookBy: now }], [row({})], now))
  const paths = new Map(all.map(({ what, path }) => [what, path]))
  assert.equal([...paths.keys()].sort(), [...taskKinds].sort(), 'all kinds are here')
  const dueDates = ['overdue', 'dueSoon']
  for (const [what, path] of paths) assert.is(path === '', dueDates.includes(what), what)
})

tasks('stand kind by kind, the longest waiting first', () => {
  const rows = [
    row({ number: '2026-0001', dueOn: '2026-11-20' }),
    row({ number: '2026-0002', dueOn: '2026-11-02', counsellorId: 'bora' }),
    row({ number: '2026-0003', openConcerns: 1 }),
  ]
  const kinds = inKinds(tasksOf(rows, now))
  assert.equal(
    kinds.map(([kind, these]) => [kind, these.map(({ number, counsellorId }) => [number, counsellorId].join())]),
    [
      ['overdue', ['2026-0002,bora', '2026-0001,']],
      ['concern', ['2026-0003,']],
    ],
  )
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
