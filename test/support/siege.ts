import * as assert from 'uvu/assert'
import { ask, type Door, doorsOf, signedIn } from './asking.ts'
import { crawl } from './crawl.ts'
import { aHouse, heldIn, type TestHouse } from './house.ts'
import { saveStages } from './stages.ts'
import { aHastyVisitor } from './visitor.ts'

/** A request that no page of ours makes. */
export interface Blow {
  who?: string
  method: string
  path: string
  headers?: Record<string, string>
  body?: BodyInit
}

/** At once: the log is written together for all of them, as it is for real visitors. */
const atOnce = 16

const insides = /node_modules|\.[jt]s:\d+|at async |ENOENT|EISDIR|saegil-test-/

/** Fails on a 5xx and on an answer that shows its insides. */
export async function struck(house: Parameters<typeof ask>[0], { who, method, path, ...rest }: Blow): Promise<number> {
  const answer = await ask(house, who, method, path, rest)
  const text = await answer.text()
  assert.ok(answer.status < 500, `${method} ${path} as ${who}: ${answer.status}`)
  assert.not.match(text, insides, `${method} ${path} shows its insides`)
  return answer.status
}

export interface Siege {
  house: TestHouse
  doors: Door[]
  /** of every form of every page */
  fieldNames: string[]
  /** how many requests were made */
  count: () => number
  /** the statuses of the answers, in turn */
  strike(blows: Blow[]): Promise<number[]>
  /** the same, and nothing that the store holds may be different afterwards */
  strikeInVain(blows: Blow[]): Promise<number[]>
}

/** A house with a case at each stage, everyone signed in, and the names of all fields that its pages have. */
export async function aSiege(): Promise<Siege> {
  const house = await aHouse(saveStages)
  await signedIn(house)
  const names = new Set(['__proto__', 'constructor', 'toString'])
  for (const who of ['seo', 'han', 'oh'])
    await crawl(
      await aHastyVisitor(house).signIn(who),
      ({ document }) => {
        for (const one of document.querySelectorAll('input[name], select[name], textarea[name], button[name]'))
          names.add(one.getAttribute('name') ?? '')
      },
      1,
    )
  let count = 0
  const strike = async (blows: Blow[]) => {
    const statuses: number[] = []
    for (let at = 0; at < blows.length; at += atOnce)
      statuses.push(...(await Promise.all(blows.slice(at, at + atOnce).map((blow) => struck(house, blow)))))
    count += blows.length
    return statuses
  }
  const strikeInVain = async (blows: Blow[]) => {
    const before = await heldIn(house.store)
    const statuses = await strike(blows)
    assert.is(await heldIn(house.store), before, 'something was changed')
    await signedIn(house)
    return statuses
  }
  return { house, doors: doorsOf(house), fieldNames: [...names], count: () => count, strike, strikeInVain }
}
