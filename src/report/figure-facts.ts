import type { FactsChanged } from '../casefile/facts.ts'
import { Everyone } from './everyone.ts'
import { keptReads } from './kept-reads.ts'
import type { Youths } from './youths.ts'

/** What holds facts, and says which have changed. */
export interface FactsSource {
  factsSince(cut?: string): Promise<FactsChanged>
}

/** As many different choices as are looked at in one sitting. */
const mostMade = 40
/** After so many youths whoever else waits for the machine has a turn. */
const atOnce = 500

/** What is counted of everyone in one store, kept up to date: numbers only, never pages. */
class Kept {
  cut: string | undefined
  everyone = new Everyone(keptReads)
  /** what was worked out from them as they are, the oldest first */
  readonly made = new Map<string, unknown>()
  isStopped = false
  #turn: Promise<unknown> = Promise.resolve()

  /** One after the other, so that nobody counts what is half brought up to date; who asks meanwhile waits for it. */
  inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act)
    this.#turn = turn.catch(() => {})
    return turn
  }

  async take({ cut, whole, facts }: FactsChanged): Promise<void> {
    if (cut === this.cut) return
    // whatever breaks it off, nothing half done is taken for what is so
    this.cut = undefined
    this.made.clear()
    if (whole) this.everyone = new Everyone(keptReads)
    let taken = 0
    for (const [handle, one] of facts) {
      if (one) this.everyone.put(handle, one)
      else this.everyone.remove(handle)
      if (++taken % atOnce === 0) await new Promise(setImmediate)
      if (this.isStopped) throw new Error('the figures were stopped')
    }
    this.cut = cut
  }
}

const kept = new WeakMap<FactsSource, Kept>()
/** of the store that was asked last */
let latest: WeakRef<Kept> | undefined

/** What `use` works out of everyone in a store as it is now. It must be done when it returns. */
export const youthsIn = <T>(source: FactsSource, use: (youths: Youths) => T): Promise<T> =>
  withKept(source, ({ everyone }) => use(everyone.youths))

/** The same, kept under a key that says all that it depends on besides the youths, until one of them changes. */
export const madeOf = <T>(source: FactsSource, key: string, make: (youths: Youths) => T): Promise<T> =>
  withKept(source, ({ made, everyone }) => {
    const found = made.has(key) ? (made.get(key) as T) : make(everyone.youths)
    made.delete(key)
    made.set(key, found)
    for (const oldest of made.keys())
      if (made.size > mostMade) made.delete(oldest)
      else break
    return found
  })

async function withKept<T>(source: FactsSource, use: (kept: Kept) => T): Promise<T> {
  const known = kept.get(source) ?? latest?.deref()
  const answer = known && (await known.inTurn(() => ofKept(known, source, use)))
  if (answer && 'made' in answer) return answer.made
  const own = kept.get(source) ?? new Kept()
  kept.set(source, own)
  latest = new WeakRef(own)
  return own.inTurn(async () => {
    if (answer && own.cut === undefined) await own.take(answer.all)
    await own.take(await source.factsSince(own.cut))
    return use(own)
  })
}

/** What a decision sees is mostly what its store holds: then what is kept for that is good for it too. */
async function ofKept<T>(
  one: Kept,
  source: FactsSource,
  use: (kept: Kept) => T,
): Promise<{ made: T } | { all: FactsChanged }> {
  const changed = await source.factsSince(one.cut)
  if (changed.whole && kept.get(source) !== one) return { all: changed }
  await one.take(changed)
  return { made: use(one) }
}

/**
 * Begins to read all facts of a store, a few at a time, so that whoever asks for figures first does not wait so long.
 * What is returned breaks it off.
 */
export function readAhead(source: FactsSource): () => Promise<void> {
  const reading = youthsIn(source, () => {}).catch((failure) => {
    if (!kept.get(source)?.isStopped) console.error(`figures: reading ahead failed: ${failure.name}`)
  })
  return async () => {
    const found = kept.get(source)
    if (found) found.isStopped = true
    await reading
  }
}
