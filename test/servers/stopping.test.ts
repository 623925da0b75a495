import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshFolder } from '../support/folder.ts'
import { aHouse } from '../support/house.ts'
import { ended, running, serving } from '../support/process.ts'

/* The real process, told to stop as systemd or a container does it. */

const test = suite('a server that is told to stop')

async function aServer(env: Record<string, string> = {}) {
  const [{ dir }, { keyFile }] = [freshFolder(), freshFolder()]
  await (await aHouse(undefined, { dir, keyFile })).close()
  return serving('src/server.ts', ['--port', '0', '--data', dir], { KEY_FILE: keyFile, ...env })
}

test('stops in good order also when it is told so the moment it says that it is ready', async () => {
  const [{ dir }, { keyFile }] = [freshFolder(), freshFolder()]
  await (await aHouse(undefined, { dir, keyFile })).close()
  const args = [...running('src/server.ts'), '--port', '0', '--data', dir]
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, args, { env: { PATH, HOME, KEY_FILE: keyFile } })
  child.stdout.once('data', () => child.kill('SIGTERM'))
  assert.equal(await once(child, 'close'), [0, null])
})

const statusOf = (url: string) =>
  fetch(url, { headers: { Connection: 'close' } }).then(
    ({ status }) => status,
    () => 'none',
  )

/** A request of which the last byte is still to come. */
async function halfSent(url: string) {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let said = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const head = ['POST /language HTTP/1.1', `Host: ${hostname}`, `Origin: ${new URL(url).origin}`]
  const type = ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 7']
  socket.write([...head, ...type, '', 'lang=e'].join('\r\n'))
  return { finish: () => socket.write('n'), over: once(socket, 'close'), said: () => said }
}

test('says first that it is not ready, and takes requests as long as was settled', async () => {
  const { url, stop } = await aServer({ STOP_WAIT: '2' })
  assert.is(await statusOf(`${url}/ready`), 200)
  const stopped = stop()
  await new Promise((later) => setTimeout(later, 300))
  assert.equal([await statusOf(`${url}/ready`), await statusOf(`${url}/health`)], [503, 200])
  assert.is(await statusOf(`${url}/sign-in`), 200)
  await stopped
  assert.is(await statusOf(`${url}/health`), 'none')
})

test('answers what is under way, takes nothing new, and is gone soon after', async () => {
  const { url, stop } = await aServer()
  await statusOf(`${url}/sign-in`)
  const one = await halfSent(url)
  const began = Date.now()
  const stopped = stop()
  await new Promise((later) => setTimeout(later, 500))
  assert.is(await statusOf(`${url}/health`), 'none')
  one.finish()
  await one.over
  // no cookie, no token: what matters is that it was answered
  assert.match(one.said(), /^HTTP\/1\.1 403 /)
  await stopped
  assert.ok(Date.now() - began < 3_000, `${Date.now() - began} ms`)
})

test('ends at once when it is told a second time', async () => {
  const { url, stop } = await aServer({ STOP_WAIT: '60' })
  await halfSent(url)
  const began = Date.now()
  void stop()
  await new Promise((later) => setTimeout(later, 200))
  await stop()
  assert.ok(Date.now() - began < 3_000, `${Date.now() - began} ms`)
})

const starting = suite('a server whose database is not there')

starting(
  'says so in a sentence without its password, and ends with the code on which it is started again',
  async () => {
    const { keyFile } = freshFolder()
    for (const at of ['127.0.0.1:1', 'localhost:1']) {
      const { said, code } = await ended('src/server.ts', ['--port', '0'], {
        ...{ STORE: `postgres://saegil:s3cret@${at}/saegil`, KEY_FILE: keyFile },
      })
      assert.equal([code, said.trim().split('\n').length], [75, 1], said)
      assert.match(said, /^The database cannot be reached now \(\w+\)\./)
      assert.not.match(said, 's3cret')
    }
  },
)
starting('says the same of what is asked for and cannot be', async () => {
  for (const [env, says] of [
    [{ METRICS: '9464' }, /^METRICS: give it as 127\.0\.0\.1:9464/],
    [{ METRICS: '0.0.0.0:9464' }, /^METRICS: give it as/],
    [{ STOP_WAIT: 'soon' }, /^STOP_WAIT: give it in seconds/],
  ] as const) {
    const { said, code } = await ended('src/server.ts', ['--port', '0'], env)
    assert.match(said, says)
    assert.is(code, 75)
  }
})

test.run()
starting.run()
