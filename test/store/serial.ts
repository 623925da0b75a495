// Over 150 lines because letting it happen and explaining it are read side by side.
import { isDeepStrictEqual } from 'node:util'
import { refused } from '../../src/result.ts'
import type { Store } from '../../src/store/store.ts'
import { chanceOf } from '../support/chance.ts'
import type { MemoryFiles } from '../support/memory-files.ts'
import type { Client, Meeting } from './clients.ts'
import type { Model } from './model.ts'
import { answerOf, diskFull, outcomeOf, whole } from './sequences.ts'
import type { Act } from './small-world.ts'

/*
 * Whatever goes on at the same time in a store must come out as if one change had been made after the other, in some
 * order; and who looks on meanwhile sees the world after some of them, whole.
 */

/** Answers are compared as texts; only where these differ it is asked whether but the order of the names does. */
const textOf = (value: unknown): string => JSON.stringify(value) ?? 'nothing'
const isSame = (one = 'nothing', other = 'nothing'): boolean =>
  one === other || (one !== 'nothing' && other !== 'nothing' && isDeepStrictEqual(JSON.parse(one), JSON.parse(other)))
const turn = () => new Promise<void>((done) => setImmediate(done))
async function turns(count: number): Promise<void> {
  for (let left = count; left > 0; left--) await turn()
}

/** What came of a meeting, as the clients know it. */
interface Seen {
  outcomes: string[]
  /** in the order in which they were acknowledged */
  ended: number[]
  /** of each, those that were acknowledged before it began */
  known: number[][]
  answers: { asked: Act; answer: string; mustKnow: number[]; mayKnow: number[] }[]
}

/** Lets all of it happen. */
async function met(store: Store, memory: MemoryFiles, { clients, passers, chance, full }: Meeting): Promise<Seen> {
  const next = chanceOf(chance)
  const slow = [0, 0, 0, 1, 2, 6]
  let calls = 0
  memory.before = async (call, path) => {
    await turns(slow[next(slow.length)]!)
    if (!['open', 'write', 'mkdir'].includes(call)) return
    if (++calls === full) throw Object.assign(new Error(`no room for ${path}`), { code: 'ENOSPC' })
  }
  const begun: number[] = []
  const ended: number[] = []
  const outcomes: string[] = []
  const known: number[][] = []
  const answers: Seen['answers'] = []
  await Promise.all([
    ...clients.map(async (client, nth) => {
      await turns(client.after)
      begun.push(nth)
      known[nth] = [...ended]
      outcomes[nth] = textOf(await outcomeOf(store, client, () => turns(next(3))))
      ended.push(nth)
    }),
    ...passers.map(async ({ asked, after }) => {
      await turns(after)
      const mustKnow = [...ended]
      const answer = textOf(await answerOf(store, asked))
      answers.push({ asked, answer, mustKnow, mayKnow: [...begun] })
    }),
  ])
  memory.before = undefined
  return { outcomes, ended, known, answers }
}

const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-12-01']

/** Everything that there is to ask, and the numbers that would be given next. */
async function held(on: Model | Store): Promise<string[]> {
  const all: string[] = []
  for (const asked of whole) all.push(textOf(await answerOf(on, asked)))
  const next: string[] = []
  await on.change(async (view) => {
    for (const year of [2025, 2026]) next.push(await view.nextCaseNumber(year))
    for (const day of days) next.push(await view.nextSessionId(day))
    return refused({ reason: 'missing' })
  })
  return [...all, textOf(next)]
}

/** Makes a change on the model; whether it comes out as it came out in the store. */
async function agrees(model: Model, client: Client, outcome = ''): Promise<boolean> {
  if (outcome === textOf(diskFull)) {
    await model.lost((on) => outcomeOf(on, client))
    return true
  }
  const before = model.fork()
  const then = textOf(await outcomeOf(model, client))
  return isSame(then, outcome) || (model.holdsWhat(before) && isSame(...withoutNext(client, then, outcome)))
}

/**
 * Who saves nothing may have been told the number after that of a change which it does not see: it is on its way, and its
 * number is taken. What they asked for the next number is left out of both texts, unless that of the store is too low.
 */
