import type { CaseFile } from '../casefile/casefile.ts'
import { alarmsOf, toldOf } from '../casefile/concern.ts'
import { noticeTo } from '../people/notice.ts'
import type { View } from '../store/store.ts'
import { signatureOf } from './pages.ts'
import { leadsIn } from './people.ts'
import type { Ask } from './site.ts'

/**
 * Tells leads and the case's counsellor, in the same change, of what a change of a case makes urgent. Whoever raised a
 * concern knows of it; a duty to report is put before everyone, since it is done with only when it is recorded.
 */
export async function tellOfAlarms(c: Ask, view: View, before: CaseFile, after: CaseFile): Promise<void> {
  const signature = signatureOf(c)
  const alarms = alarmsOf(before, after)
  if (alarms.length === 0) return
  const leads = (await leadsIn(view)).map(({ id }) => id)
  for (const to of toldOf(after, leads, signature.at))
    for (const what of alarms)
      if (what === 'duty-to-report' || to !== signature.by)
        view.saveEntry('notices', noticeTo(to, what, signature, { caseNumber: after.number }))
}
