import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Client } from 'pg'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Cluster, postgresPrograms, startCluster } from '../../scripts/cluster.ts'
import { connectTo } from '../../src/store/postgres/connect.ts'
import { aCertificate } from '../support/certificate.ts'
import { freshFolder } from '../support/folder.ts'

const test = suite('a database on another machine')
const free = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

let cluster: Cluster | undefined
let port = 0
const { cert, key } = aCertificate()
const { root } = freshFolder()
const ca = join(root, 'ca.pem')
writeFileSync(ca, cert)

test.before(async () => {
  if (postgresPrograms() === undefined) return
  port = await free()
  cluster = startCluster({
    files: { 'server.crt': cert, 'server.key': key },
    also: (folder) => [
      'listen_addresses=127.0.0.1,127.0.0.2',
      `port=${port}`,
      'ssl=on',
      `ssl_cert_file=${folder}/server.crt`,
      `ssl_key_file=${folder}/server.key`,
    ],
  })
})
test.after(() => cluster?.remove())

/** What becomes of one question: how it was sealed, or why it was not asked. */
async function asked(host: string, way: { sealed: boolean; ca?: string }): Promise<string> {
  const client = new Client(connectTo({ url: `postgres://postgres@${host}:${port}/postgres`, ...way }))
  try {
    await client.connect()
    const { rows } = await client.query('select ssl, version from pg_stat_ssl where pid = pg_backend_pid()')
    return rows[0].ssl ? rows[0].version : 'in the clear'
  } catch (failure) {
    return String((failure as { code?: string }).code)
  } finally {
    await client.end().catch(() => {})
  }
}

const where = postgresPrograms() === undefined ? test.skip : test
where('is spoken to only where somebody vouches for its certificate, and for that name', async () => {
  assert.match(await asked('localhost', { sealed: true, ca }), /^TLSv1\.[23]$/)
  assert.is(await asked('localhost', { sealed: true }), 'DEPTH_ZERO_SELF_SIGNED_CERT')
  assert.is(await asked('127.0.0.2', { sealed: true, ca }), 'ERR_TLS_CERT_ALTNAME_INVALID')
})

test.run()
