import { AsyncLocalStorage } from 'node:async_hooks'
import { refused } from '../../src/result.ts'
import type { Store, View } from '../../src/store/store.ts'

/** Set while a decision runs. */
const deciding = new AsyncLocalStorage<true>()

/**
 * The same store, which decides each change twice: once for nothing, as when it met another change and was undone, and
 * then for good. Whatever a decision does besides deciding shows. A decision that asks the store itself, and not what
 * it is given, would read what may be older, on a second connection, of which there may be none left: it fails.
 */
export function twice(store: Store): Store {
  const once = store.change.bind(store)
  let change: Store['change'] = async (decide) => {
    const alone = (view: View) => deciding.run(true, async () => decide(view))
    await once(async (view) => {
      await alone(view)
      return refused({ reason: 'changed-meanwhile' })
    }).catch(() => undefined)
    return once(alone)
  }
  return new Proxy(store, {
    // some tests watch what is changed
    set(target, name, value) {
      if (name !== 'change') return Reflect.set(target, name, value)
      change = value
      return true
    },
    get(target, name) {
      if (deciding.getStore() && name !== 'secret') throw new Error(`a decision asked the store: ${String(name)}`)
      if (name === 'change') return change
      if (name === 'behind') return (schoolId: string) => twice(target.behind(schoolId))
      const value = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
