import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Facts } from '../../src/casefile/facts.ts'
import type { Row } from '../../src/casefile/row.ts'
import type { Session } from '../../src/casefile/session.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { Summaries } from '../../src/store/store.ts'

/*
 * A process whose plug is pulled; see plug.test.ts. It waits for its orders (so that it is warm by then), opens the
 * store and books sessions and closes cases until it is killed, eight at a time. It says what it is about to save,
 * and what was acknowledged: `? place stamp`, `! place stamp`.
 */

export interface Orders {
  dir: string
  keyFile: string
  caseFile: CaseFile
  session: Session
  /** stamps count up from here, so that no two are ever the same */
  stamp: number
  seed: number
}

/** What both kinds of place hold: the stamp of the change that saved it last. */
export const stampOf = (session: Session | undefined): number => session?.minutes ?? 0
export const closedWith = (caseFile: CaseFile | undefined): number => Number(caseFile?.closings.at(-1)?.reason ?? 0)
export const days = ['2026-11-16', '2026-11-17', '2026-12-01']
export const places = 4

const summaries: Summaries = {
  row: ({ number, referral }) => ({ number, name: '', referredOn: referral.on, linkHashes: [] as string[] }) as Row,
  facts: () => ({}) as Facts,
  data: () => ({ facts: {} as Facts }),
  keptFacts: (facts) => facts,
  claims: () => [],
  upgraded: (record) => record as unknown as CaseFile,
}

async function obey({ dir, keyFile, caseFile, session, stamp, seed }: Orders): Promise<void> {
  const say = (text: string) => writeSync(1, `${text}\n`)
  say('ready')
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock: { now: () => session.booked.at } })
  let state = seed
  const random = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }

  async function book(): Promise<void> {
    const mine = ++stamp
    const id = `${days[random(days.length)]}-0${1 + random(places)}`
    await store.change((view) => {
      say(`? ${id} ${mine}`)
      view.saveSession({ ...session, id, minutes: mine })
      return { ok: true, value: undefined }
    })
    say(`! ${id} ${mine}`)
  }

  /** Two records: the case, and the last session of its own, which is to bear the same stamp. */
  async function close(): Promise<void> {
    const mine = ++stamp
    const place = 1 + random(places)
    const number = `2026-000${place}`
    await store.change((view) => {
      say(`? ${number} ${mine}`)
      const closing = { on: days[0]!, reason: String(mine), by: 'han', at: session.booked.at }
      view.saveCase({ ...caseFile, number, closings: [closing] })
      view.saveSession({ ...session, id: `2026-12-0${1 + place}-01`, minutes: mine })
      return { ok: true, value: undefined }
    })
    say(`! ${number} ${mine}`)
  }

  const work = async () => {
    for (;;) await (random(2) === 0 ? book() : close())
  }
  await Promise.all(Array.from({ length: 8 }, work))
}

if (import.meta.filename === process.argv[1]) {
  createInterface({ input: process.stdin }).once('line', (line) => void obey(JSON.parse(line)))
}
