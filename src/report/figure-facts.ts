import type { Facts } from '../casefile/facts.ts'

/** What holds facts, and says whether they have changed. */
export interface FactsSource {
  facts(): AsyncIterable<Facts>
  factsCut(): Promise<string>
}

interface Kept {
  cut: string
  facts: readonly Facts[]
  /** what was worked out from them, the oldest first */
  made: Map<string, unknown>
}

/** As many different choices as are looked at in one sitting. */
const mostMade = 40

/** Numbers only, never pages. The facts of one store are kept once, until one of them changes. */
const kept = new WeakMap<FactsSource, Kept>()

/** The facts of everyone, read once for each state of the store; nobody may change them. */
export const factsIn = async (source: FactsSource): Promise<readonly Facts[]> => (await keptFor(source)).facts

/** What `make` works out of the facts, kept under a key that says all that it depends on besides them. */
export async function madeOf<T>(source: FactsSource, key: string, make: (facts: readonly Facts[]) => T): Promise<T> {
  const { facts, made } = await keptFor(source)
  const found = made.has(key) ? (made.get(key) as T) : make(facts)
  made.delete(key)
  made.set(key, found)
  for (const oldest of made.keys())
    if (made.size > mostMade) made.delete(oldest)
    else break
  return found
}

async function keptFor(source: FactsSource): Promise<Kept> {
  const cut = await source.factsCut()
  const known = kept.get(source)
  if (known?.cut === cut) return known
  const facts: Facts[] = []
  for await (const one of source.facts()) facts.push(one)
  const fresh = { cut, facts, made: new Map() }
  // changed while they were read: what was read is shown, and read anew the next time
  if ((await source.factsCut()) === cut) kept.set(source, fresh)
  return fresh
}
