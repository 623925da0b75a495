import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { type LogLine, lineTable, type Paged, type People, pager, whoIn } from '../log/lines.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { caseHead } from './head.ts'

interface Shown {
  caseFile: CaseFile
  months: number
  /** how many months back one may choose to look */
  periods: number[]
  /** the reader's own are left out */
  others: boolean
  lines: Paged<LogLine>
  people: People
}

/** Who opened this case: when, from where, what they did; and above all who opened it in an emergency, and why. */
export function openingsPage(here: Here, shown: Shown): Html {
  const { caseFile, months, periods, others, lines, people } = shown
  const a = here.t.access
  const path = `/cases/${caseFile.number}/openings`
  const asked = new URLSearchParams({ months: String(months), ...(others && { who: 'others' }) })
  return layout(here, {
    title: `${a.openingsTitle} ${caseFile.number}`,
    wide: true,
    body: html`${caseHead(here, caseFile, 'openings')}<h2>${a.openingsTitle}</h2><p>${a.openingsLead}</p>
${emergencies(here, caseFile, people)}
<form method="get" action="${path}" class="inline"><label for="months">${a.period}</label><select id="months" name="months">${periods.map(
      (n) => html`<option value="${n}"${n === months ? html` selected` : ''}>${fill(a.monthsBack, { n })}</option>`,
    )}</select>
<label class="choice"><input type="checkbox" name="who" value="others"${others ? html` checked` : ''}> <span>${a.othersOnly}</span></label><button class="small">${a.show}</button></form>
${lineTable(here, a.openingsTitle, lines.items, people)}
${pager(here, path, asked, lines)}`,
  })
}

function emergencies(here: Here, { openings }: CaseFile, people: People): Html {
  const a = here.t.access
  if (openings.length === 0) return html``
  return html`<section class="card"><h2>${a.emergencies}</h2><ul class="history">${openings.toReversed().map(
    ({ by, at, until, why }) =>
      html`<li><strong>${whoIn(here, people, { by })}</strong> ${shortMoment(here, at)}–${timeOf(until)}
${why}</li>`,
  )}</ul></section>`
}
