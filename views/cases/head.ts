import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { closingOf } from '../../src/casefile/questions.ts'
import { ageOn, dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'

export type CaseTab = 'overview' | 'consents' | 'intake' | 'plan' | 'surveys' | 'sessions' | 'closing'

const paths: Record<CaseTab, string> = {
  ...{
    overview: '',
    consents: '/consents',
    intake: '/interview',
    plan: '/plan',
    surveys: '/surveys',
    sessions: '/sessions',
  },
  closing: '/closing',
}

/** The head of every page of one case: whose it is, and the way to its other pages. */
export function caseHead(here: Here, { number, youth, ...caseFile }: CaseFile, tab: CaseTab): Html {
  const c = here.t.cases
  const age = ageOn(youth.birthDate, dayOf(here.now))
  const closed = closingOf({ number, youth, ...caseFile })
  return html`<div class="case-head"><h1>${youth.name} <small>${fill(here.t.shared.years, { n: age })} · ${c.number} <span translate="no">${number}</span>${closed ? html` · <span class="mark-stage" data-stage="closed">${here.t.shared.stages.closed}</span>` : ''}</small></h1>
<nav class="tabs" aria-label="${c.pages}"><ul>${Object.entries(paths).map(
    ([name, path]) =>
      html`<li><a href="/cases/${number}${path}"${name === tab ? html` aria-current="page"` : ''}>${c.tabs[name as CaseTab]}</a></li>`,
  )}</ul></nav></div>`
}
