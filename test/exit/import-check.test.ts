// Over 150 lines because every fault that a table can have is made once, and each must be told by row and column.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { withoutResidentNumbers } from '../../src/exit/import-cell.ts'
import { checkImport } from '../../src/exit/import-check.ts'
import { columnsOf } from '../../src/exit/import-columns.ts'
import { type ImportFault, importFaults } from '../../src/exit/import-fault.ts'
import { aRow, pastTable, type Record17, tableOf } from '../support/import-rows.ts'

const today = '2026-11-22'
const check = (table: string[][], known: string[] = []) =>
  checkImport(withoutResidentNumbers(table), columnsOf(table[0] ?? []), { today, known })
const found = (records: Record17[], known?: string[]) =>
  check(tableOf(records), known).faults.map(({ row, column, what }) => `${row} ${column ?? ''} ${what}`)

const test = suite('a table of cases')

test('of the first results has nothing wrong with it, answers and all', () => {
  const { faults, rows, notes } = check(pastTable())
  assert.equal(faults, [])
  assert.equal(notes, [])
  assert.is(rows.length, 91)
  assert.is(
    rows.reduce((sum, { sessionsHeld }) => sum + sessionsHeld, 0),
    1323,
  )
})

/** What spoils one sound row, which column it is told of, and what is said. */
const spoilt: [changes: Record17, column: string, what: ImportFault][] = [
  [{ referred_on: '' }, 'referred_on', 'missing'],
  [{ case: 'A\u0007B' }, 'case', 'control-character'],
  [{ case: 'A\nB' }, 'case', 'control-character'],
  [{ case: '=1+1' }, 'case', 'formula'],
  [{ case: '@SUM(A1)' }, 'case', 'formula'],
  [{ case: 'x'.repeat(61) }, 'case', 'too-long'],
  [{ types: 'x'.repeat(201) }, 'types', 'too-long'],
  [{ case: '060501-3234567' }, 'case', 'holds-resident-number'],
  [{ types: 'nonsense' }, 'types', 'code-unknown'],
  [{ gender: '소년' }, 'gender', 'code-unknown'],
  [{ types: 'synthetic-possession' }, 'types', 'code-not-valid-then'],
  [{ channels: 'sns;messenger;SNS' }, 'channels', 'code-twice'],
  [{ school_level: 'middle;high' }, 'school_level', 'several-where-one'],
  [{ main_motive: 'money' }, 'main_motive', 'main-not-among'],
  [{ referred_on: '2020-02-30' }, 'referred_on', 'not-a-day'],
  [{ closed_on: '작년 가을' }, 'closed_on', 'not-a-day'],
  [{ closed_on: '2026-11-23' }, 'closed_on', 'in-the-future'],
  [{ birth_date: '2020-03-03' }, 'birth_date', 'birth-after-referral'],
  [{ birth_date: '2015-03-03' }, 'birth_date', 'age-outside'],
  [{ birth_date: '1994-03-01' }, 'birth_date', 'age-outside'],
  [{ closed_on: '2020-03-01' }, 'closed_on', 'closed-before-referral'],
  [{ closure_reason: '' }, 'closed_on', 'closed-without-reason'],
  [{ closed_on: '' }, 'closure_reason', 'reason-without-closing'],
  [{ sessions_held: '열 번' }, 'sessions_held', 'not-a-number'],
  [{ sessions_held: '9.5' }, 'sessions_held', 'not-whole'],
  [{ minutes_held: '-30' }, 'minutes_held', 'negative'],
  [{ sessions_held: '501' }, 'sessions_held', 'too-large'],
  [{ sessions_held: '' }, 'minutes_held', 'minutes-without-sessions'],
  [{ sessions_held: '0' }, 'minutes_held', 'minutes-without-sessions'],
  [{ grade: '4' }, 'grade', 'grade-not-fitting'],
  [{ school_level: 'out-of-school' }, 'grade', 'grade-not-fitting'],
  [{ 'intake:ctrl1': '6' }, 'intake:ctrl1', 'answer-unknown'],
  [{ 'intake:ctrl1': '4;5' }, 'intake:ctrl1', 'several-where-one'],
  [{ 'intake:acts': 'nothing;possession' }, 'intake:acts', 'answer-alone'],
  [{ 'intake:acts': 'declined', 'intake:ways': 'sns' }, 'intake:ways', 'answer-not-asked'],
  [{ 'intake:motives': 'fun', 'intake:motive': 'money' }, 'intake:motive', 'answer-not-ticked'],
]
for (const [changes, column, what] of spoilt)
  test(`is refused by row and column: ${what}, ${JSON.stringify(changes).slice(0, 40)}`, () =>
    assert.equal(found([aRow({ case: 'A-000' }), aRow(changes)]), [`3 ${column} ${what}`]))