function withoutNext({ doing }: Client, then: string, outcome: string): [string, string] {
  const given = [then, outcome].map((text) => JSON.parse(text).value as string[] | undefined)
  const [ours, theirs] = given
  if (!ours || !theirs) return [then, outcome]
  const isLater = (nth: number) => /^next/.test(doing[nth]!.what) && theirs[nth]! >= ours[nth]!
  const [one, other] = given.map((all) => JSON.stringify(all!.filter((_, nth) => !isLater(nth))))
  return [one!, other!]
}

/**
 * Every order in which the model agrees, that in which they were acknowledged first. Who began when another was
 * acknowledged comes after it.
 */
async function* ordersOf(
  model: Model,
  clients: Client[],
  seen: Seen,
  left = seen.ended,
): AsyncGenerator<{ order: number[]; after: Model }> {
  if (left.length === 0) yield { order: [], after: model }
  for (const nth of left) {
    const on = model.fork()
    if (seen.known[nth]!.some((one) => left.includes(one))) continue
    if (!(await agrees(on, clients[nth]!, seen.outcomes[nth]))) continue
    const rest = left.filter((one) => one !== nth)
    for await (const { order, after } of ordersOf(on, clients, seen, rest)) yield { order: [nth, ...order], after }
  }
}

/**
 * The model after some of the changes, in their order; undefined where one of them would have come out otherwise. Of
 * the others nothing is to be seen yet but that their numbers are taken.
 */
async function afterSome(model: Model, { clients }: Meeting, { outcomes }: Seen, order: number[], some: number[]) {
  const on = model.fork()
  for (const nth of order) {
    const client = clients[nth]!
    if (!some.includes(nth)) await on.lost((lost) => outcomeOf(lost, client))
    else if (!(await agrees(on, client, outcomes[nth]))) return undefined
  }
  return on
}

function subsetsOf(order: number[]): number[][] {
  const [first, ...rest] = order
  if (first === undefined) return [[]]
  const without = subsetsOf(rest)
  return [...without.map((some) => [first, ...some]), ...without]
}

/** What somebody saw that is of no moment, if anything. */
async function unexplained(model: Model, meeting: Meeting, seen: Seen, order: number[]): Promise<string | undefined> {
  for (const { asked, answer, mustKnow, mayKnow } of seen.answers) {
    let isExplained = false
    for (const some of subsetsOf(order)) {
      if (isExplained || !mustKnow.every((nth) => some.includes(nth)) || !some.every((nth) => mayKnow.includes(nth)))
        continue
      const on = await afterSome(model, meeting, seen, order, some)
      isExplained = on !== undefined && isSame(textOf(await answerOf(on, asked)), answer)
    }
    if (!isExplained) return `${JSON.stringify(asked)} was answered with ${answer}`
  }
  return undefined
}

/**
 * Lets a meeting happen on the store and returns the model as it is afterwards. Throws, saying what was seen, when no
 * order of the changes explains it.
 */
export async function metAndExplained(
  store: Store,
  memory: MemoryFiles,
  model: Model,
  meeting: Meeting,
): Promise<Model> {
  const seen = await met(store, memory, meeting)
  const now = await held(store)
  let why = 'no order gives these outcomes'
  for await (const { order, after } of ordersOf(model, meeting.clients, seen)) {
    const then = await held(after)
    const other = now.findIndex((one, nth) => !isSame(one, then[nth]))
    if (other >= 0) {
      why = `${JSON.stringify(whole[other] ?? 'the next numbers')} is now ${now[other]}, not ${then[other]}`
      continue
    }
    const odd = await unexplained(model, meeting, seen, order)
    if (odd === undefined) return after
    why = odd
  }
  const said = meeting.clients.map((client, nth) => `  ${JSON.stringify(client)}\n    ${seen.outcomes[nth]}`)
  throw new Error([why, ...said, `  ended in the order ${seen.ended}`].join('\n'))
}

/** Throws unless the store holds what the model holds. */
export async function sameAs(model: Model, store: Store, when: string): Promise<void> {
  const [here, there] = [await held(store), await held(model)]
  for (const [nth, asked] of whole.entries())
    if (!isSame(here[nth], there[nth]))
      throw new Error(`${when}: ${JSON.stringify(asked)}: ${here[nth]}, not ${there[nth]}`)
}
