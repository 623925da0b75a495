import type { Facts, FactsChanged } from '../casefile/facts.ts'
import type { State } from './state.ts'

/** What changed in the facts of a state since a cut; see the store's. */
export function factsSince(state: State, since?: string): FactsChanged {
  const [facts, kept] = [state.facts.settled, state.keptFacts.settled]
  const cut = [facts.id, facts.changes, kept.id, kept.changes].join('.')
  if (since === cut) return { cut, whole: false, facts: [] }
  // what a change under way made of them is nobody else's, and not known by its numbers
  if (facts.isLaidOver || kept.isLaidOver) return { cut, whole: true, facts: numbered(state) }
  const [id, changes, keptId, keptChanges] = (since ?? '').split('.').map(Number)
  const isKnown = id === facts.id && keptId === kept.id
  const changed = isKnown ? facts.changedSince(changes ?? 0) : undefined
  const years = isKnown ? kept.changedSince(keptChanges ?? 0) : undefined
  if (changed && years) return { cut, whole: false, facts: changedIn(state, changed, years) }
  return { cut, whole: true, facts: changedIn(state, facts.numbers(), kept.numbers()) }
}

/**
 * Facts by the numbers that a state gives them. Of erased cases those of a whole year by their places in it: there are
 * only ever more of them.
 */
function* changedIn(state: State, changed: number[], years: number[]): FactsChanged['facts'] {
  const [facts, kept] = [state.facts.settled, state.keptFacts.settled]
  for (const number of changed) {
    const text = facts.numbered(number)?.[1]
    yield [String(number), text === undefined ? undefined : read(text)]
  }
  for (const number of years) {
    const [year, texts] = kept.numbered(number) ?? ['', []]
    for (const [at, text] of texts.entries()) yield [`${year}/${at}`, read(text)]
  }
}

/** All of them, numbered for this once. */
function* numbered({ facts, keptFacts }: State): FactsChanged['facts'] {
  const texts = [...facts.values(), ...[...keptFacts.values()].flat()]
  for (const [at, text] of texts.entries()) yield [String(at), read(text)]
}

const read = (text: string): Facts => JSON.parse(text)
