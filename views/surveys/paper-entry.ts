// Over 150 lines because it is one form: a control for each type of question.
import { html } from 'hono/html'
import { rowField } from '../../src/intake/paper-form.ts'
import type { Refusal } from '../../src/result.ts'
import type { PaperPage, PaperQuestion } from '../../src/surveys/on-paper.ts'
import type { Wave } from '../../src/surveys/waves.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf, say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { sheetPath } from './hand-out.ts'
import { forWhom, isWritten, offeredBy, questionsOn } from './paper-parts.ts'

interface Shown {
  number: string
  id: string
  wave: Wave
  survey: string
  version: number
  /** versions of the same survey that may stand on the paper instead */
  others: number[]
  pages: PaperPage[]
  typed: URLSearchParams
  refusals: Refusal[]
}

/** What somebody ticked and wrote on paper, in the order in which it stands there. What is blank there stays blank. */
export function paperEntryPage(here: Here, shown: Shown): Html {
  const { number, id, wave, survey, version, others, pages, typed, refusals } = shown
  const { surveys: s, paper: p } = here.t
  const f = formOf(here, typed, refusals)
  const path = `/cases/${number}/surveys/${id}/paper`
  return layout(here, {
    title: `${p.entryTitle} ${number}`,
    refused: refusals.length > 0,
    styles: ['handing-out.css'],
    wide: true,
    body: html`<div class="head"><h1>${p.entryTitle}</h1><a href="/cases/${number}/surveys">${s.backToList}</a></div>
<p class="lead">${s.names[wave]} · <span translate="no">${number}</span> · ${fill(s.version, { n: version })}</p>
${problems(here, shown)}
<p>${p.entryLead} <a href="${sheetPath(number, { survey, version })}">${s.printSheet}</a></p>
<p class="hint">${fill(p.whichVersion, { n: version })} ${others.map((n) => html`<a href="${path}?version=${n}">${fill(p.otherVersion, { n })}</a> `)}</p>
<form method="post" action="${path}" class="paper" novalidate>${f.hidden('paperVersion')}
<div class="card pair">${f.text('filledOn', { type: 'date' })}${f.radios('filledIn', Object.entries(p.langs))}</div>
${pages.map((page) => html`<section class="card"><h2>${page.title}</h2>${page.questions.map((one) => question(here, one, shown))}</section>`)}
<p>${p.afterEntry}</p><div class="acts"><button class="primary">${p.enter}</button></div></form>`,
  })
}

const problemAt = ({ refusals }: Shown, name: string): Refusal | undefined =>
  refusals.find(({ field }) => field === name)

function question(here: Here, one: PaperQuestion, shown: Shown): Html {
  const { no, name, title, rows } = one
  const problem = problemAt(shown, name)
  const whom = forWhom(here, one)
  const ids = [whom && `${name}-whom`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return html`<fieldset class="field${problem ? ' wrong' : ''}"${ids ? html` aria-describedby="${ids}"` : ''}><legend>${no}. ${title}</legend>
${whom ? html`<p class="hint" id="${name}-whom">${whom}</p>` : ''}${problem ? html`<p class="problem" id="${name}-problem">${say(here, problem)}</p>` : ''}
${isWritten(one) ? written(one, shown) : rows.length > 0 ? grid(here, one, shown) : boxes(here, one, shown)}</fieldset>`
}

const written = ({ no, name, title, type }: PaperQuestion, { typed }: Shown): Html =>
  type === 'comment'
    ? html`<textarea id="${name}" name="${name}" rows="3" aria-label="${no}. ${title}">${typed.get(name) ?? ''}</textarea>`
    : html`<input type="text" id="${name}" name="${name}" value="${typed.get(name) ?? ''}" aria-label="${no}. ${title}" autocomplete="off">`

/** Boxes to tick; among round ones only one holds, so that one of them says that the paper has none. */
function boxes(here: Here, one: PaperQuestion, { typed }: Shown): Html {
  const { name } = one
  const several = one.type === 'checkbox'
  const chosen = new Set(typed.getAll(name))
  const offered = [...offeredBy(here, one), ...(several ? [] : [{ value: '', text: here.t.paper.blank }])]
  const isChosen = (value: string) => chosen.has(value) || (value === '' && chosen.size === 0)
  return html`<div class="choices">${offered.map(
    ({ value, text }, at) =>
      html`<label class="choice${value === '' ? ' blank' : ''}"><input type="${several ? 'checkbox' : 'radio'}" name="${name}" value="${value}"${at === 0 ? html` id="${name}"` : ''}${isChosen(value) ? html` checked` : ''}> <span>${text}</span></label>`,
  )}</div>`
}

/** A row of round boxes for each item, as on the paper; on a phone each item becomes a block. */
function grid(here: Here, one: PaperQuestion, shown: Shown): Html {
  const { name, title } = one
  const columns = [...one.offered, { value: '', text: here.t.paper.blank }]
  const head = (value: string) => `${name}-at-${value}`
  return html`<table class="grid"><caption class="unseen">${title}</caption><thead><tr><td></td>${columns.map(({ value, text }) => html`<th scope="col" id="${head(value)}">${text}</th>`)}</tr></thead>
<tbody>${one.rows.map(({ value, text }) => {
    const field = rowField(name, value)
    const problem = problemAt(shown, field)
    const chosen = shown.typed.get(field) ?? ''
    return html`<tr class="${problem ? 'wrong' : ''}"><th scope="row"><span id="${field}-row">${text}</span>${problem ? html`<span class="problem">${say(here, problem)}</span>` : ''}</th>${columns.map(
      (column, at) =>
        html`<td><label><input type="radio" name="${field}" value="${column.value}"${at === 0 ? html` id="${field}"` : ''} aria-labelledby="${field}-row ${head(column.value)}"${chosen === column.value ? html` checked` : ''}> <span class="at">${column.text}</span></label></td>`,
    )}</tr>`
  })}</tbody></table>`
}

/** Everything that is wrong, each a link to its field, by the number of its question. */
function problems(here: Here, { pages, refusals }: Shown): Html {
  if (refusals.length === 0) return html``
  const { t } = here
  const labels = new Map<string, string>([
    ['filledOn', t.fields.filledOn],
    ['filledIn', t.fields.filledIn],
    ...questionsOn(pages).flatMap(({ no, name, title, rows }): [string, string][] => [
      [name, `${no}. ${title}`],
      ...rows.map(({ value, text }): [string, string] => [rowField(name, value), `${no}. ${text}`]),
    ]),
  ])
  const line = (refusal: Refusal) => {
    const label = labels.get(refusal.field ?? '')
    return label
      ? html`<li><a href="#${refusal.field}">${label}: ${say(here, refusal)}</a></li>`
      : html`<li>${say(here, refusal)}</li>`
  }
  return html`<div class="problems" role="alert" tabindex="-1" autofocus><h2>${t.shared.problems}</h2><ul>${refusals.map(line)}</ul></div>`
}
