import { html } from 'hono/html'
import type { Found, ImportFault, ImportNote } from '../../src/exit/import-fault.ts'
import type { Here, Html } from '../here.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { number } from './labels.ts'

/** More than anyone mends at one sitting; all of them are counted. */
const mostShown = 500

/** Everything that is wrong with a table, by row and column, with what to do; the kinds of it counted on top. */
export function importFaultTable(here: Here, faults: Found[]): Html {
  const i = here.t.importing
  const title = fill(i.faultsTitle, { n: number(faults.length) })
  const kinds = new Map<ImportFault, number>()
  for (const { what } of faults) kinds.set(what, (kinds.get(what) ?? 0) + 1)
  return html`<section class="card import-faults" aria-labelledby="faults"><h2 id="faults">${title}</h2><p>${i.faultsLead}</p>
${kinds.size > 1 && faults.length > 20 ? kindList(here, kinds) : ''}
${faults.length > mostShown ? html`<p>${fill(i.firstOf, { n: number(faults.length), most: mostShown })}</p>` : ''}
${lines(here, i.problems, faults, i.faults)}</section>`
}

export function importNoteTable(here: Here, notes: Found<ImportNote>[]): Html {
  const i = here.t.importing
  const title = fill(i.notesTitle, { n: number(notes.length) })
  return html`<details class="card"><summary>${title}</summary><p>${i.notesLead}</p>${
    notes.length > mostShown ? html`<p>${fill(i.firstOf, { n: number(notes.length), most: mostShown })}</p>` : ''
  }${lines(here, i.notesList, notes, i.notes)}</details>`
}

const kindList = ({ t: { importing: i } }: Here, kinds: Map<ImportFault, number>): Html =>
  html`<details><summary>${i.byKind}</summary><ul>${[...kinds]
    .sort((a, b) => b[1] - a[1])
    .map(([what, n]) => html`<li><strong>${number(n)}</strong> ${fill(i.faults[what], blanks)}</li>`)}</ul></details>`

/** Of a kind no single value is named. */
const blanks = { what: '…', most: '…', least: '…', age: '…', first: '…', n: '…' }

function lines<What extends string>(
  here: Here,
  title: string,
  found: Found<What>[],
  words: Record<What, string>,
): Html {
  const i = here.t.importing
  const rows = found
    .slice(0, mostShown)
    .map(({ row, column = '', cell, what, with: values }) => [
      number(row),
      html`<span translate="no">${column}</span>`,
      cell === undefined ? '' : html`<span class="cell">${cell}</span>`,
      fill(words[what], values),
    ])
  return stack(title, [i.row, i.column, i.cell, i.problem], rows, '')
}
