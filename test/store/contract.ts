import { suite } from 'uvu'
import type { Store } from '../../src/store/store.ts'
import { contractOfChanges } from './contract-changes.ts'
import { contractOfCorners } from './contract-corners.ts'
import { contractOfData } from './contract-data.ts'
import { contractOfErasing } from './contract-erasing.ts'
import { contractOfReading } from './contract-reading.ts'
import { contractOfRegisters } from './contract-registers.ts'
import { contractOfRows } from './contract-rows.ts'
import { contractOfShared } from './contract-shared.ts'

const parts = {
  reading: contractOfReading,
  rows: contractOfRows,
  changes: contractOfChanges,
  registers: contractOfRegisters,
  erasing: contractOfErasing,
  data: contractOfData,
  shared: contractOfShared,
  corners: contractOfCorners,
}

/** A place that a store can be opened on again and again. Opening waits for nothing else than what was acknowledged. */
export interface Place {
  open(): Promise<Store>
}

/** What every store must do, however it keeps things: `place` makes a new empty one. */
export function storeContract(name: string, place: () => Place): void {
  for (const [part, tests] of Object.entries(parts)) {
    const test = suite(`${name}: ${part}`)
    tests(test, async (act) => {
      const here = place()
      let store = await here.open()
      const again = async () => {
        await store.close()
        store = await here.open()
        return store
      }
      try {
        await act(store, again)
      } finally {
        await store.close()
      }
    })
    test.run()
  }
}

/** Runs a test on a new store; `again` closes it and opens it on the same place. */
export type OnStore = (act: (store: Store, again: () => Promise<Store>) => Promise<void>) => Promise<void>

/** The store as it stands, and then opened again, as often as said. */
export async function* inTurn(store: Store, ...agains: (() => Promise<Store>)[]): AsyncIterable<Store> {
  yield store
  for (const again of agains) yield await again()
}
