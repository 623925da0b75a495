import { editionPage } from '../../views/surveys/edition.ts'
import { countsOf } from '../intake/edition-counts.ts'
import type { Edition } from '../people/registers.ts'
import type { Refusal, Result } from '../result.ts'
import type { Reader } from '../store/store.ts'
import type { Facts } from '../surveys/edition.ts'
import { type Fault, faultsOf } from '../surveys/faults.ts'
import { shelfOf } from '../surveys/shelf.ts'
import { type Version, versionBefore, versionsOf } from '../surveys/versions.ts'
import { refusalPage, show } from './pages.ts'
import { namesIn } from './people.ts'
import type { Ask } from './site.ts'

/** Every version of every survey, drafts too. */
export const versionsIn = async (from: Pick<Reader, 'entries'>): Promise<Version[]> =>
  versionsOf(await from.entries('editions'))

/** The version that a path names, `intake.v1`. */
export const versionIn = async (c: Ask): Promise<Version | undefined> =>
  (await versionsIn(c.var.store)).find(({ id }) => id === c.req.param('id'))

/** How often each version was handed out and answered. */
export const countsIn = async (from: Pick<Reader, 'rows'>): Promise<ReturnType<typeof countsOf>> =>
  countsOf((await from.rows({})).rows)

/** Reads what the centre added anew, lets a rule decide, saves what it made of it. */
export const changeEdition = (
  c: Ask,
  rule: (facts: Facts & { edition?: Edition }) => Result<Edition>,
): Promise<Result<Edition>> =>
  c.var.store.change(async (view) => {
    const editions = await view.entries('editions')
    const edition = editions.find(({ id }) => id === c.req.param('id'))
    const changed = rule({ editions, shelf: shelfOf(editions), edition })
    if (changed.ok) view.saveEntry('editions', changed.value)
    return changed
  })

/** The page of one version; with refusals, of a draft with which something could not be done. */
export async function showEdition(
  c: Ask,
  refusals: Refusal[] = [],
  faults?: Fault[],
  typed: URLSearchParams = new URLSearchParams(),
): Promise<Response> {
  const { store, here } = c.var
  const versions = await versionsIn(store)
  const version = versions.find(({ id }) => id === c.req.param('id'))
  if (!version) return refusalPage(c, 'not-found')
  const shown = {
    version,
    before: versionBefore(versions, version),
    count: (await countsIn(store)).get(version.id) ?? { handed: 0, answered: 0 },
    names: await namesIn(store),
    // rules may have become stricter since it was saved
    faults: faults ?? (version.state === 'draft' ? faultsOf(version.definition) : []),
  }
  return show(c, editionPage(here, shown, typed, refusals), refusals)
}
