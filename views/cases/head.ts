import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { closingOf } from '../../src/casefile/questions.ts'
import type { Deed } from '../../src/people/may.ts'
import { ageOn, dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'
import { glassBanner } from './glass.ts'

export type CaseTab = keyof Here['t']['cases']['tabs']

const tabs: [name: CaseTab, path: string, deed: Deed][] = [
  ['overview', '', 'see a case'],
  ['consents', '/consents', 'see consents'],
  ['intake', '/interview', 'interview a youth'],
  ['plan', '/plan', 'plan the sessions'],
  ['surveys', '/surveys', 'read survey answers'],
  ['sessions', '/sessions', 'see a session'],
  ['reminders', '/reminders', 'settle the reminders'],
  ['closing', '/closing', 'close a case'],
  ['openings', '/openings', 'see who opened a case'],
]

/** The head of every page of one case: whose it is, who else may see it, and the way to its other pages. */
export function caseHead(here: Here, caseFile: CaseFile, tab: CaseTab): Html {
  const { number, youth, restricted, imported } = caseFile
  const c = here.t.cases
  const age = ageOn(youth.birthDate, dayOf(here.now))
  const closed = closingOf(caseFile)
  return html`<div class="case-head">${glassBanner(here, caseFile)}<h1>${youth.name} <small>${fill(here.t.shared.years, { n: age })} · ${c.number} <span translate="no">${number}</span>${closed ? html` · <span class="mark-stage" data-stage="closed">${here.t.shared.stages.closed}</span>` : ''}${imported ? html` · <span class="mark">${here.t.importing.mark}</span>` : ''}${restricted ? html` · <span class="mark care">${here.t.access.restrictedMark}</span>` : ''}</small></h1>
<nav class="tabs" aria-label="${c.pages}"><ul>${tabs
    .filter(([, , deed]) => here.may(deed))
    .map(
      ([name, path]) =>
        html`<li><a href="/cases/${number}${path}"${name === tab ? html` aria-current="page"` : ''}>${c.tabs[name]}</a></li>`,
    )}</ul></nav></div>`
}
