import * as assert from 'uvu/assert'
import type { Store } from '../../src/store/store.ts'
import { closedWith, days, places, stampOf } from './plug-child.ts'

/** The stamps that a store holds, by place; fails when one is there in part. */
export async function stampsIn(store: Store): Promise<Map<string, number>> {
  const stamps = new Map<string, number>()
  for (let at = 1; at <= places; at++) {
    for (const day of days) stamps.set(`${day}-0${at}`, stampOf(await store.session(`${day}-0${at}`)))
    const closed = closedWith(await store.caseFile(`2026-000${at}`))
    assert.is(stampOf(await store.session(`2026-12-0${1 + at}-01`)), closed, `2026-000${at} and its session are torn`)
    stamps.set(`2026-000${at}`, closed)
  }
  return stamps
}
