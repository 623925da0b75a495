import { html } from 'hono/html'
import type { Row, Stage } from '../../src/casefile/row.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { type Column, stack, stageMark } from '../parts/lists.ts'
import { fill } from '../words.ts'

interface Shown {
  rows: Row[]
  total: number
  page: number
  perPage: number
  asked: URLSearchParams
  names: Map<string, string>
  stages: Stage[]
}

/** Case files as rows: whose they are, where they stand, what comes next. */
export function caseListPage(here: Here, shown: Shown): Html {
  const { rows, total, page, perPage, asked, names, stages } = shown
  const { t } = here
  const c = t.cases
  const today = dayOf(here.now)
  const line = (row: Row) => [
    html`<a href="/cases/${row.number}" translate="no">${row.number}</a>`,
    html`<a href="/cases/${row.number}">${row.name}</a>`,
    stageMark(here, row.stage),
    names.get(row.counsellorId ?? '') ?? '–',
    row.referredOn,
    html`${row.dueOn ?? '–'}${row.dueOn && row.dueOn < today && row.stage !== 'closed' ? html` <span class="mark bad">${c.overdue}</span>` : ''}`,
    fill(c.progressOf, { held: row.held, planned: row.planned ?? '–' }),
    nextOf(here, row),
    row.openConcerns > 0 ? html`<span class="mark care">${row.openConcerns}</span>` : '',
  ]
  const heads: Column[] = [
    ...[c.number, c.youth, c.stage, c.counsellor],
    [c.referredOn, 'day'],
    [c.due, 'day'],
    [c.progress, 'number'],
    [c.next, 'day'],
    c.concerns,
  ]
  return layout(here, {
    title: c.listTitle,
    wide: true,
    body: html`<div class="head"><h1>${c.listTitle}</h1><div class="row"><a href="/notes">${t.notes.toList}</a>${here.may('assign a case') ? html`<a href="/cases/reassignment">${t.absences.toReassign}</a>` : ''}</div></div>
<form method="post" action="/cases/search" class="filter" role="search" hx-post="/cases/search" hx-trigger="submit, input delay:300ms, change" hx-sync="this:replace" hx-target="#found" hx-select="#found" hx-swap="outerHTML">
<div class="field"><label for="text">${c.search}</label><input id="text" name="text" type="search" value="${asked.get('text') ?? ''}" autocomplete="off"></div>
<div class="field"><label for="stage">${c.stage}</label><select id="stage" name="stage"><option value="">${c.allStages}</option>${stages.map(
      (stage) =>
        html`<option value="${stage}"${asked.get('stage') === stage ? html` selected` : ''}>${t.shared.stages[stage]}</option>`,
    )}</select></div>
<div class="field"><label for="whose">${c.counsellor}</label><select id="whose" name="whose">${whose(here).map(
      (one) =>
        html`<option value="${one}"${asked.get('whose') === one ? html` selected` : ''}>${c.whose[one]}</option>`,
    )}</select></div>
<button>${c.find}</button></form>
<div id="found" aria-live="polite"><p><small>${fill(c.found, { n: total })}</small></p>
${stack(c.listTitle, heads, rows.map(line), c.empty)}${pages(here, shown, Math.ceil(total / perPage), page)}</div>
${here.may('break the glass') ? html`<p><a href="/break-glass">${t.access.toGlass}</a></p>` : ''}`,
  })
}

/** The first is what is shown at first. Whoever does not see every case may stand in for a colleague. */
const whose = ({ may }: Here): ('all' | 'mine' | 'covering')[] =>
  may('see every case') ? ['all', 'mine'] : ['mine', 'covering']

function nextOf(here: Here, { bookedAt, stage }: Row): Html | string {
  const next = bookedAt.find((at) => at >= here.now)
  return next && stage !== 'closed' ? shortMoment(here, next) : '–'
}

/** Turning pages is a form too: what was searched for goes along without standing in the address. */
function pages(here: Here, { asked }: Shown, last: number, page: number): Html {
  if (last <= 1) return html``
  const keep = ['text', 'stage', 'whose'].map(
    (name) => html`<input type="hidden" name="${name}" value="${asked.get(name) ?? ''}">`,
  )
  const turn = (to: number, label: string) =>
    to < 1 || to > last ? '' : html`<button name="page" value="${to}">${label}</button>`
  return html`<form method="post" action="/cases/search" class="acts">${keep}${turn(page - 1, here.t.shared.previous)}<span>${fill(here.t.shared.page, { n: page, all: last })}</span>${turn(page + 1, here.t.shared.next)}</form>`
}
