// Over 150 lines because every unsafe state stands here as a row: what was asked for, and what is said against it.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:https'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aCertificate } from '../support/certificate.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import { aHouse } from '../support/house.ts'
import { ended, serving } from '../support/process.ts'
import { settings } from '../support/samples.ts'

/* The real process, started as an operator starts it. */

const server = 'src/server.ts'
const place = () => {
  const { root } = freshFolder()
  const at = (name: string) => join(root, name)
  return { root, at, dir: at('data/store'), keyFile: at('keys/store.key') }
}
type Place = ReturnType<typeof place>

/** A real centre, or a demonstration, as it lies on disk. */
async function aCentre(demo = false): Promise<Place> {
  const made = place()
  await (await aHouse((view) => view.saveSettings({ ...settings, demo }), made)).close()
  return made
}

/** Everything under a folder, with content and mode. */
const contents = (root: string): string =>
  JSON.stringify(
    everythingIn(root)
      .files.sort()
      .map((path) => [path, statSync(path).mode, readFileSync(path, 'base64')]),
  )

interface State {
  /** what is there already: nothing, a centre, or a demonstration */
  there?: 'centre' | 'demonstration'
  args?: string[]
  env?: (place: Place) => Record<string, string>
  before?: (place: Place) => void
  program?: string
  says: RegExp
}

const { cert, key } = aCertificate()
/** A certificate and its key in files of their own. */
const tls = ({ at }: Place, mode = 0o600, secret = key): Record<string, string> => {
  const files = { TLS_CERT: at('tls.pem'), TLS_KEY: at('tls.key') }
  writeFileSync(files.TLS_CERT, cert)
  writeFileSync(files.TLS_KEY, secret, { mode })
  return files
}
const beyond = ['--host', '0.0.0.0']
const named = ['--origin', 'https://saegil.example']
const proxy = ['--proxy', '127.0.0.1']

const states: Record<string, State> = {
  'a new key beside the data': {
    env: ({ dir }) => ({ KEY_FILE: `${dir}.key` }),
    says: /The key \S+ lies beside the data.*Move it elsewhere/,
  },
  'the key of a centre beside its data': {
    there: 'centre',
    env: ({ dir }) => ({ KEY_FILE: `${dir}.key` }),
    before: ({ dir, keyFile }) => cpSync(keyFile, `${dir}.key`),
    says: /lies beside the data/,
  },
  'a key that others may read': {
    there: 'centre',
    before: ({ keyFile }) => chmodSync(keyFile, 0o644),
    says: /Others may read the key file.*chmod 600/,
  },
  'the key of another centre': {
    there: 'centre',
    before: ({ keyFile }) => writeFileSync(keyFile, Buffer.alloc(32, 7).toString('base64url')),
    says: /is not the key of/,
  },
  'open to others without a seal': { there: 'centre', args: beyond, says: /others could read what is sent/ },
  'reached at an address without a seal': {
    there: 'centre',
    args: [...beyond, ...proxy, '--origin', 'http://saegil.example'],
    says: /is not sealed on its way: it must begin with https/,
  },
  'a TLS key that others may read': {
    there: 'centre',
    args: [...beyond, ...named],
    env: (one) => tls(one, 0o644),
    says: /Others may read the TLS key.*chmod 600/,
  },
  'a certificate with the key of another': {
    there: 'centre',
    args: [...beyond, ...named],
    env: (one) => tls(one, 0o600, aCertificate().key),
    says: /are not a certificate and its key/,
  },
  'an empty store that others could reach': {
    args: [...beyond, ...named],
    env: tls,
    says: /No centre has been set up.*on this machine first/,
  },
  'a demonstration store that others could reach': {
    there: 'demonstration',
    args: [...beyond, ...named],
    env: tls,
    says: /demonstration store is served on this machine only/,
  },
  'a demonstration for others': { program: 'scripts/demo.ts', args: beyond, says: /on this machine only/ },
  'a mail server that cannot be read': {
    there: 'centre',
    env: () => ({ SMTP_URL: 'mail.example', MAIL_FROM: 'notice@mail.example' }),
    says: /SMTP_URL cannot be read: give it as smtps:/,
  },
  'a port out of range': { args: ['--port', '70000'], says: /70000: not a port number/ },
  'an option that is not known': { args: ['--hots', '0.0.0.0'], says: /Unknown option '--hots'.* Known: --port/ },
  'a data folder that is a file': {
    before: ({ at, dir }) => {
      mkdirSync(at('data'))
      writeFileSync(dir, 'x')
    },
    says: /cannot be used \((EEXIST|ENOTDIR)\)/,
  },
}

