import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { postgresPrograms, startCluster } from '../../scripts/cluster.ts'
import { done } from '../../src/result.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { freshFolder } from '../support/folder.ts'
import { aDatabaseOn } from '../support/postgres.ts'
import { clock, han, summaries } from '../support/samples.ts'

const test = suite('a database that hears and says nothing')
const maybe = postgresPrograms() === undefined ? test.skip : test

maybe('is not waited for without end, and is used again when it speaks', async () => {
  const cluster = startCluster()
  const { connect } = await aDatabaseOn(cluster.url)
  const soon = { query_timeout: 500, connectionTimeoutMillis: 500 }
  const store = await openPostgresStore({ connect: { ...connect, ...soon }, ...freshFolder(), summaries, clock })
  const save = () => store.change((view) => done(view.savePerson(han)))
  await save()
  const all = () => {
    const first = readFileSync(join(cluster.folder, 'data/postmaster.pid'), 'utf8').split('\n')[0] ?? ''
    const others = execFileSync('ps', ['-o', 'pid=', '--ppid', first], { encoding: 'utf8' })
    return [first, ...others.trim().split(/\s+/)].map(Number)
  }
  const frozen = all()
  try {
    for (const pid of frozen) process.kill(pid, 'SIGSTOP')
    const began = performance.now()
    for (const act of [save, () => store.person('han'), () => store.ready(), save]) {
      const failure = await act().catch((one) => one)
      assert.is(failure?.code, 'unavailable', String(failure))
    }
    const took = performance.now() - began
    assert.ok(took < 5_000, `${took} ms`)
  } finally {
    for (const pid of frozen) process.kill(pid, 'SIGCONT')
  }
  assert.ok((await save()).ok)
  assert.is((await store.person('han'))?.name, han.name)
  await store.close()
  cluster.remove()
})

test.run()
