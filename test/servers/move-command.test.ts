import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sides } from '../../src/settings.ts'
import { NotServed } from '../../src/ways.ts'
import { refusalOf } from '../store/backing-up.ts'
import { saved } from '../store/contract-reading.ts'
import { fill } from '../store/everything.ts'
import { aDatabasePlace, aFolder, hashOf, type Place, withStore } from '../store/moving.ts'
import { freshFolder } from '../support/folder.ts'
import { databases } from '../support/postgres.ts'
import { running } from '../support/process.ts'
import { aCase } from '../support/samples.ts'

const test = suite('the command for moving')
const onDatabase = databases === undefined ? test.skip : test

const spawned = (from: Place, to: Place): ChildProcess & { said: () => string } => {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, KEY_FILE: from.keyFile }
  const child = spawn(process.execPath, [...running('scripts/move.ts'), '--from', from.word, '--to', to.word], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return Object.assign(child, { said: () => said })
}

async function run(from: Place, to: Place): Promise<string> {
  const child = spawned(from, to)
  const [code] = await once(child, 'close')
  return `${code} ${child.said()}`
}

/** Sends a signal as soon as something was moved, and so many milliseconds later. */
async function ended(from: Place, to: Place, signal: 'SIGKILL' | 'SIGINT', later = 0): Promise<string> {
  const child = spawned(from, to)
  const over = once(child, 'close')
  while (child.exitCode === null && !child.said().includes('Moving')) await new Promise((go) => setTimeout(go, 2))
  await new Promise((go) => setTimeout(go, later))
  child.kill(signal)
  const [code, by] = await over
  return `${code ?? by} ${child.said()}`
}

async function many(keyFile?: string): Promise<Place> {
  const place = aFolder(keyFile)
  await withStore(place, async (store) => {
    await fill(store)
    await saved(store, (view) => {
      for (let nth = 1; nth <= 600; nth++) view.saveCase(aCase({ number: `2024-${String(nth).padStart(4, '0')}` }))
    })
  })
  return place
}

/** MOVE_KILLS=0,10,40,… tells how many milliseconds after something was moved it is killed, each way. */
const moments = (process.env.MOVE_KILLS ?? '40').split(',').map(Number)
onDatabase('killed or interrupted goes on when the same command is given again', async () => {
  const first = await many()
  const hash = await hashOf(first)
  const database = await aDatabasePlace(first.keyFile)
  const interrupted = await ended(first, database, 'SIGINT')
  assert.match(interrupted, /^130 .*Broken off\. The same command goes on from here\.\n$/s)
  for (const later of moments) assert.match(await ended(first, database, 'SIGKILL', later), /^SIGKILL /)
  assert.is(await refusalOf(database.open()), 'half-moved')
  const said = await run(first, database)
  assert.match(said, /^0 .*Moved, after it was broken off: 632 cases, 4 sessions, 6 people,.*Equal, in [\d.]+ s\./s)
  assert.is(said.split(hash).length, 3, said)
  assert.not.match(said, /only-in-tests|password/)
  const back = aFolder(first.keyFile)
  for (const later of moments) assert.match(await ended(database, back, 'SIGKILL', later), /^SIGKILL /)
  assert.is(await refusalOf(back.open()), 'half-moved')
  assert.match(await run(database, back), /^0 .*Moved, after it was broken off: 632 cases/s)
  assert.is(await hashOf(back), hash)
})

test('says what is missing, and never the password that stands in an address', async () => {
  const { keyFile } = freshFolder()
  const said = (...args: string[]) => {
    try {
      return JSON.stringify(sides({ argv: ['node', 'move', ...args], env: { KEY_FILE: keyFile, HOME: '/nowhere' } }))
    } catch (refusal) {
      return refusal instanceof NotServed ? refusal.message : String(refusal)
    }
  }
  const database = 'postgres://saegil:seo-secret@127.0.0.1:1/saegil'
  for (const word of [
    'postgres://saegil:seo-secret@db.example:x/saegil',
    'mysql://saegil:seo-secret@db.example/saegil',
  ])
    assert.match(said('--from', 'data', '--to', word), /^--to cannot be read(?!.*seo-secret)/)
  assert.match(said('--from', 'data'), /^Say from where and to where/)
  assert.match(said('--from', 'data', '--to', './data'), /the same/)
  assert.match(said('--form', 'data'), /^Unknown option .* Known: --from, --to\.$/)
  assert.match(said('--from', database, '--to', 'data'), /"from":\{.*"to":"\/.*\/data"/)
  const place = aFolder()
  await withStore(place, async () => {})
  const lost = await run(place, { ...place, word: database })
  assert.match(lost, /^75 The database cannot be reached now/)
  assert.not.match(lost, /seo-secret/)
})

test.run()
