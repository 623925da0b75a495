import type { CaseFile } from '../../src/casefile/casefile.ts'
import { newRecoveryKey } from '../../src/store/recovery-key.ts'
import type { Store } from '../../src/store/store.ts'
import { type Filled, filledCase, filledSession } from '../support/filled-case.ts'
import { aCase, aSession, cast, hill, now, river, room, settings } from '../support/samples.ts'
import { contentsOf, whole } from './backing-up.ts'
import { aGroup, erased, told } from './contract-erasing.ts'
import { all, saved } from './contract-reading.ts'
import { destruction } from './contract-registers.ts'

export const recovery = newRecoveryKey()
/** Restricted, and with everything in it that a case file can hold. */
const filled: Filled<CaseFile> = { ...filledCase, number: '2026-0012' }

/** Something of every kind, in an order that is nobody's alphabet; the highest number given is of a case that is gone. */
export async function fill(store: Store): Promise<void> {
  await aGroup(store)
  await told(store)
  await erased(store)
  await saved(store, (view) => {
    for (const person of cast) view.savePerson(person)
    for (const school of [river, hill]) view.saveSchool(school)
    for (const id of ['room-2', 'room-1']) view.saveRoom({ ...room, id })
    view.saveSettings({ ...settings, recovery: { publicKey: recovery.publicKey, at: now } })
    view.saveCase(filled as unknown as CaseFile)
    const attendees = filledSession.attendees.map((one, nth) => ({
      ...one,
      ...(nth === 0 && { caseNumber: '2026-0012' }),
    }))
    view.saveSession({ ...filledSession, attendees })
    view.saveSession(aSession({ id: '2026-11-18-02', startAt: '2026-11-19T05:00:00.000Z' }))
    view.saveSession(aSession({ id: '2026-11-18-01', startAt: '2026-11-20T05:00:00.000Z' }))
    for (let nth = 1; nth < 30; nth++) view.saveCase(aCase({ number: `2025-${String(nth).padStart(4, '0')}` }))
    view.saveEntry('tries', { id: 'x', failures: 1, at: now })
    view.saveEntry('destructions', destruction('2026-0040'))
    const edition = { survey: 'intake', version: 2, definition: { pages: [{ name: 'ctrl', key: { law1: 'right' } }] } }
    view.saveEntry('editions', { id: 'intake.v2', ...edition, by: 'seo', at: now, published: { by: 'seo', at: now } })
    view.saveVisit({ hash: 'v', personId: 'han', startedAt: now, seenAt: now })
  })
  // saved again it keeps its place
  await saved(store, (view) => view.savePerson({ ...cast[0]!, name: '한다른' }))
  for (const at of ['2026-10-31T10:00:00.000Z', now, '2026-10-31T11:00:00.000Z', '2026-12-01T00:00:00.000Z'])
    await store.log({ at, by: 'han', deed: 'open a case', decision: 'allowed', status: 200 })
}

/** All that a store shows, what one decision would be given, its log and how people are found among it. */
export async function shownBy(store: Store): Promise<string> {
  const entries = (['absences', 'messages', 'alarms', 'notices', 'destructions', 'editions'] as const).map((one) =>
    store.entries(one),
  )
  const given = await store.change(async (view) => ({
    ok: true,
    value: [await view.nextCaseNumber(2026), await view.nextSessionId('2026-11-16')],
  }))
  return JSON.stringify([
    await contentsOf(store),
    await Promise.all(entries),
    [await store.personByEmail('HAN@example.test'), await store.visitsOf('han'), await store.drafts('oh')],
    await store.entries('notices', { to: 'seo' }),
    [(await store.rows({ reader: 'bora' })).total, (await store.rows({ counsellorId: 'han' })).total],
    [await store.rows({ linkHash: filled.links[0]!.linkHash }), await store.rows({ name: filled.youth.name })],
    await store.behind('hill').sessionsOf('2026-0012'),
    given,
    await all(store.logged(...whole)),
  ])
}
