import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { School } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { weekHoursFields } from '../parts/week-hours.ts'
import { fill } from '../words.ts'
import { weekOf } from './parts.ts'

interface FreeTimesShown {
  caseFile: CaseFile
  /** that the youth attends */
  school?: School
  people: ReadonlyMap<string, string>
}

/** When the youth can come, by day of the week. */
export function freeTimesPage(
  here: Here,
  { caseFile, school, people }: FreeTimesShown,
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const { t } = here
  const s = t.series
  const { number, freeTimes } = caseFile
  const f = formOf(here, typed, refusals)
  const path = `/cases/${number}/sessions`
  return layout(here, {
    title: `${s.freeTitle} ${number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'sessions')}<div class="head"><h2>${s.freeTitle}</h2><a href="${path}/plan">${s.back}</a></div>${f.problems()}
<p>${s.freeLead}</p>
${school?.lessons ? html`<p class="hint">${s.lessons}: ${weekOf(here, school.lessons)}</p>` : ''}
<form method="post" action="${path}/free-times" class="card">${weekHoursFields(f)}<button class="primary">${s.saveFree}</button></form>
${freeTimes ? html`<p class="hint">${fill(t.shared.by, { who: people.get(freeTimes.by) ?? freeTimes.by, when: shortMoment(here, freeTimes.at) })}</p>` : ''}`,
  })
}
