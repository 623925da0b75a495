import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { DutyToReport } from '../../src/casefile/course.ts'
import { owedReportsOf } from '../../src/casefile/questions.ts'
import { laws } from '../../src/casefile/report.ts'
import type { Person } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { caseHead } from './head.ts'

interface Shown {
  caseFile: CaseFile
  names: ReadonlyMap<string, string>
}

/** On the case's own page, above all else: a report is owed, and where it is recorded. */
export function owedNote(here: Here, caseFile: CaseFile): Html {
  const d = here.t.duties
  const owed = owedReportsOf(caseFile)
  if (owed.length === 0 || !here.may('see duties to report')) return html``
  return html`<section class="warning pressing"><h2>${d.owedTitle}</h2><p>${d.owedLead}</p><ul>${owed.map(
    (one) =>
      html`<li>${here.t.sessions.laws[one.law]} · ${d.learned}: ${shortMoment(here, one.learnedAt)} <a class="button small" href="/cases/${caseFile.number}/reports/${one.id}">${d.settle}</a></li>`,
  )}</ul></section>`
}

/** What the law asks, the duties that came up in this case, and putting one down by hand. */
export function reportsPage(
  here: Here,
  shown: Shown & { people: Person[] },
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const { caseFile, people } = shown
  const d = here.t.duties
  const f = formOf(here, typed, refusals)
  const path = `/cases/${caseFile.number}/reports`
  const reports = (caseFile.reports ?? []).toReversed()
  return layout(here, {
    title: `${d.title} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'overview')}<h2>${d.title}</h2>
${f.problems()}
${reports.length > 0 ? html`<section class="card"><h3>${d.list}</h3><ul class="history">${reports.map((one) => reportLine(here, shown, one, path))}</ul></section>` : html`<p class="nothing">${d.none}</p>`}
${lawCard(here)}
<details class="card"${refusals.length > 0 ? html` open` : ''}><summary>${d.noteTitle}</summary><form method="post" action="${path}" class="long"><p class="hint">${d.noteLead}</p>
${f.radios(
  'law',
  laws.map((law) => [law, here.t.sessions.laws[law]]),
)}
<div class="pair">${f.text('learnedOn', { type: 'date' })}${f.text('learnedTime', { type: 'time' })}
${f.select(
  'learnedBy',
  people.map(({ id, name }) => [id, name]),
)}</div>
<button class="primary">${d.noteButton}</button></form></details>`,
  })
}

const lawCard = ({ t: { duties: d } }: Here): Html =>
  html`<section class="card"><h3>${d.lawTitle}</h3><ul>${d.lawText.map((line) => html`<li>${line}</li>`)}</ul></section>`

function stateMark({ t: { duties: d } }: Here, { told, notOwed }: DutyToReport): Html {
  if (told) return html`<span class="mark good">${d.told}</span>`
  return notOwed ? html`<span class="mark">${d.notOwed}</span>` : html`<span class="mark bad">${d.owed}</span>`
}

function reportLine(here: Here, { names }: Shown, duty: DutyToReport, path: string): Html {
  const d = here.t.duties
  const open = !duty.told && !duty.notOwed
  const who = names.get(duty.learnedBy) ?? duty.learnedBy
  return html`<li>${stateMark(here, duty)} ${here.t.sessions.laws[duty.law]} <small>${fill(d.learnedBy, { who, when: shortMoment(here, duty.learnedAt) })}</small> <a${open ? html` class="button small"` : ''} href="${path}/${duty.id}">${open ? d.settle : d.look}<span class="unseen"> ${duty.id}</span></a></li>`
}

/** One duty: when it came to be known and by whom, and recording what became of it. */
export function dutyPage(
  here: Here,
  shown: Shown & { duty: DutyToReport },
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const { caseFile, duty, names } = shown
  const d = here.t.duties
  const f = formOf(here, typed, refusals)
  const path = `/cases/${caseFile.number}/reports`
  const open = !duty.told && !duty.notOwed
  const signed = ({ by, at }: { by: string; at: string }) =>
    fill(here.t.shared.by, { who: names.get(by) ?? by, when: shortMoment(here, at) })
  return layout(here, {
    title: `${d.title} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'overview')}<div class="head"><h2>${d.title} ${stateMark(here, duty)}</h2><a href="${path}">${d.toAll}</a></div>
${f.problems()}
<section class="card">${factList([
      [here.t.fields.law, here.t.sessions.laws[duty.law]],
      [d.learned, shortMoment(here, duty.learnedAt)],
      [here.t.fields.learnedBy, names.get(duty.learnedBy) ?? duty.learnedBy],
      [here.t.fields.toldWhom, duty.told?.whom],
      [d.told, duty.told && shortMoment(here, duty.told.toldAt)],
      [here.t.fields.reference, duty.told?.reference],
      [d.notOwed, duty.notOwed?.why],
      [d.recorded, signed(duty.told ?? duty.notOwed ?? duty)],
    ])}</section>
${open ? html`${lawCard(here)}${tellForm(here, `${path}/${duty.id}`, f)}${here.may('find a report not owed') ? findForm(here, `${path}/${duty.id}`, f, typed.has('why')) : ''}` : ''}`,
  })
}

type Form = ReturnType<typeof formOf>

const tellForm = (here: Here, path: string, f: Form): Html =>
  html`<form method="post" action="${path}/telling" class="card long"><h3>${here.t.duties.tellTitle}</h3>
${f.text('toldWhom', { hint: here.t.duties.whomHint })}
<div class="pair">${f.text('toldOn', { type: 'date' })}${f.text('toldTime', { type: 'time' })}</div>
${f.text('reference', { optional: true })}
<button class="primary">${here.t.duties.tellButton}</button></form>`

const findForm = (here: Here, path: string, f: Form, sent: boolean): Html =>
  html`<details class="card"${sent ? html` open` : ''}><summary>${here.t.duties.findTitle}</summary><form method="post" action="${path}/finding" class="long"><p class="hint">${here.t.duties.findLead}</p>
${f.area('why', { rows: 3 })}
<button>${here.t.duties.findButton}</button></form></details>`
