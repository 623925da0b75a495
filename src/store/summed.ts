// Over 150 lines because what is kept for the next start is read, checked and written in one place.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Row } from '../casefile/row.ts'
import { ownFile } from '../own-file.ts'
import type { Day } from '../time/days.ts'
import type { PackedDay } from './diary.ts'
import type { Disk } from './disk.ts'
import type { KeyRing } from './key-ring.ts'
import * as paths from './paths.ts'
import type { State } from './state.ts'
import type { Touched } from './touched.ts'

/*
 * What was worked out from thousands of files, kept so that the next start need not read them all: rows and facts of a
 * hundred cases together, the days of a month together, sealed like everything else. Nothing in it is believed unless
 * the file that it came from is the very same file: a case file is never written over, only replaced by another.
 */

/** Below so many cases all of them are read before anybody notices. */
export const leastCases = 1000

interface SummedCase {
  stamp: string
  /** which sessions they were made of; that each of those is as it was, the days say */
  sessions: string
  row: Row
  facts: string
}
interface SummedDay extends PackedDay {
  stamp: string
}
/** As it is written; `made`: by which programme */
interface Part {
  made: string
  cases?: Record<string, SummedCase>
  days?: Record<Day, Omit<SummedDay, 'packs'> & { packs: [ends: string[], packed: string][] }>
}

/** What an earlier start left, by case number and by day. */
export interface Known {
  cases: Map<string, SummedCase>
  days: Map<Day, SummedDay>
}

export class Summed {
  readonly #disk: Disk
  readonly #keys: KeyRing
  /** parts that are not as the house is now */
  readonly #stale = new Set<string>()

  constructor(disk: Disk, keys: KeyRing) {
    this.#disk = disk
    this.#keys = keys
  }

  /** Everything that this very programme left. What cannot be read counts as not there. */
  async known(): Promise<Known> {
    const known: Known = { cases: new Map(), days: new Map() }
    for (const name of (await this.#disk.names(paths.summed)).filter((one) => one.endsWith('.json'))) {
      const path = `${paths.summed}/${name}`
      const part = await this.#read(path)
      if (part?.made !== programme()) continue
      for (const [number, one] of Object.entries(part.cases ?? {})) known.cases.set(number, one)
      for (const [day, { packs, ...one }] of Object.entries(part.days ?? {}))
        known.days.set(day, {
          ...one,
          packs: packs.map(([ends, text]) => ({ ends, packed: Buffer.from(text, 'base64') })),
        })
    }
    return known
  }

  /** Takes note of what is not as it was written. */
  staleCase(number: string): void {
    this.#stale.add(paths.summedCases(number))
  }

  staleDay(day: Day): void {
    this.#stale.add(paths.summedDays(day))
  }

  staleBy({ cases, sessions }: Touched): void {
    for (const number of cases) if (paths.isCaseNumber(number)) this.staleCase(number)
    // one that came and went in one change was never there
    for (const { id } of sessions.flatMap(({ before, after }) => before ?? after ?? [])) this.staleDay(paths.dayIn(id))
  }

  get isStale(): boolean {
    return this.#stale.size > 0
  }

  /** The parts that are to be written, with the numbers and days that are in each. */
  partsOf(state: State): Map<string, { numbers: string[]; days: Day[] }> {
    const parts = new Map([...this.#stale].map((path) => [path, { numbers: [] as string[], days: [] as Day[] }]))
    for (const number of state.rows.numbers()) parts.get(paths.summedCases(number))?.numbers.push(number)
    for (const day of state.wholeDiary.bookedDays()) parts.get(paths.summedDays(day))?.days.push(day)
    return parts
  }

  /** Writes one part. Nothing may be on its way to the disk meanwhile. Where it fails, the next start reads more. */
  async write(path: string, { numbers, days }: { numbers: string[]; days: Day[] }, state: State): Promise<void> {
    const part: Part = { made: programme(), cases: {}, days: {} }
    for (const number of numbers) {
      const [stamp, row, facts] = [
        this.#disk.stamp(paths.caseFile(number)),
        state.rows.get(number),
        state.facts.get(number),
      ]
      const sessions = state.wholeDiary.whichOf(number)
      if (stamp && row && facts && part.cases) part.cases[number] = { stamp, sessions, row, facts }
    }
    for (const day of days) {
      const stamp = this.#disk.stamp(paths.diary(day))
      if (!stamp || !part.days) continue
      const { packs, briefs } = state.wholeDiary.packedDay(day)
      part.days[day] = { stamp, briefs, packs: packs.map(({ ends, packed }) => [ends, packed.toString('base64')]) }
    }
    const temp = await this.#disk.stage(path, await this.#keys.seal(path, part))
    await this.#disk.place(temp, path)
    await this.#disk.syncFolder(dirname(path))
    this.#stale.delete(path)
  }

  async #read(path: string): Promise<Part | undefined> {
    const text = await this.#disk.read(path)
    if (text === undefined) return undefined
    return this.#keys.unseal<Part>(path, text).catch(() => undefined)
  }
}

let mark: string | undefined
/** The same as long as nothing changes in the programme, nor in the lists and surveys that it came with. */
function programme(): string {
  if (mark) return mark
  const hash = createHash('sha256')
  const code = new URL('../', import.meta.url)
  const own = readdirSync(code, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|js)$/.test(name))
  const surveys = readdirSync(ownFile('surveys/')).map((name) => ownFile(`surveys/${name}`))
  const lists = ['codebook.json', 'holidays.kr.json'].map((name) => ownFile(`data/${name}`))
  for (const file of [...own.sort().map((name) => new URL(name, code)), ...surveys.sort(), ...lists])
    hash.update(file.pathname.split('/').at(-1) ?? '').update(readFileSync(file))
  mark = hash.digest('base64url')
  return mark
}
