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

/** A table that scrolls sideways on a phone, where the keyboard can reach it too. */
export const table = (caption: string, heads: string[], rows: Html[], nothing: string): Html =>
  rows.length === 0
    ? html`<p class="nothing">${nothing}</p>`
    : html`<section class="scroll" tabindex="0" aria-label="${caption}"><table><caption class="unseen">${caption}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></section>`
