import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { Person } from '../../src/people/person.ts'
import { openEmbeddedStore } from '../../src/store/embedded.ts'
import type { Store, View } from '../../src/store/store.ts'
import { summaries } from './bare-summaries.ts'

/*
 * A process that is killed; see kills.test.ts. Eight at a time change all kinds of records, each its own, until the
 * end. It says what it is about to save and what was acknowledged: `? place value`, `! place value`; 0: it is gone.
 */

export interface Orders {
  dir: string
  keyFile: string
  caseFile: CaseFile
  session: Session
  person: Person
  /** of this folder, from 1 */
  cycle: number
  seed: number
  /** the control: says that a change was kept before it was */
  tooSoon: boolean
}

const closing = (file: CaseFile | undefined) => Number(file?.closings.at(-1)?.reason ?? 0)
const noted = (file: CaseFile | undefined) => Number(file?.notes[0]?.addenda[0]?.text ?? 0)
const partner = (number: string) => `2026-12-1${number.at(-1)}-01`

/** What a store holds of a place; NaN: one of two records that were saved together. */
export async function valueIn(store: Store, place: string): Promise<number> {
  const [kind = '', id = ''] = place.split('/')
  if (kind === 'booking') return (await store.session(id))?.minutes ?? 0
  if (kind === 'draft') return Number((await store.draft(id))?.fields[0]?.[1] ?? 0)
  if (kind === 'person') return Number((await store.person(id))?.name ?? 0)
  if (kind === 'tries') return (await store.entry('tries', id))?.failures ?? 0
  const file = await store.caseFile(id)
  if (kind === 'note') return noted(file)
  if (kind === 'intake') return closing(file)
  const other = (await store.session(partner(id)))?.minutes ?? 0
  return other === closing(file) ? other : Number.NaN
}

async function obey({ dir, keyFile, caseFile, session, person, cycle, seed, tooSoon }: Orders): Promise<void> {
  const say = (text: string) => writeSync(1, `${text}\n`)
  const at = session.booked.at
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock: { now: () => at } })
  let state = seed
  const random = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
  let value = cycle * 1_000_000
  const save = async (place: string, to: number, act: (view: View) => void) => {
    say(`? ${place} ${to}`)
    const kept = store.change((view) => {
      act(view)
      return { ok: true, value: undefined }
    })
    if (tooSoon) say(`! ${place} ${to}`)
    await kept
    if (!tooSoon) say(`! ${place} ${to}`)
  }
  const closed = (number: string, mine: number): CaseFile => ({
    ...{ ...caseFile, number, closings: [{ on: '2026-11-16', reason: String(mine), by: 'han', at }] },
  })

  const work = async (own: number) => {
    let taken = 0
    const kinds: ((mine: number) => Promise<void>)[] = [
      (mine) => {
        const id = `2026-11-${16 + random(3)}-1${own}`
        return save(`booking/${id}`, mine, (view) => view.saveSession({ ...session, id, minutes: mine }))
      },
      (mine) => {
        const number = `2026-100${own}`
        return save(`both/${number}`, mine, (view) => {
          view.saveCase(closed(number, mine))
          view.saveSession({ ...session, id: partner(number), minutes: mine })
        })
      },
      (mine) => {
        const number = `2026-200${own}`
        const addenda = [{ text: String(mine), by: 'han', at }]
        const notes = [{ sessionId: session.id, addenda }]
        return save(`note/${number}`, mine, (view) => view.saveCase({ ...caseFile, number, notes }))
      },
      (mine) => {
        const id = `draft-${own}`
        const fields: [string, string][] = [['x', String(mine)]]
        return save(`draft/${id}`, mine, (view) => view.saveDraft({ id, owner: 'han', kind: 'form', fields, at }))
      },
      async () => {
        const id = `draft-${own}`
        await save(`draft/${id}`, 0, (view) => view.removeDraft(id))
      },
      (mine) => {
        const id = `person-${own}`
        const one = { ...person, id, name: String(mine), email: `${id}@example.test` }
        return save(`person/${id}`, mine, (view) => view.savePerson(one))
      },
      (mine) => save(`tries/t${own}`, mine, (view) => view.saveEntry('tries', { id: `t${own}`, failures: mine, at })),
      async (mine) => {
        if (taken === 20) return
        const number = `2025-${own}${String(((cycle - 1) * 20 + taken++) % 1000).padStart(3, '0')}`
        await save(`intake/${number}`, mine, (view) => view.saveCase(closed(number, mine)))
        if (random(2) === 0) await save(`intake/${number}`, 0, (view) => view.removeCase(number))
      },
      async (mine) => {
        say(`? log/ ${mine}`)
        await store.log({ at, deed: 'sign-in', decision: 'allowed', status: 200 })
        say(`! log/ ${mine}`)
      },
    ]
    for (;;) await kinds[random(kinds.length)]?.(++value)
  }
  await Promise.all(Array.from({ length: 8 }, (_, own) => work(1 + own)))
}

if (import.meta.filename === process.argv[1]) {
  createInterface({ input: process.stdin }).once('line', (line) => void obey(JSON.parse(line)))
}
