import { html } from 'hono/html'
import { columnNames, neededColumns } from '../../src/exit/import-columns.ts'
import type { Import } from '../../src/people/registers.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf, say } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { number } from './labels.ts'
import { reportTabs } from './tabs.ts'

interface Shown {
  imports: Import[]
  names: Map<string, string>
  /** what is being checked */
  waiting?: { file: string }
  mostMiB: number
}

/** Where a table comes in, how it should look, and what was taken over so far. */
export function importPage(here: Here, shown: Shown, refusals: Refusal[]): Html {
  const i = here.t.importing
  const { waiting } = shown
  return layout(here, {
    title: i.title,
    refused: refusals.length > 0,
    wide: true,
    styles: ['import.css'],
    body: html`${reportTabs(here, 'import')}<h1>${i.title}</h1><p class="lead">${i.lead}</p>
${formOf(here, new URLSearchParams(), refusals).problems()}
${waiting ? html`<p class="notice">${fill(i.waiting, { file: waiting.file })} <a href="/report/import/check">${i.toWaiting}</a></p>` : ''}
<div class="columns"><div>${uploadForm(here, shown, refusals)}${pastList(here, shown)}</div><div>${howTo(here)}</div></div>`,
  })
}

function uploadForm(here: Here, { mostMiB }: Shown, refusals: Refusal[]): Html {
  const { importing: i, fields } = here.t
  const problem = refusals.find(({ field }) => field === 'table')
  return html`<section class="card" aria-labelledby="upload"><h2 id="upload">${i.upload}</h2>
<form method="post" action="/report/import" enctype="multipart/form-data"><div class="field${problem ? ' wrong' : ''}"><label for="table">${fields.table}</label>
<p class="hint" id="table-hint">${fill(i.uploadHint, { most: mostMiB })}</p>${problem ? html`<p class="problem" id="table-problem">${say(here, problem)}</p>` : ''}
<input type="file" id="table" name="table" accept=".csv,.txt,.tsv,.xlsx" aria-describedby="table-hint${problem ? ' table-problem' : ''}"${problem ? html` aria-invalid="true"` : ''}></div>
<button class="primary">${i.read}</button></form></section>`
}

function howTo(here: Here): Html {
  const i = here.t.importing
  const isNeeded = (name: string) => neededColumns.some((one) => one === name)
  return html`<section class="card" aria-labelledby="how"><h2 id="how">${i.how}</h2>
<ul class="how"><li>${i.howColumns}</li><li>${i.howNeeded}</li><li>${i.howCodes}</li><li>${i.howSurveys}</li><li>${i.howNot}</li></ul>
<dl class="column-names">${columnNames.map(
    (name) =>
      html`<div><dt translate="no">${isNeeded(name) ? html`<strong>${name}</strong>` : name}</dt><dd>${i.columns[name]}</dd></div>`,
  )}</dl>
<p class="acts"><a class="button" href="/report/import/template.csv" download>${i.template}</a>${
    here.may('see the codebook') ? html`<a href="/codebook">${i.codebook}</a>` : ''
  }</p></section>`
}

function pastList(here: Here, { imports, names }: Shown): Html {
  const i = here.t.importing
  const rows = imports.map(({ id, file, by, at, cases, takenBack }) => [
    html`<a href="/report/import/${id}" translate="no">${id}</a>`,
    shortMoment(here, at),
    file,
    names.get(by) ?? by,
    number(cases.length),
    takenBack ? i.takenBack : i.inForce,
  ])
  return html`<h2>${i.past}</h2>${stack(i.past, [i.id, [i.when, 'day'], i.file, i.who, [i.rows, 'number'], i.state], rows, i.noPast)}`
}
