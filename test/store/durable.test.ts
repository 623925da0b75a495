import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import { StoreRefusal } from '../../src/store/refusal.ts'
import type { Store } from '../../src/store/store.ts'
import { type Fault, FaultyFiles } from '../support/faulty-files.ts'
import { everythingIn, freshFolder } from '../support/folder.ts'
import { aCase, aSession, clock, now, settings, summaries } from '../support/samples.ts'
import { saved } from './contract-reading.ts'

/*
 * What a disk does to a change: each call of a script is made to fail in each way, on a disk that loses what was not
 * synced. Killing a process shows nothing of this, since the system keeps what was written.
 */

const test = suite('a change survives the disk')
type Place = { dir: string; keyFile: string }

const open = (place: Place, faulty?: FaultyFiles) =>
  openEmbeddedStore({ ...place, summaries, clock, ...(faulty && { files: faulty.files }) })

const named = (name: string) => ({ ...aCase().youth, name })
/** A record that is new, and its key; several, one in a new folder; several with a removal. */
const script: ((store: Store) => Promise<unknown>)[] = [
  (store) => saved(store, (view) => view.saveCase(aCase({ number: '2026-0002' }))),
  (store) =>
    saved(store, (view) => {
      view.saveCase(aCase({ youth: named('two') }))
      view.saveSession(aSession({ id: '2026-12-01-01' }))
    }),
  (store) =>
    saved(store, (view) => {
      view.saveSession(aSession({ minutes: 30 }))
      view.removeDraft('d')
    }),
]

/** All that the script changes, as one text. */
async function allOf(store: Store): Promise<string> {
  const numbers = ['2026-0001', '2026-0002']
  const names = await Promise.all(numbers.map(async (number) => (await store.caseFile(number))?.youth.name))
  const sessions = await store.diary('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')
  const rows = (await store.rows({})).rows.map(({ number, name, bookedAt }) => [number, name, bookedAt.length])
  return JSON.stringify([names, sessions, rows, await store.draft('d')])
}

let begun: Place
/** What stands in the store after so many changes of the script. */
const after: string[] = []
/** How many calls the whole script makes. */
let calls = 0

test.before(async () => {
  begun = freshFolder()
  const store = await open(begun)
  await saved(store, (view) => {
    view.saveCase(aCase())
    view.saveSession(aSession())
    view.saveDraft({ id: 'd', owner: 'oh', kind: 'referral', fields: [], at: now })
  })
  await store.close()
  const faulty = new FaultyFiles()
  const whole = await open(copyOf(begun), faulty)
  faulty.calls.length = 0
  after.push(await allOf(whole))
  for (const change of script) {
    await change(whole)
    after.push(await allOf(whole))
  }
  calls = faulty.calls.length
  await whole.close()
})

function copyOf({ dir, keyFile }: Place): Place {
  const place = freshFolder({ inMemory: true })
  cpSync(dir, place.dir, { recursive: true })
  cpSync(keyFile, place.keyFile)
  return place
}

const failureOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (failure: Error) => failure.message,
  )

/** Runs the script until something fails, the `at`-th call being the one that does. */
async function runUntil(place: Place, faulty: FaultyFiles, fault: Fault, at: number) {
  const store = await open(place, faulty)
  Object.assign(faulty, { fault, at: faulty.calls.length + at })
  let acknowledged = 0
  try {
    for (const change of script) {
      await change(store)
      acknowledged++
    }
  } catch {}
  return { store, acknowledged }
}

/** How many changes the folder holds when it is opened anew; fails when one is there in part. */
async function heldIn(place: Place): Promise<number> {
  const store = await open(place)
  const held = after.indexOf(await allOf(store))
  await store.close()
  assert.is.not(held, -1, 'torn')
  const left = everythingIn(place.dir).files.filter((path) => /\.tmp$|pending/.test(path))
  assert.equal(left, [])
  return held
}

test('one record is written, synced, renamed, its folder synced, and then acknowledged', async () => {
  const faulty = new FaultyFiles()
  const store = await open(copyOf(begun), faulty)
  faulty.calls.length = 0
  await saved(store, (view) => view.saveCase(aCase({ youth: named('x') })))
  faulty.calls.push('acknowledged')
  const name = '2026-0001.json'
  const steps = [`open new ${name}`, `write new ${name}`, `sync new ${name}`, `rename ${name}`, 'sync folder cases']
  assert.equal(faulty.calls, [...steps, 'acknowledged'])
  await store.close()
})

test('of several records the list is on disk before the first is in place, and gone before the acknowledgement', async () => {
  const faulty = new FaultyFiles()
  const store = await open(copyOf(begun), faulty)
  faulty.calls.length = 0
  await saved(store, (view) => {
    view.saveCase(aCase({ youth: named('x') }))
    view.removeDraft('d')
  })
  const name = '2026-0001.json'
  const draft = readdirSync(join(begun.dir, 'drafts'))[0]
  const folders = ['sync folder drafts', 'sync folder cases']
  assert.equal(faulty.calls, [
    ...[`open new ${name}`, `write new ${name}`, `sync new ${name}`, ...folders],
    ...['open new pending.json', 'write new pending.json', 'sync new pending.json', 'rename pending.json'],
    ...['sync folder store', `unlink ${draft}`, `rename ${name}`, ...folders],
    ...['unlink pending.json', 'sync folder store'],
  ])
  await store.close()
})

