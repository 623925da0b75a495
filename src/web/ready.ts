import type { Store } from '../store/store.ts'

/** How long the store may take to say that it can read and keep things. */
const patience = 2_000

const underWay = new WeakMap<Store, Promise<boolean>>()

/** Whether a store can read and keep things now, and says so in time. However many ask at once, it is asked once. */
export function isReady(store: Store): Promise<boolean> {
  const known = underWay.get(store)
  if (known) return known
  const asked = saysSo(store).finally(() => underWay.delete(store))
  underWay.set(store, asked)
  return asked
}

function saysSo(store: Store): Promise<boolean> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    late = setTimeout(() => resolve(false), patience)
  })
  const said = store.ready().then(
    () => true,
    () => false,
  )
  return Promise.race([said, tooLate]).finally(() => clearTimeout(late))
}
