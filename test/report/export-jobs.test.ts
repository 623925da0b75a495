import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { DataRow } from '../../src/casefile/data.ts'
import { variablesOf } from '../../src/report/data-set.ts'
import { type ExportRequest, keptMinutes } from '../../src/report/export.ts'
import { ExportJobs } from '../../src/report/export-jobs.ts'
import { shipped } from '../../src/surveys/shelf.ts'
import { plusMinutes } from '../../src/time/days.ts'
import { standingClock } from '../support/house.ts'
import { summaries } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

const { facts } = summaries.data(aCaseUnderWay(), [], [])
const jobs = suite('an export under way')
const variables = variablesOf(['facts'], shipped)
const request: ExportRequest = { use: 'programme', purpose: 'x', parts: ['facts'], formats: ['csv'] }
/** Rows that come when a test lets them. */
function slowly(count: number) {
  const gates: (() => void)[] = []
  const waits = Array.from({ length: count }, () => new Promise<void>((go) => gates.push(go)))
  return {
    gates,
    async *rows(): AsyncGenerator<DataRow> {
      for (const wait of waits) {
        await wait
        yield { facts }
      }
    },
  }
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 20))
function begun(rows: AsyncIterable<DataRow>, wanted = request) {
  const clock = standingClock('2026-11-22T01:00:00.000Z')
  const keeper = new ExportJobs(clock)
  const added: string[] = []
  const ended: [rows: number, leftOut: number, failed: boolean][] = []
  const job = keeper.begin(
    { id: '2026-01', by: 'seo', request: wanted, of: 2 },
    {
      ...{
        rows,
        variables,
        begin: async () => ({
          add: (lines) => added.push(...lines.map(([id]) => String(id))),
          end: () => ({ pieces: [], isPacked: false, length: 0 }),
        }),
      },
      ended: async (one, failure) => {
        ended.push([one.rows, one.leftOut, failure !== undefined])
      },
    },
  )
  return { clock, keeper, job, added, ended }
}

jobs('says how far it is, and is ready when all rows are read', async () => {
  const { gates, rows } = slowly(2)
  const { keeper, job, added, ended } = begun(rows())
  assert.equal([keeper.isMaking('seo'), job.read], [true, 0])
  gates[0]?.()
  await soon()
  assert.equal([job.state, job.read], ['making', 1])
  gates[1]?.()
  await soon()
  assert.equal([job.state, job.rows, job.files.size, keeper.isMaking('seo')], ['ready', 2, 1, false])
  assert.equal(ended, [[2, 0, false]])
  for (const name of added) assert.match(name, /^y[0-9a-f]{10}$/)
  assert.is(new Set(added).size, 2)
})
jobs('gives everybody another name each time', async () => {
  const names: string[] = []
  for (let time = 0; time < 3; time++) {
    const { gates, rows } = slowly(4)
    const { added } = begun(rows())
    for (const go of gates) go()
    await soon()
    names.push(...added)
  }
  assert.is(new Set(names).size, 12)
})
jobs('is its maker’s alone, and gone after a quarter of an hour', async () => {
  const { gates, rows } = slowly(1)
  const { clock, keeper, job } = begun(rows())
  for (const go of gates) go()
  await soon()
  assert.equal([keeper.of('seo'), keeper.of('lead-2')], [job, undefined])
  clock.set(plusMinutes(clock.now(), keptMinutes - 1))
  assert.is(keeper.of('seo'), job)
  clock.set(plusMinutes(clock.now(), 1))
  assert.is(keeper.of('seo'), undefined)
})
jobs('counts those who are left out', async () => {
  const { gates, rows } = slowly(3)
  const { job, ended } = begun(rows(), { ...request, use: 'research' })
  for (const go of gates) go()
  await soon()
  assert.equal([job.state, job.rows, job.leftOut], ['ready', 0, 3])
  assert.equal(ended, [[0, 3, false]])
})
jobs('that fails says so and keeps nothing', async () => {
  async function* broken(): AsyncGenerator<DataRow> {
    yield { facts }
    throw new Error('the disk is gone')
  }
  const { job, ended } = begun(broken())
  await soon()
  assert.equal([job.state, job.files.size], ['failed', 0])
  assert.equal(ended, [[0, 0, true]])
})

jobs.run()