test('is refused for its columns, once for each', () => {
  const heads: [heads: string[], fault: string][] = [
    [['gender', 'sex'], '1 sex column-twice'],
    [['intake:ctrl9'], '1 intake:ctrl9 item-unknown'],
    [['intake:sat1'], '1 intake:sat1 item-not-asked'],
    [['intake:self-harm'], '1 intake:self-harm item-not-taken'],
    [['intake:hopes'], '1 intake:hopes item-not-taken'],
    [['비고'], '1 비고 column-unknown'],
  ]
  for (const [more, fault] of heads) {
    const [first = [], ...rows] = tableOf([aRow()])
    const added = more.filter((head) => !first.includes(head))
    assert.equal(
      check([[...first, ...added], ...rows]).faults.map(({ row, column, what }) => `${row} ${column} ${what}`),
      [fault],
    )
  }
  const [first = [], ...rows] = tableOf([aRow(), aRow({ case: 'A-2' })])
  const at = first.indexOf('basis')
  const without = [first, ...rows].map((row) => row.filter((_, column) => column !== at))
  assert.equal(
    check(without).faults.map(({ row, column, what }) => `${row} ${column} ${what}`),
    ['1 basis column-missing'],
  )
})

test('is refused for a row that is blank, too long, there twice or here already', () => {
  const [heads = [], one = [], two = []] = tableOf([aRow(), aRow({ case: 'a-001 ' })])
  const blank = heads.map(() => '')
  assert.equal(check([heads, blank, one]).faults, [{ what: 'blank-row', row: 2 }])
  const long = check([heads, [...one, '', 'x']]).faults
  assert.equal(
    long.map(({ what, row }) => [what, row]),
    [['more-cells', 2]],
  )
  assert.equal(check([heads, one, two]).faults, [
    { what: 'reference-twice', row: 3, column: 'case', cell: 'a-001', with: { first: 2 } },
  ])
  assert.equal(found([aRow()], ['a-001']), ['2 case reference-known'])
})

test('names every kind of fault in these tests', () => {
  const ofColumns = ['column-missing', 'column-unknown', 'column-twice', 'item-unknown', 'item-not-asked']
  const ofRows = ['item-not-taken', 'blank-row', 'more-cells', 'reference-twice', 'reference-known']
  const told = new Set<string>([...spoilt.map(([, , what]) => what), ...ofColumns, ...ofRows])
  assert.equal(
    [...importFaults].filter((what) => !told.has(what)),
    [],
  )
})

test('keeps no resident registration number, not even in a column that is left out', () => {
  const [heads = [], one = []] = tableOf([aRow()])
  const table = withoutResidentNumbers([
    [...heads, '비고'],
    [...one, '060501-3234567 확인함'],
  ])
  assert.not.match(JSON.stringify(table), '3234567')
  const { faults } = checkImport(table, columnsOf(table[0] ?? [], { [heads.length]: 'leave-out' }), {
    today,
    known: [],
  })
  assert.equal(faults, [{ what: 'holds-resident-number', row: 2, column: '비고' }])
})

test('may be written in Korean or English, in upper or lower case, with days as spreadsheets have them', () => {
  const changes = { gender: ' FEMALE ', school_level: '중학교', motives: '재미나 장난; curiosity', main_motive: 'FUN' }
  const { faults, rows } = check(
    tableOf([aRow({ ...changes, referred_on: '2020. 3. 2.', birth_date: '2006/5/1', minutes_held: '1,050' })]),
  )
  assert.equal(faults, [])
  const { gender, level, motives, referredOn, birthDate, minutesHeld } = rows[0]!
  assert.equal(
    [gender, level, referredOn, birthDate, minutesHeld],
    ['female', 'middle', '2020-03-02', '2006-05-01', 1050],
  )
  assert.equal(motives, { all: ['fun', 'curiosity'], main: 'fun' })
})

test('is read at once, whatever its heads are padded with', () => {
  assert.equal(columnsOf([' 초기 :  ctrl1 ', 'exit:CTRL1', 'exit:a:b', ' 의뢰일 ']), [
    { head: '초기 :  ctrl1', target: 'intake:ctrl1' },
    { head: 'exit:CTRL1', target: 'exit:ctrl1' },
    { head: 'exit:a:b' },
    { head: '의뢰일', target: 'referred_on' },
  ])
  const before = performance.now()
  columnsOf([`${' '.repeat(5000)}x`, `x${' '.repeat(5000)}:`, `${' '.repeat(5000)}:${' '.repeat(5000)}`])
  assert.ok(performance.now() - before < 2000)
})

test('says what should be looked at and can be taken over all the same', () => {
  const { faults, notes } = check(
    tableOf([
      aRow({ case: '1', minutes_held: '' }),
      aRow({ case: '2', closed_on: '', closure_reason: '', 'exit:ctrl1': '4' }),
    ]),
  )
  assert.equal(faults, [])
  assert.equal(notes, [
    { what: 'sessions-without-minutes', row: 2 },
    { what: 'exit-without-closing', row: 3 },
  ])
})

test.run()
