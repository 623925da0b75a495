// Over 150 lines because each way in which bringing back can go wrong is tried.
import { lstatSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { keysName } from '../../src/store/backup-folder.ts'
import { pack, unpack } from '../../src/store/parcel.ts'
import type { Piece } from '../../src/store/pieces.ts'
import { privateKeyOf, publicKeyOf } from '../../src/store/recovery-key.ts'
import { restore } from '../../src/store/restore.ts'
import type { Store } from '../../src/store/store.ts'
import { freshFolder } from '../support/folder.ts'
import { bora, cast, clock, now, riverTeacher, room, summaries } from '../support/samples.ts'
import {
  aBackedStore,
  type Backed,
  backedUp,
  broughtBackFrom,
  bytesIn,
  commanded,
  open,
  refusalOf,
} from './backing-up.ts'
import { told } from './contract-erasing.ts'
import { saved } from './contract-reading.ts'

const test = suite('a restore')

/** Bora's account is ended, one for a new school is made, a room is renamed. */
async function changed(place: Backed) {
  const store = await open(place)
  await saved(store, (view) => {
    view.savePerson({ ...bora, ended: { by: 'yoo', at: now } })
    view.saveSchool({ version: 1, id: 'lake', name: '호수중학교', level: 'middle' })
    view.savePerson({ ...riverTeacher, id: 'na', email: 'na@example.test', schoolId: 'lake' })
    view.saveRoom({ ...room, name: '새 방' })
  })
  const after = [await store.people(), await store.schools()]
  await store.close()
  return after
}

async function accountsIn(place: Pick<Backed, 'dir' | 'keyFile'>) {
  const store = await open(place)
  const [people, schools, rooms] = [await store.people(), await store.schools(), await store.rooms()]
  await store.close()
  return { accounts: [people, schools], bora: people.find(({ id }) => id === 'bora')!, room: rooms[0]!.name }
}

test('of an older backup leaves an account ended that was ended since, and the rest as it was then', async () => {
  const place = await aBackedStore()
  const older = (await backedUp(place)).name
  const after = await changed(place)
  // until the next backup it cannot know
  assert.not.ok((await accountsIn(await broughtBackFrom(place, older))).bora.ended)
  await backedUp(place)
  const back = await accountsIn(await broughtBackFrom(place, older))
  assert.equal(back.bora.ended, { by: 'yoo', at: now })
  assert.equal(back.accounts, after)
  assert.is(back.room, room.name)
  const newest = await accountsIn(await broughtBackFrom(place))
  assert.equal([newest.accounts, newest.room], [after, '새 방'])
})

test('of an older backup knows what was sent since, and no address that was forgotten since', async () => {
  const place = await aBackedStore()
  const act = async <T>(on: Pick<Backed, 'dir' | 'keyFile'>, what: (store: Store) => Promise<T>) => {
    const store = await open(on)
    const result = await what(store)
    await store.close()
    return result
  }
  await act(place, told)
  const older = (await backedUp(place)).name
  await act(place, (store) =>
    saved(store, (view) => {
      view.removeEntry('messages', 'of 2026-0002')
      const about = { what: 'reminder', whose: 'youth', way: 'text', to: 'tel', lang: 'ko', minutes: 50 } as const
      view.saveEntry('messages', { id: 'new', ...about, startAt: now, sessionId: 'x', at: now, sent: { at: now } })
    }),
  )
  await backedUp(place)
  const back = await broughtBackFrom(place, older)
  const kept = await act(back, (store) => store.entries('messages'))
  assert.equal(
    kept.map(({ id, sent }) => [id, sent?.at]),
    [
      ['of 2026-0001', undefined],
      ['new', now],
    ],
  )
})

test('of an older backup by the command, named with --at, leaves an ended account ended', async () => {
  const place = await aBackedStore()
  const older = (await backedUp(place)).name
  await changed(place)
  await backedUp(place)
  const { root, dir, keyFile } = freshFolder({ inMemory: true })
  const paper = join(root, 'paper')
  writeFileSync(paper, `${place.recoveryKey}\n`)
  const args = ['--from', place.to, '--data', dir, '--at', older]
  assert.match(await commanded('restore', { keyFile }, args, { RECOVERY_KEY_FILE: paper }), `0 ${older} is back in`)
  assert.ok((await accountsIn({ dir, keyFile })).bora.ended)
})

/** Packs a parcel anew, without some of its files and with others. */
async function repacked(place: Backed, name: string, without: string[], more: Piece[]): Promise<Piece[]> {
  const publicKey = publicKeyOf(place.recoveryKey)
  const pieces: Piece[] = []
  const path = join(place.to, name)
  const recovery = { privateKey: privateKeyOf(place.recoveryKey), publicKey }
  const label = await unpack(path, recovery, (piece) => void pieces.push(piece))
  rmSync(path)
  await pack(path, label, publicKey, [...pieces.filter(([one]) => !without.includes(one)), ...more])
  return pieces.filter(([one]) => without.includes(one))
}

test('takes the people from where they lay before, and from the keys when they lie in both', async () => {
  const place = await aBackedStore()
  const before = await accountsIn(place)
  const older = (await backedUp(place)).name
  const theirs = await repacked(place, keysName, ['people.json', 'schools.json'], [])
  assert.is(theirs.length, 2)
  await repacked(place, older, [], theirs)
  assert.equal(await accountsIn(await broughtBackFrom(place, older)), before)
  assert.equal(before.accounts[0]?.length, cast.length)
  const after = await changed(place)
  await backedUp(place)
  assert.equal((await accountsIn(await broughtBackFrom(place, older))).accounts, after)
})

/** A backup in which a record does not open, so that bringing it back fails after the key was written. */
async function aBrokenBackup() {
  const place = await aBackedStore()
  writeFileSync(join(place.dir, 'cases/2026-0001.json'), 'x')
  await backedUp(place)
  const target = freshFolder({ inMemory: true })
  const bring = (keyFile = target.keyFile) =>
    restore({ ...target, keyFile, from: place.to, recoveryKey: place.recoveryKey, summaries, clock })
  return { place, ...target, bring }
}

test('that fails takes the key file away that it made, and leaves the one that was there', async () => {
  const { place, root, keyFile, bring } = await aBrokenBackup()
  assert.is(await refusalOf(bring()), 'record-unreadable')
  assert.equal(readdirSync(root), [])
  writeFileSync(keyFile, readFileSync(place.keyFile), { mode: 0o600 })
  const before = bytesIn(root)
  assert.is(await refusalOf(bring()), 'record-unreadable')
  assert.equal(bytesIn(root), before)
})

test('that cannot write the key file leaves what stands in its place: it was not made by this run', async () => {
  const { root, bring } = await aBrokenBackup()
  // to a disk that is not there now
  const link = join(root, 'linked.key')
  symlinkSync(join(root, 'away/store.key'), link)
  assert.is((await bring(link).catch((failure) => failure)).code, 'EEXIST')
  assert.ok(lstatSync(link).isSymbolicLink())
  assert.equal(readdirSync(root), ['linked.key'])
})

test('leaves a key file that another made meanwhile', async () => {
  const place = await aBackedStore()
  await backedUp(place)
  const { root, dir, keyFile } = freshFolder({ inMemory: true })
  const bring = restore({ from: place.to, dir, keyFile, recoveryKey: place.recoveryKey, summaries, clock })
  const failed = bring.then(
    () => 'brought back',
    (failure) => failure.code,
  )
  while (!readdirSync(root).includes('.store.restoring')) await new Promise(setImmediate)
  writeFileSync(keyFile, 'theirs')
  assert.is(await failed, 'EEXIST')
  assert.is(readFileSync(keyFile, 'utf8'), 'theirs')
  assert.equal(readdirSync(root), ['store.key'])
})

test.run()