const refusing = suite('an unsafe state')
for (const [name, { there, args = [], env, before, program = server, says }] of Object.entries(states))
  refusing(`${name}: nothing is served or written, and a sentence says what to do`, async () => {
    const one = there ? await aCentre(there === 'demonstration') : place()
    before?.(one)
    const settled = { KEY_FILE: one.keyFile, ...env?.(one) }
    const held = contents(one.root)
    const { said, code } = await ended(program, ['--port', '0', '--data', one.dir, ...args], settled)
    assert.match(said, says)
    assert.is(said.trim().split('\n').length, 1, 'one sentence, no stack')
    assert.is(code, 75)
    assert.is(contents(one.root), held, 'something was written')
    if (!there && !before) assert.not(existsSync(one.dir))
  })
refusing('is one of many', () => assert.ok(Object.keys(states).length >= 12))

const starting = suite('starting')

starting('an empty store prints a new link to set it up, and makes everything for its own account alone', async () => {
  const { root, at, dir } = place()
  const started = () => serving(server, ['--port', '0', '--data', dir], { XDG_CONFIG_HOME: at('config') })
  const before = await started()
  await before.stop()
  const { url, said, stop } = await started()
  assert.match(said(), new RegExp(`^set up ${url}/set-up#(\\w{5}-){3}\\w{5}$`, 'm'))
  assert.is.not(/#(\S+)/.exec(said())?.[1], /#(\S+)/.exec(before.said())?.[1])
  const beside = readdirSync(at('config/saegil')).join(' ')
  assert.match(beside, /store-[0-9a-f]{8}\.key/)
  assert.is((await fetch(url, { redirect: 'manual' })).headers.get('Location'), '/set-up')
  await stop()
  const { files, folders } = everythingIn(root)
  for (const path of files) assert.is(statSync(path).mode & 0o777, 0o600, path)
  for (const path of folders.filter((one) => one !== root)) assert.is(statSync(path).mode & 0o777, 0o700, path)
})

starting('a centre that is set up prints no link, and shuts others out of its folder', async () => {
  const { dir, keyFile } = await aCentre()
  chmodSync(dir, 0o755)
  const { url, said, stop } = await serving(server, ['--port', '0', '--data', dir], { KEY_FILE: keyFile })
  assert.not.match(said(), /set up/)
  assert.is((await fetch(`${url}/set-up`)).status, 404)
  assert.is(statSync(dir).mode & 0o777, 0o700)
  await stop()
})

starting('with a certificate it speaks sealed alone', async () => {
  const one = await aCentre()
  const { url, stop } = await serving(server, ['--port', '0', '--data', one.dir], {
    KEY_FILE: one.keyFile,
    ...tls(one),
  })
  assert.match(url, /^https:/)
  const agent = new Agent({ ca: cert })
  const status = await new Promise((resolve, reject) =>
    get(url.replace('127.0.0.1', 'localhost'), { agent }, ({ statusCode }) => resolve(statusCode)).on('error', reject),
  )
  assert.is(status, 303)
  const unsealed = await fetch(url.replace('https', 'http')).catch(() => undefined)
  assert.is(unsealed, undefined)
  agent.destroy()
  await stop()
})

starting('behind a proxy what came without a seal is led back to it', async () => {
  const { dir, keyFile } = await aCentre()
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const args = ['--port', String(port), '--data', dir, ...proxy, ...named]
  const { url, stop } = await serving(server, args, { KEY_FILE: keyFile })
  assert.is(url, 'https://saegil.example')
  const asked = (proto: string) =>
    fetch(`http://127.0.0.1:${port}/cases`, { headers: { 'X-Forwarded-Proto': proto }, redirect: 'manual' })
  assert.is((await asked('http')).headers.get('Location'), 'https://saegil.example/cases')
  assert.match((await asked('https')).headers.get('Location') ?? '', /^\/sign-in/)
  await stop()
})

refusing.run()
starting.run()
