import { html } from 'hono/html'
import type { Release } from '../../src/people/registers.ts'
import { isDropped, releaseStateOf, tablesOf } from '../../src/report/release.ts'
import type { Labels } from '../../src/report/release-rows.ts'
import type { Published } from '../../src/report/shown.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { rowLabel } from './labels.ts'
import { changeTables } from './paper-change.ts'
import { blockOf } from './paper-page.ts'
import { scaleName } from './paper-sentences.ts'
import { crossTable, figureTable } from './paper-tables.ts'
import { periodOf, stateMark, stepsOf } from './releases.ts'
import { reportTabs } from './tabs.ts'

interface Shown {
  release: Release
  names: Map<string, string>
}

/** One release: what it shows to others, what became of it, and what may be done with it now. */
export function releasePage(here: Here, { release, names }: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const r = here.t.releases
  const { id, only } = release
  const isKept = isDropped(release) && !here.may('see the figures')
  return layout(here, {
    title: fill(r.oneTitle, { id }),
    refused: refusals.length > 0,
    styles: ['report.css', 'paper.css'],
    wide: true,
    body: html`${reportTabs(here, 'releases')}<div class="head"><h1>${fill(r.oneTitle, { id })}</h1>${stateMark(here, release)}</div>
${formOf(here, typed, refusals).problems()}
<section class="card">${factList([
      [r.purpose, release.purpose],
      [r.period, periodOf(here, release)],
      [r.part, only && rowLabel(here, only.figure, only.code)],
      [r.cutOff, release.cutOff],
      [r.threshold, fill(r.below, { k: release.threshold })],
    ])}<ul class="history">${stepsOf(here, release, names).map(
      ([said, why]) => html`<li>${said}${why ? html`<br><small>${fill(r.why, { why })}</small>` : ''}</li>`,
    )}</ul></section>
${isKept ? '' : files(here, release)}${deciding(here, release, typed, refusals)}
<h2>${r.tables}</h2>${isKept ? html`<p class="notice">${r.tablesKept}</p>` : shownTables(here, tablesOf(release))}
${withdrawing(here, release, typed, refusals)}
<p class="acts"><a href="/report/releases">${r.toList}</a></p>`,
  })
}

/** All tables of a release, each as others see it. */
export const shownTables = (here: Here, { figures, crosses, outcome }: Published): Html =>
  html`<div class="release-tables">${[
    ...figures.map((figure) => figureTable(here, figure)),
    ...crosses.map((cross) => crossTable(here, cross)),
    ...(outcome.length > 0 ? changeTables(here, outcome) : []),
  ].map(({ chart, ...block }) => blockOf(here, block, 3))}</div>`

/** Words for what stands in the files of a release. */
export const labelsFor = (here: Here): Labels => ({
  title: (figure) => here.t.report.figures[figure].title,
  label: (figure, code) => rowLabel(here, figure, code),
  scale: (code) => scaleName(here, code),
})

function files(here: Here, release: Release): Html {
  const r = here.t.releases
  const base = `/report/releases/${release.id}`
  const paper = html`<a class="button" href="${base}/paper">${r.toPaper}</a>`
  if (releaseStateOf(release) !== 'approved') return html`<p class="acts">${paper}</p>`
  return html`<section class="card"><h2>${r.files}</h2><p class="hint">${r.filesHint}</p><div class="acts">${paper}${(
    ['csv', 'xlsx', 'json'] as const
  ).map((kind) => html`<a class="button" href="${base}/tables.${kind}" download>${r[kind]}</a>`)}</div></section>`
}

/** Another than whoever proposed it approves it or does not. */
function deciding(here: Here, release: Release, typed: URLSearchParams, refusals: Refusal[]): Html {
  const r = here.t.releases
  const f = formOf(here, typed, refusals)
  const base = `/report/releases/${release.id}`
  if (releaseStateOf(release) !== 'proposed') return html``
  if (release.by === here.person?.id) return html`<p class="notice">${r.waits}</p>`
  if (!here.may('approve a release')) return html``
  return html`<section class="card"><h2>${r.decide}</h2><p>${r.decideLead}</p><form method="post" action="${base}/approval" class="acts"><button class="primary">${r.approve}</button></form><form method="post" action="${base}/refusal">${f.area('why', { rows: 2 })}<button>${r.decline}</button></form></section>`
}

/** What was approved may be withdrawn by any lead, a proposal by whoever made it. */
function withdrawing(here: Here, release: Release, typed: URLSearchParams, refusals: Refusal[]): Html {
  const r = here.t.releases
  const state = releaseStateOf(release)
  const open = state === 'approved' || (state === 'proposed' && release.by === here.person?.id)
  if (!open || !here.may('propose a release')) return html``
  const why = formOf(here, typed, refusals).area('why', { rows: 2 })
  return html`<section class="card"><h2>${r.withdrawTitle}</h2><p>${r.withdrawLead}</p><form method="post" action="/report/releases/${release.id}/withdrawal">${why}<button class="danger">${r.withdraw}</button></form></section>`
}
