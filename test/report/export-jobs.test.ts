// Over 150 lines because every state of a data set is seen from the machine that makes it and from another.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { DataRow } from '../../src/casefile/data.ts'
import { variablesOf } from '../../src/report/data-set.ts'
import { type ExportRequest, keptMinutes } from '../../src/report/export.ts'
import { beginExport } from '../../src/report/export-jobs.ts'
import { dropExport, type ExportJob, exportJobOf, keepExportJob, streamOf } from '../../src/report/export-kept.ts'
import { PassingMemory } from '../../src/store/passing.ts'
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
/** Another machine looks at it: nothing is shared but what passes. */
async function begun(rows: AsyncIterable<DataRow>, wanted = request) {
  const clock = standingClock('2026-11-22T01:00:00.000Z')
  const keeping = { passing: new PassingMemory(clock), clock }
  const added: string[] = []
  const ended: [rows: number, leftOut: number, failed: boolean][] = []
  const { made } = await beginExport(
    keeping,
    { id: '2026-01', by: 'seo', request: wanted, of: 2 },
    {
      ...{
        rows,
        variables,
        begin: async () => ({
          add: (lines) => added.push(...lines.map(([id]) => String(id))),
          end: () => ({ pieces: filePieces, isPacked: false, length: 2_500_003 }),
        }),
      },
      ended: async (one, failure) => {
        ended.push([one.rows, one.leftOut, failure !== undefined])
      },
    },
    5,
  )
  return { clock, keeping, made, look: () => exportJobOf(keeping, '2026-01'), added, ended }
}
/** Small ones, and one that is longer than a megabyte. */
const filePieces = [1, 2_500_000, 1, 1].map((length, at) => new Uint8Array(length).fill(at + 1))

jobs('says how far it is, and is ready when all rows are read', async () => {
  const { gates, rows } = slowly(2)
  const { made, look, added, ended } = await begun(rows())
  const first = await look()
  assert.equal([first?.state, first?.read], ['making', 0])
  gates[0]?.()
  await soon()
  const second = await look()
  assert.equal([second?.state, second?.read], ['making', 1])
  gates[1]?.()
  await made
  const last = await look()
  assert.equal([last?.state, last?.rows, Object.keys(last?.files ?? {})], ['ready', 2, ['csv']])
  assert.equal(ended, [[2, 0, false]])
  for (const name of added) assert.match(name, /^y[0-9a-f]{10}$/)
  assert.is(new Set(added).size, 2)
})
jobs('gives everybody another name each time', async () => {
  const names: string[] = []
  for (let time = 0; time < 3; time++) {
    const { gates, rows } = slowly(4)
    for (const go of gates) go()
    const { made, added } = await begun(rows())
    await made
    names.push(...added)
  }
  assert.is(new Set(names).size, 12)
})
jobs('comes out as it was put in, and is gone after a quarter of an hour', async () => {
  const { gates, rows } = slowly(1)
  for (const go of gates) go()
  const { clock, keeping, made, look } = await begun(rows())
  await made
  const job = await look()
  const file = job?.files.csv
  assert.is(file?.pieces, 4)
  if (!job || !file) return
  const fetched = await new Response(streamOf(keeping, job, 'csv', file)).arrayBuffer()
  assert.is(Buffer.compare(Buffer.from(fetched), Buffer.concat(filePieces)), 0)
  clock.set(plusMinutes(clock.now(), keptMinutes - 1))
  assert.equal(await look(), job)
  clock.set(plusMinutes(clock.now(), 1))
  assert.is(await look(), undefined)
})
jobs('that is dropped leaves nothing behind, and its stream breaks off', async () => {
  const { gates, rows } = slowly(1)
  for (const go of gates) go()
  const { keeping, made, look } = await begun(rows())
  await made
  const job = await look()
  const file = job?.files.csv
  if (!job || !file) throw new Error('not made')
  await dropExport(keeping, job)
  assert.is(await look(), undefined)
  const broken = await new Response(streamOf(keeping, job, 'csv', file)).arrayBuffer().catch(() => 'broken')
  assert.is(broken, 'broken')
})
jobs('counts those who are left out', async () => {
  const { gates, rows } = slowly(3)
  for (const go of gates) go()
  const { made, look, ended } = await begun(rows(), { ...request, use: 'research' })
  await made
  const job = await look()
  assert.equal([job?.state, job?.rows, job?.leftOut], ['ready', 0, 3])
  assert.equal(ended, [[0, 3, false]])
})
jobs('that fails says so and keeps nothing', async () => {
  async function* broken(): AsyncGenerator<DataRow> {
    yield { facts }
    throw new Error('the disk is gone')
  }
  const { made, look, ended } = await begun(broken())
  await made
  const job = await look()
  assert.equal([job?.state, job?.files], ['failed', {}])
  assert.equal(ended, [[0, 0, true]])
})
jobs('of whose maker nothing was heard for a minute has failed', async () => {
  const clock = standingClock('2026-11-22T01:00:00.000Z')
  const keeping = { passing: new PassingMemory(clock), clock }
  const job: ExportJob = {
    ...{ id: '2026-01', by: 'seo', request, state: 'making', read: 5, of: 10, rows: 0, leftOut: 0, files: {} },
  }
  await keepExportJob(keeping, job)
  clock.set(plusMinutes(clock.now(), 0.9))
  assert.is((await exportJobOf(keeping, '2026-01'))?.state, 'making')
  clock.set('2026-11-22T01:01:00.000Z')
  assert.is((await exportJobOf(keeping, '2026-01'))?.state, 'failed')
})

jobs.run()
