import { html } from 'hono/html'
import type { Export } from '../../src/people/registers.ts'
import { keptMinutes } from '../../src/report/export.ts'
import type { ExportJob } from '../../src/report/export-kept.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { partsOf, periodOf } from './exports.ts'
import { number } from './labels.ts'
import { reportTabs } from './tabs.ts'

interface Shown {
  entry: Export
  /** if the reader made it, and it is there still */
  job?: ExportJob
  names: ReadonlyMap<string, string>
}

/** One export: what was asked for, how far it is, and its files as long as they are there. */
export function exportPage(here: Here, { entry, job, names }: Shown, refusals: Refusal[]): Html {
  const x = here.t.exports
  const title = fill(x.oneTitle, { id: entry.id })
  return layout(here, {
    title,
    refused: refusals.length > 0,
    styles: ['report.css', 'exports.css'],
    body: html`${reportTabs(here, 'exports')}<div class="head"><h1>${title}</h1><a href="/report/exports">${x.back}</a></div>
${formOf(here, new URLSearchParams(), refusals).problems()}
<section class="card"><h2>${x.filesTitle}</h2>${makingPart(here, entry.id, job)}</section>
<section class="card">${factList([
      [x.when, shortMoment(here, entry.at)],
      [x.who, names.get(entry.by) ?? entry.by],
      [x.use, x.usesShort[entry.use]],
      [x.purpose, entry.purpose],
      [x.what, partsOf(here, entry)],
      [x.period, periodOf(here, entry)],
      [x.rows, entry.rows === undefined ? undefined : fill(x.rowsOf, { n: number(entry.rows) })],
      [x.leftOut, entry.leftOut === undefined ? undefined : fill(x.rowsOf, { n: number(entry.leftOut) })],
      [x.keptBack, entry.keptBack === undefined ? undefined : fill(x.rowsOf, { n: number(entry.keptBack) })],
      [x.fetched, entry.fetchedAt ? shortMoment(here, entry.fetchedAt) : x.notFetched],
    ])}</section>`,
  })
}

/** How far it is; asked for anew while it is made, and without scripts by the link. Then its files. */
export function makingPart(here: Here, id: string, job?: ExportJob): Html {
  const x = here.t.exports
  if (!job || job.state === 'failed')
    return html`<div id="making"><p role="status">${job ? x.failed : x.gone}</p><p class="acts"><a class="button" href="/report/exports">${x.again}</a></p></div>`
  if (job.state === 'making') {
    const [of, read] = [Math.max(job.of, 1), Math.min(job.read, job.of)]
    return html`<div id="making" hx-get="/report/exports/${id}/progress" hx-trigger="every 2s" hx-swap="outerMorph">
<p><progress max="${of}" value="${read}" aria-label="${x.makingLabel}"></progress></p>
<p role="status">${fill(x.making, { of: number(job.of), read: number(read) })}</p>
<p class="hint">${x.reloadHint}</p><p class="acts"><a class="button" href="/report/exports/${id}">${x.reload}</a></p></div>`
  }
  const { rows, leftOut, request } = job
  const said = leftOut > 0 ? x.madeWithout : rows === 0 ? x.madeEmpty : x.made
  return html`<div id="making"><p role="status">${fill(said, { rows: number(rows), n: number(leftOut) })}</p>
<div class="acts">${request.formats.map(
    (format) =>
      html`<form method="post" action="/report/exports/${id}/file/${format}"><button>${fill(x.fetch, { format: x.formats[format] })}</button></form>`,
  )}</div>
<p class="hint">${fill(x.until, { minutes: keptMinutes })} <a href="/codebook">${x.codebook}</a></p></div>`
}
