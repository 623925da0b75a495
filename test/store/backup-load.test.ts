// Over 150 lines because the house under load and the check on its backups belong together.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshFolder } from '../support/folder.ts'
import { running } from '../support/process.ts'
import { aCase, aSession, now, settings } from '../support/samples.ts'
import { aBackedPlace, aBackedStore, backedUp, broughtBackFrom, commanded, open } from './backing-up.ts'
import { saved } from './contract-reading.ts'
import { days, type Orders, places } from './plug-child.ts'
import { stampsIn } from './plug-stamps.ts'

/*
 * Backups of a house that books sessions and closes cases meanwhile, eight at a time, in a process of its own. It says
 * each change before it makes it, in the order in which they are made, and when it was acknowledged.
 */

const test = suite('a backup under load')
/** BACKUPS=n makes n of them (10 unless told). */
const rounds = Number(process.env.BACKUPS ?? 10)

/** What the house was heard to say: all changes in their order, and how many of them surely were made by now. */
class Heard {
  readonly tried: [where: string, stamp: number][] = []
  surely = 0
  #rest = ''

  constructor(house: ChildProcessWithoutNullStreams) {
    house.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (this.#rest + text).split('\n')
      this.#rest = lines.pop() ?? ''
      for (const line of lines) this.#hear(line)
    })
  }

  #hear(line: string): void {
    const [what, where = '', stamp] = line.split(' ')
    if (what === '?') this.tried.push([where, Number(stamp)])
    if (what === '!')
      this.surely = Math.max(this.surely, 1 + this.tried.findLastIndex(([, tried]) => tried === Number(stamp)))
  }

  /** After how many changes, from `least` on, the places held these stamps; -1 if they never did. */
  momentOf(held: Map<string, number>, least: number): number {
    const stamps = new Map([...held.keys()].map((where) => [where, 0]))
    for (const [count, [where, stamp]] of this.tried.entries()) {
      if (count >= least && same(stamps, held)) return count
      stamps.set(where, stamp)
    }
    return same(stamps, held) ? this.tried.length : -1
  }
}

const same = (one: Map<string, number>, other: Map<string, number>) =>
  [...one].every(([where, stamp]) => other.get(where) === stamp)

test(`comes back as the house stood at one moment of it, ${rounds} times, twice by the command itself`, async () => {
  const place = aBackedPlace()
  const store = await open(place)
  await saved(store, (view) => view.saveSettings({ ...settings, recovery: { publicKey: place.publicKey, at: now } }))
  await store.close()
  const house = spawn(process.execPath, running('test/store/plug-child.ts'))
  const heard = new Heard(house)
  try {
    const { dir, keyFile } = place
    const orders: Orders = { dir, keyFile, caseFile: aCase(), session: aSession(), stamp: 0, seed: 7 }
    house.stdin.write(`${JSON.stringify(orders)}\n`)
    while (heard.surely < 100) await new Promise((done) => setTimeout(done, 20))
    let under = 0
    for (let round = 0; round < rounds; round++) {
      const least = heard.surely
      if (round < 2) await commanded('backup', place, ['--data', place.dir, '--to', place.to])
      // the command goes by the real clock, and these by one of theirs
      const made = round < 2 ? undefined : await backedUp(place)
      assert.is(made?.serving, made && true)
      const back = round === 0 ? await restoredByCommand(place) : await broughtBackFrom(place, made?.name)
      const again = await open(back)
      const held = await stampsIn(again)
      await again.close()
      const moment = heard.momentOf(held, least)
      assert.ok(moment >= least, `round ${round}: no moment since change ${least} of ${heard.tried.length} looked so`)
      under += heard.surely - least
    }
    console.log(`  ${rounds} backups while ${under} changes were made`)
    assert.ok(under > rounds * 5, `${under} changes`)
    assert.is(house.exitCode, null)
  } finally {
    house.kill('SIGKILL')
    await once(house, 'close')
  }
})

async function restoredByCommand(place: ReturnType<typeof aBackedPlace>) {
  const { root, dir, keyFile } = freshFolder({ inMemory: true })
  const paper = join(root, 'paper')
  writeFileSync(paper, `${place.recoveryKey}\n`)
  const args = ['--from', place.to, '--data', dir]
  const said = await commanded('restore', { keyFile }, args, { RECOVERY_KEY_FILE: paper })
  assert.ok(/^0 \S+\.backup is back in .* all whole\.\n$/.test(said), said)
  return { dir, keyFile }
}

test('would be noticed if it held one change by half, or places of two moments', () => {
  const heard = Object.assign(Object.create(Heard.prototype), {
    tried: [
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ],
  }) as Heard
  const at = (a: number, b: number, least = 0) =>
    heard.momentOf(
      new Map([
        ['a', a],
        ['b', b],
      ]),
      least,
    )
  assert.equal([at(0, 0), at(1, 0), at(1, 2), at(3, 2)], [0, 1, 2, 3])
  assert.equal([at(3, 0), at(0, 2), at(1, 0, 2), at(3, 2, 3)], [-1, -1, -1, 3])
  assert.is(days.length * places, 12)
})

test('holds whole entries of the log while others are being written', async () => {
  const place = await aBackedStore()
  const store = await open(place)
  let acknowledged = 3
  const entry = { at: '2026-11-16T00:00:00.000Z', deed: 'x', decision: 'allowed', status: 200 } as const
  const log = () => store.log(entry).then(() => acknowledged++)
  const writing: Promise<unknown>[] = []
  const pen = setInterval(() => writing.push(log(), log(), log()), 1)
  try {
    for (let round = 0; round < 5; round++) {
      const least = acknowledged
      await backedUp(place)
      // the restore holds the log against itself
      const { entries } = await broughtBackFrom(place)
      await Promise.all(writing)
      const backups = round + 2
      assert.ok(entries >= least + 2 && entries <= acknowledged + backups, `${least} to ${acknowledged}: ${entries}`)
    }
  } finally {
    clearInterval(pen)
    await Promise.all(writing)
  }
  assert.ok(acknowledged > 20, `${acknowledged} entries`)
  await store.close()
})

test.run()