for (const [disk, keeps] of [
  ['nothing', () => false],
  ['every name', () => true],
  ['the names in one folder of two', (folder: string) => folder.length % 2 === 0],
  ['the names in the others', (folder: string) => folder.length % 2 === 1],
] as const) {
  test(`a power cut at any call loses nothing acknowledged and tears nothing, on a disk that keeps ${disk} unsynced`, async () => {
    assert.ok(calls > 35, `${calls} calls`)
    for (let at = 1; at <= calls; at++) {
      const place = copyOf(begun)
      const faulty = new FaultyFiles()
      faulty.keeps = keeps
      const { store, acknowledged } = await runUntil(place, faulty, 'power cut', at)
      await store.close()
      const held = await heldIn(place)
      assert.ok(
        held === acknowledged || held === acknowledged + 1,
        `call ${at}: ${acknowledged} acknowledged, ${held} held`,
      )
    }
  })
}

test('a disk that does not sync its folders would be noticed', async () => {
  let lost = 0
  for (let at = 1; at <= calls; at++) {
    const place = copyOf(begun)
    const faulty = new FaultyFiles()
    faulty.forgetsFolders = true
    const { store, acknowledged } = await runUntil(place, faulty, 'power cut', at)
    await store.close()
    const held = await heldIn(place).catch(() => -1)
    if (held < acknowledged) lost++
  }
  assert.ok(lost > calls / 3, `${lost} of ${calls}`)
})

test('a power cut while an interrupted change is being finished changes nothing: the next start finishes it', async () => {
  let finished = 0
  for (let at = 1; at <= calls; at++) {
    const cut = copyOf(begun)
    const first = new FaultyFiles()
    first.keeps = () => true
    const { store, acknowledged } = await runUntil(cut, first, 'power cut', at)
    await store.close()
    if (!readdirSync(cut.dir).includes('pending.json')) continue
    for (let again = 1; ; again++) {
      const place = copyOf(cut)
      const faulty = Object.assign(new FaultyFiles(), { fault: 'power cut', at: again })
      const opened = await open(place, faulty).catch(() => undefined)
      await opened?.close()
      assert.is(await heldIn(place), acknowledged + 1, `call ${at}, then ${again}`)
      finished++
      if (opened) break
    }
  }
  assert.ok(finished > 50, `${finished} times`)
})

for (const fault of ['EIO', 'EIO for good', 'ENOSPC', 'ENOSPC for good'] as const) {
  test(`${fault} at any call is never acknowledged, tears nothing, and the next start has what was`, async () => {
    let failed = 0
    for (let at = 1; at <= calls; at++) {
      const place = copyOf(begun)
      const faulty = new FaultyFiles()
      const { store, acknowledged } = await runUntil(place, faulty, fault, at)
      const missed = acknowledged < script.length
      if (missed) failed++
      faulty.at = 0
      const later = await saved(store, (view) => view.saveSettings(settings)).catch((failure: unknown) => failure)
      if (missed && fault.startsWith('EIO')) {
        const code = later instanceof StoreRefusal ? later.code : 'went on'
        assert.is(code, 'stopped', `call ${at}: ${faulty.calls.at(-1)}`)
      } else assert.equal(later, done(undefined), `call ${at}`)
      if (missed && fault.startsWith('ENOSPC')) {
        assert.equal(
          everythingIn(place.dir).files.filter((path) => path.endsWith('.tmp')),
          [],
          `call ${at}`,
        )
        assert.is(await allOf(store), after[acknowledged], `call ${at}`)
      }
      await store.close()
      const held = await heldIn(place)
      const most = fault.startsWith('EIO') ? acknowledged + 1 : acknowledged
      assert.ok(held >= acknowledged && held <= most, `call ${at}: ${acknowledged} acknowledged, ${held} held`)
    }
    assert.ok(failed > 10, `${failed} failures`)
  })
}

test('a log entry for which there is no room is refused, and the next one follows the last that was kept', async () => {
  const place = copyOf(begun)
  const faulty = new FaultyFiles()
  const store = await open(place, faulty)
  const entry = { at: now, by: 'han', deed: 'open a case', decision: 'allowed', status: 200 } as const
  await store.log(entry)
  Object.assign(faulty, { fault: 'ENOSPC', at: faulty.calls.length + 1 })
  assert.match(await failureOf(store.log(entry)), /ENOSPC/)
  await store.log(entry)
  Object.assign(faulty, { fault: 'EIO', at: faulty.calls.length + 2 })
  assert.match(await failureOf(store.log(entry)), /EIO/)
  assert.match(await failureOf(store.log(entry)), /disk .* failed/)
  assert.match(await failureOf(saved(store, (view) => view.saveCase(aCase()))), /failed/)
  await store.close()
  const again = await open(place)
  const seqs: number[] = []
  for await (const { seq } of again.logged(now, '2027-01-01T00:00:00.000Z')) seqs.push(seq)
  assert.ok(seqs.length >= 2 && seqs.every((seq, index) => seq === index + 1), String(seqs))
  await again.close()
})

test.run()
