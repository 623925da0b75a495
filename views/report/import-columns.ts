import { html } from 'hono/html'
import { type Column, columnNames, leftOut, type Target, waveIn } from '../../src/exit/import-columns.ts'
import { columnField, targets } from '../../src/exit/import-form.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { say } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import type { ShownCheck } from './import-check.ts'

/** With more columns to choose for than this, each offers no survey questions: the page would not end. */
const mostWithItems = 40

/** The columns that nobody could tell, or that stand there twice, each with what it may stand for. */
export function columnForm(here: Here, shown: ShownCheck, typed: URLSearchParams, refusals: Refusal[]): Html {
  const i = here.t.importing
  const { columns } = shown.result
  const open = columns.flatMap(({ target }, at) =>
    !target || (target !== leftOut && columns.findIndex((one) => one.target === target) < at) ? [at] : [],
  )
  if (open.length === 0) return html``
  const free = targets.filter((target) => !columns.some((one) => one.target === target))
  const offered = open.length > mostWithItems ? free.filter((target) => !waveIn(target)) : free
  return html`<section class="card" aria-labelledby="columns"><h2 id="columns">${i.columnsTitle}</h2><p>${i.columnsLead}</p>
${open.length > mostWithItems ? html`<p>${i.tooManyColumns}</p>` : ''}
<form method="post" action="/report/import/columns"><div class="column-choices">${open.map((at) => choice(here, shown, at, offered, typed, refusals))}</div>
<button class="primary">${i.match}</button></form></section>`
}

function choice(
  here: Here,
  { result, table }: ShownCheck,
  at: number,
  offered: Target[],
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const i = here.t.importing
  const name = columnField(at)
  const problem = refusals.find(({ field }) => field === name)
  const examples = table
    .slice(1)
    .map((row) => row[at]?.trim() ?? '')
    .filter(Boolean)
    .slice(0, 2)
  const hint =
    examples.length > 0 ? fill(i.example, { values: examples.map((one) => one.slice(0, 30)).join(', ') }) : ''
  const option = (value: string, label: string) =>
    html`<option value="${value}"${typed.get(name) === value ? html` selected` : ''}>${label}</option>`
  const group = (label: string, values: string[], said: (value: string) => string) =>
    values.length === 0
      ? ''
      : html`<optgroup label="${label}">${values.map((value) => option(value, said(value)))}</optgroup>`
  const items = (wave: string) => offered.filter((target) => waveIn(target) === wave)
  const facts = columnNames.filter((one) => offered.includes(one))
  return html`<div class="field${problem ? ' wrong' : ''}"><label for="${name}"><span translate="no">${result.columns[at]?.head || `(${at + 1})`}</span></label>
${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}${problem ? html`<p class="problem">${say(here, problem)}</p>` : ''}
<select id="${name}" name="${name}"${hint ? html` aria-describedby="${name}-hint"` : ''}>${option('', here.t.shared.choose)}${option(leftOut, i.leaveOut)}${group(
    i.ofCase,
    facts,
    (value) => `${i.columns[value as keyof typeof i.columns]} (${value})`,
  )}${group(i.ofIntake, items('intake'), (value) => value)}${group(i.ofExit, items('exit'), (value) => value)}</select></div>`
}

/** What each column was taken for. */
export function matchedList(here: Here, columns: Column[]): Html {
  const i = here.t.importing
  const said = columns.flatMap(({ head, target }) =>
    target ? [[head, meaning(here, target)] as [string, string]] : [],
  )
  if (said.length === 0) return html``
  const title = fill(i.matched, { n: said.length })
  return html`<details class="card"><summary>${title}</summary>${stack(
    title,
    [i.fileColumn, i.means],
    said.map(([head, means]) => [html`<span translate="no">${head}</span>`, means]),
    '',
  )}</details>`
}

function meaning({ t: { importing: i } }: Here, target: Target): string {
  if (target === leftOut) return i.leaveOut
  return target in i.columns ? `${i.columns[target as keyof typeof i.columns]} (${target})` : target
}
