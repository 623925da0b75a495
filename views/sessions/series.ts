import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Room, School } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Course } from '../../src/sessions/series-course.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf, say } from '../parts/form.ts'
import { waysOutCard } from './series-out.ts'
import { courseProblems, courseTable, wishAsSent } from './series-rows.ts'
import { courseSum, passedOver } from './series-sum.ts'
import { wishForm } from './series-wish.ts'

type Option = [value: string, label: string]

export interface SeriesShown {
  caseFile: CaseFile
  /** why this youth cannot be met at all now */
  shut: Refusal[]
  people: ReadonlyMap<string, string>
  /** that the youth attends */
  school?: School
  rooms: Room[]
  /** empty when the asker may not choose */
  counsellors: Option[]
  /** other cases that may join a group */
  others: Option[]
  /** all of the plan is held or booked */
  nothingLeft?: boolean
  course?: Course
}

/** A course of sessions: what is wanted, and below it the dates, each to be changed, with what is in its way. */
export function seriesPage(here: Here, shown: SeriesShown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const s = here.t.series
  const { caseFile, shut, course } = shown
  const { number } = caseFile
  const f = formOf(here, course ? course.fields : typed, refusals)
  const list = `/cases/${number}/sessions`
  return layout(here, {
    title: `${s.title} ${number}`,
    wide: true,
    refused: refusals.length > 0,
    styles: ['sessions.css', 'series.css'],
    body: html`${caseHead(here, caseFile, 'sessions')}<div class="head"><h2>${s.title}</h2><a href="${list}">${here.t.sessions.toList}</a></div>
${
  shut.length > 0
    ? html`<p class="notice">${shut.map((refusal) => say(here, refusal)).join(' ')}</p>`
    : html`${courseProblems(here, refusals)}<p class="lead">${s.lead}</p>
${caseFile.plan ? '' : html`<p class="notice">${s.noPlan} <a href="/cases/${number}/plan">${s.toPlan}</a></p>`}
${shown.nothingLeft ? html`<p class="notice">${s.nothingLeft}</p>` : ''}
${wishForm(here, shown, f)}
${course ? courseForm(here, shown, course) : ''}`
}`,
  })
}

/** The dates; while they are changed, what is in their way is looked up again. */
function courseForm(here: Here, shown: SeriesShown, course: Course): Html {
  const s = here.t.series
  const path = `/cases/${shown.caseFile.number}/sessions/series`
  return html`${waysOutCard(here, shown, course)}
<form method="post" action="${path}" class="card" aria-labelledby="dates">${wishAsSent(course)}
<div class="head"><h3 id="dates">${s.datesTitle}</h3><button formaction="${path}/preview">${s.again}</button></div>
<div id="course" hx-post="${path}/preview" hx-trigger="change from:'closest form' delay:200ms" hx-sync="this:replace" hx-target="this" hx-select="#course" hx-swap="outerMorph">
${courseSum(here, course)}
<p class="hint">${s.datesLead}</p>
${courseTable(here, course, shown)}</div>
<div class="acts"><button class="primary">${s.bookAll}</button><span class="hint">${s.allOrNone}</span></div>
${passedOver(here, course)}</form>`
}
