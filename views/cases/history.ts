import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'

/** how much of the history stands open */
const latest = 8

/** What was done on a case, the newest first; what is older is folded away. */
export function historyCard(here: Here, { journal }: CaseFile, names: Map<string, string>): Html {
  const c = here.t.cases
  const lines = journal
    .toReversed()
    .map(
      ({ deed, by, at }) =>
        html`<li>${c.deeds[deed]} <small>${nameOf(here, names, by)} · ${shortMoment(here, at)}</small></li>`,
    )
  const earlier = lines.slice(latest)
  return html`<section class="card"><h2>${c.timeline}</h2><ol class="history" reversed>${lines.slice(0, latest)}</ol>${
    earlier.length > 0
      ? html`<details><summary>${fill(c.earlier, { n: earlier.length })}</summary><ol class="history" reversed>${earlier}</ol></details>`
      : ''
  }</section>`
}

/** Youths and guardians have no account: what came by their link is signed with what they are. */
const nameOf = ({ t }: Here, names: Map<string, string>, by: string): string =>
  ({ youth: t.cases.byYouth, guardian: t.cases.byGuardian })[by] ?? names.get(by) ?? by
