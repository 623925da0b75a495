import fc from 'fast-check'
import { type Meeting, meetings } from './clients.ts'
import { Model } from './model.ts'
import { PlainStore } from './plain-store.ts'
import { metAndExplained, sameAs } from './serial.ts'

/** So many meetings are, at two or three changes each, fifty changes, and thirty questions in between. */
const sequenceOf = (one: fc.Arbitrary<Meeting>) => fc.array(one, { minLength: 21, maxLength: 21, size: 'max' })

async function explained(meetings: Meeting[]): Promise<void> {
  const plain = new PlainStore()
  const store = await plain.open()
  let model = new Model()
  for (const meeting of meetings) model = await metAndExplained(store, plain.memory, model, meeting)
  await store.close()
  await sameAs(model, await plain.open(), 'opened again')
}

/**
 * Several clients at the same time, on a disk of which each call takes its time. Says what could not have come out one
 * after the other, if anything did not.
 */
export async function wrongIn(count: number, seed: number, of = meetings): Promise<string | undefined> {
  const checked = fc.asyncProperty(sequenceOf(of), explained)
  const found = await fc.check(checked, { numRuns: count, seed, endOnFailure: true })
  return found.failed ? `sequence ${found.counterexamplePath}: ${found.errorInstance}` : undefined
}
