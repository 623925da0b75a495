import { html } from 'hono/html'
import type { Export } from '../../src/people/registers.ts'
import { dataParts } from '../../src/report/data-set-shape.ts'
import { formats, uses } from '../../src/report/export.ts'
import type { ExportJob } from '../../src/report/export-kept.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { type Column, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { number } from './labels.ts'
import { reportTabs } from './tabs.ts'

interface Shown {
  /** newest first */
  entries: readonly Export[]
  /** that may be chosen, the latest first */
  quarters: readonly string[]
  names: ReadonlyMap<string, string>
  /** what the reader made, if it is there still */
  job?: ExportJob
}

/** What is usually wanted. */
const usual = new URLSearchParams([
  ['exportParts', 'facts'],
  ['exportParts', 'scores'],
  ['exportFormats', 'csv'],
  ['exportFormats', 'xlsx'],
])

/** Asks what is to be exported and for what; under it the register of what was. */
export function exportsPage(here: Here, shown: Shown, typed = usual, refusals: Refusal[] = []): Html {
  const x = here.t.exports
  return layout(here, {
    title: x.title,
    refused: refusals.length > 0,
    wide: true,
    styles: ['report.css', 'exports.css'],
    body: html`${reportTabs(here, 'exports')}<div class="head"><h1>${x.title}</h1><a href="/codebook">${x.codebook}</a></div>
<p class="lead">${x.lead}</p><p class="wide">${x.nameless}</p><p class="warning">${x.care}</p>
${shown.job ? html`<p class="notice">${shown.job.state === 'making' ? x.underWay : x.ready} <a href="/report/exports/${shown.job.id}">${x.open}</a></p>` : ''}
${askForm(here, shown.quarters, typed, refusals)}
<h2>${x.past}</h2>${pastExports(here, shown)}`,
  })
}

function askForm(here: Here, quarters: readonly string[], typed: URLSearchParams, refusals: Refusal[]): Html {
  const x = here.t.exports
  const f = formOf(here, typed, refusals)
  const offered = quarters.map((one): [string, string] => [one, one])
  return html`${f.problems()}
<form method="post" action="/report/exports" class="card export-form"><h2>${x.askTitle}</h2>
${f.radios(
  'exportUse',
  uses.map((use) => [use, x.uses[use]]),
)}
${f.area('exportPurpose', { hint: x.purposeHint, rows: 2 })}
${f.checks(
  'exportParts',
  dataParts.map((part) => [part, x.parts[part]]),
  { hint: x.partsHint },
)}
<p class="hint">${x.periodHint}</p>
<div class="pair">${f.select('exportFrom', offered, { optional: true, unchosen: x.noLimit })}${f.select('exportTo', offered, { optional: true, unchosen: x.noLimit })}</div>
${f.checks(
  'exportFormats',
  formats.map((format) => [format, x.formats[format]]),
  { hint: x.formatsHint },
)}
<button class="primary">${x.make}</button></form>`
}

function pastExports(here: Here, { entries, names }: Shown): Html {
  const x = here.t.exports
  const heads: Column[] = [
    ...[x.number, [x.when, 'day'] as Column, x.who, x.use, x.purpose, x.what, x.period],
    ...[
      [x.rows, 'number'],
      [x.fetched, 'day'],
    ].map((one) => one as Column),
  ]
  const lines = entries.map((entry) => [
    html`<a href="/report/exports/${entry.id}">${entry.id}</a>`,
    shortMoment(here, entry.at),
    names.get(entry.by) ?? entry.by,
    x.usesShort[entry.use],
    entry.purpose,
    partsOf(here, entry),
    periodOf(here, entry),
    entry.rows === undefined ? x.notMade : number(entry.rows),
    entry.fetchedAt ? shortMoment(here, entry.fetchedAt) : x.notFetched,
  ])
  return stack(x.past, heads, lines, x.pastNone)
}

export const partsOf = ({ t }: Here, { what }: Export): string =>
  dataParts
    .filter((part) => what.includes(part))
    .map((part) => t.exports.parts[part])
    .join(' · ')

export function periodOf({ t }: Here, { from, to }: Pick<Export, 'from' | 'to'>): string {
  const parts = [from && fill(t.exports.from, { from }), to && fill(t.exports.to, { to })]
  return parts.filter(Boolean).join(' ') || t.exports.all
}
