import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { done } from '../../src/result.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { Store } from '../../src/store/store.ts'
import { summaries } from '../../src/summaries.ts'
import { wallClock } from '../../src/time/clock.ts'
import { type Day, dayOf } from '../../src/time/days.ts'
import { type Whole, wholeCases } from './cases.ts'
import { saveStaff } from './staff.ts'

/*
 * Makes a data folder of so many cases by the store's own code, in a process of its own: sessions day by day, each day
 * in one change, then the cases that have all of theirs.
 *
 *   node --import tsx bench/site/fill.ts CASES SEED FOLDER
 */

const casesAtOnce = 200
const sessionsAtOnce = 3000

const [count, seed, folder = ''] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]]

class Filling {
  readonly #store: Store
  readonly #days = new Map<Day, Whole['sessions']>()
  #cases: { file: Whole['file']; last: Day }[] = []
  saved = 0
  sessions = 0

  constructor(store: Store) {
    this.#store = store
  }

  take({ file, sessions }: Whole): void {
    const days = sessions.map(({ id }) => id.slice(0, 10))
    for (const [at, day] of days.entries()) {
      const ofDay = this.#days.get(day) ?? []
      ofDay.push(sessions[at] as Whole['sessions'][number])
      this.#days.set(day, ofDay)
    }
    this.#cases.push({ file, last: days.sort().at(-1) ?? '' })
  }

  /** Saves what lies before a day: nothing comes to it any more. */
  async saveBefore(day: Day, most = sessionsAtOnce): Promise<void> {
    const over = [...this.#days.keys()].filter((one) => one < day).sort()
    const waiting = over.reduce((sum, one) => sum + (this.#days.get(one)?.length ?? 0), 0)
    if (waiting < most) return
    await this.#change(over, (view, one) => {
      for (const session of this.#days.get(one) ?? []) view.saveSession(session)
    })
    this.sessions += waiting
    for (const one of over) this.#days.delete(one)
    const whole = this.#cases.filter(({ last }) => last < day)
    this.#cases = this.#cases.filter(({ last }) => last >= day)
    for (let at = 0; at < whole.length; at += casesAtOnce) {
      const some = whole.slice(at, at + casesAtOnce)
      await this.#change(some, (view, { file }) => view.saveCase(file))
      this.saved += some.length
      console.log(`made ${this.saved} of ${count} cases, ${this.sessions} sessions`)
    }
  }

  #change<T>(all: T[], save: (view: Parameters<Parameters<Store['change']>[0]>[0], one: T) => void) {
    return this.#store.change((view) => {
      for (const one of all) save(view, one)
      return done(undefined)
    })
  }
}

const now = wallClock.now()
const unfinished = `${folder}.unfinished`
rmSync(unfinished, { recursive: true, force: true })
mkdirSync(unfinished, { recursive: true })
const place = { dir: `${unfinished}/store`, keyFile: `${unfinished}/key/store.key` }
mkdirSync(`${unfinished}/key`)
const store = await openEmbeddedStore({ ...place, summaries, clock: wallClock, patience: 600_000 })
await store.change((view) => done(saveStaff(view, dayOf(now))))
const filling = new Filling(store)
for (const one of wholeCases(count, seed, now)) {
  await filling.saveBefore(one.from)
  filling.take(one)
}
await filling.saveBefore('9999-12-31', 0)
await store.close()
writeFileSync(`${unfinished}/made.json`, JSON.stringify({ count, seed, at: now, sessions: filling.sessions }))
rmSync(folder, { recursive: true, force: true })
renameSync(unfinished, folder)
