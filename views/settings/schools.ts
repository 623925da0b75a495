import { html } from 'hono/html'
import { codesOf, labelOf } from '../../src/codebook/codebook.ts'
import type { School } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { weekHoursFields } from '../parts/week-hours.ts'
import { daysFields, daysTable } from './days.ts'
import { settingsHead } from './head.ts'

type Form = ReturnType<typeof formOf>

export function schoolsPage(here: Here, schools: School[], typed: URLSearchParams, refusals: Refusal[]): Html {
  const t = here.t.settings
  const f = formOf(here, typed, refusals)
  const line = ({ id, name, level }: School) => [
    html`<a href="/settings/schools/${id}">${name}</a>`,
    labelOf('schoolLevel', level, here.lang),
  ]
  return layout(here, {
    title: t.tabs.schools,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'schools', t.tabs.schools)}<p class="lead">${t.schoolsLead}</p>${f.problems()}
${stack(t.tabs.schools, [here.t.fields.schoolName, here.t.fields.level], schools.map(line), t.noSchools)}
<form method="post" action="/settings/schools" class="card"><h2>${t.addSchool}</h2>${schoolFields(f)}<button class="primary">${t.add}</button></form>`,
  })
}

/** A school: what it is called, when its students are in lessons, and its weeks of examinations. */
export function schoolPage(here: Here, { id, name, exams = [] }: School, typed: URLSearchParams, refusals: Refusal[]) {
  const { settings: t, days: d } = here.t
  const f = formOf(here, typed, refusals)
  const at = `/settings/schools/${id}`
  return layout(here, {
    title: t.tabs.schools,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'schools', name)}${f.problems()}
<form method="post" action="${at}" class="card">${schoolFields(f)}<h2>${d.lessonsHead}</h2><p>${d.lessonsLead}</p>${weekHoursFields(f)}<button class="primary">${t.save}</button></form>
<section><h2>${d.examsHead}</h2><p>${d.examsLead}</p>${daysTable(here, exams, `${at}/exams/removal`, d.examsHead, d.noExams)}</section>
<form method="post" action="${at}/exams" class="card"><h2>${d.addExams}</h2>${daysFields(here, f)}<button>${t.add}</button></form>`,
  })
}

const schoolFields = (f: Form): Html =>
  html`<div class="pair">${f.text('schoolName')}${f.select('level', f.codes('schoolLevel', codesOf('schoolLevel')))}</div>`
