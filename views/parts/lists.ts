import { html } from 'hono/html'
import { type ListName, labelOf } from '../../src/codebook/codebook.ts'
import type { Here, Html } from '../here.ts'

/** Words of codes in a row, or a dash when there are none. */
export const codesIn = ({ lang }: Here, list: ListName, codes: readonly string[]): string =>
  codes.length === 0 ? '–' : codes.map((code) => labelOf(list, code, lang)).join(', ')

/** A list of facts: what it is, what it says. Facts that are absent are left out. */
export const factList = (facts: [label: string, value: string | number | Html | undefined][]): Html =>
  html`<dl class="facts">${facts
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`

export const stageMark = ({ t }: Here, stage: keyof Here['t']['shared']['stages']): Html =>
  html`<span class="mark-stage" data-stage="${stage}">${t.shared.stages[stage]}</span>`

/** What stands at the top of a column, and how its cells are set: figures to the right, days in one line. */
export type Column = string | [head: string, look: 'number' | 'day']

const headOf = (column: Column): string => (typeof column === 'string' ? column : column[0])
const lookOf = (column: Column): Html => (typeof column === 'string' ? html`` : html` class="${column[1]}"`)

/** A table that scrolls sideways on a phone, where the keyboard can reach it too. */
export const table = (caption: string, columns: Column[], rows: Html[], nothing: string, look = ''): Html =>
  rows.length === 0
    ? html`<p class="nothing">${nothing}</p>`
    : html`<section class="scroll${look ? ` ${look}` : ''}" tabindex="0" aria-label="${caption}"><table><caption class="unseen">${caption}</caption><thead><tr>${columns.map((column) => html`<th scope="col"${lookOf(column)}>${headOf(column)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></section>`

/** A table of many columns: on a phone each row becomes a block, with the head before each value. */
export function stack(caption: string, columns: Column[], rows: (Html | string | number)[][], nothing: string): Html {
  // the same for every row of a column
  const about = columns.map((column) => html`${lookOf(column)} data-head="${headOf(column)}"`)
  const line = ([first = '', ...others]: (Html | string | number)[]) =>
    html`<tr><th scope="row"${about[0]}>${first}</th>${others.map((value, at) => html`<td${about[at + 1]}>${value}</td>`)}</tr>`
  return table(caption, columns, rows.map(line), nothing, 'stack')
}
