import { html } from 'hono/html'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { FigureId } from '../../src/report/figures.ts'
import type { Counted } from '../../src/report/release.ts'
import { hiddenIn } from '../../src/report/release.ts'
import { crossable, crossFields, releasable } from '../../src/report/release-form.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { shownTables } from './release.ts'
import { halfName } from './releases.ts'
import { reportTabs } from './tabs.ts'

interface Shown {
  halves: string[]
  /** what others would see, once it was asked for; `mark` says which numbers were seen */
  preview?: { counted: Counted; mark: string }
}

/** What is to be released is chosen above; below stands exactly what others would see. */
export function newReleasePage(
  here: Here,
  { halves, preview }: Shown,
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const r = here.t.releases
  return layout(here, {
    title: r.newTitle,
    refused: refusals.length > 0,
    styles: ['report.css', 'paper.css'],
    wide: true,
    body: html`${reportTabs(here, 'releases')}<h1>${r.newTitle}</h1><p class="lead">${r.newLead}</p>
${choiceForm(here, halves, typed, refusals)}
${preview ? previewOf(here, preview) : ''}`,
  })
}

function choiceForm(here: Here, halves: string[], typed: URLSearchParams, refusals: Refusal[]): Html {
  const r = here.t.releases
  const f = formOf(here, typed, refusals)
  const named = (ids: readonly FigureId[]) => ids.map((id): [string, string] => [id, here.t.report.figures[id].title])
  const pairs = named(crossable)
  const periods = halves.map((half): [string, string] => [half, halfName(here, half)])
  const none = { unchosen: r.noCross }
  return html`${f.problems()}<form method="post" action="/report/releases/new" id="choice">
<section class="card"><h2>${r.choose}</h2>${f.checks('releasedFigures', named(releasable), { optional: true })}
${f.checks('releasedOutcome', [['yes', r.outcomeYes]], { optional: true })}
<p class="hint">${r.crossHint}</p>${crossFields.map(([rows, columns]) => html`<div class="pair">${f.select(rows, pairs, none)}${f.select(columns, pairs, none)}</div>`)}</section>
<section class="card"><h2>${r.when}</h2><div class="pair">${f.select('fromHalf', periods)}${f.select('toHalf', periods)}</div></section>
<section class="card"><h2>${r.part}</h2><p class="hint">${r.partHint}</p><div class="pair">${f.select('schoolLevel', f.codes('schoolLevel', codesOf('schoolLevel')), { unchosen: r.whole })}${f.select('basis', f.codes('referralBasis', codesOf('referralBasis')), { unchosen: r.whole })}</div></section>
<section class="card"><h2>${r.forWhom}</h2>${f.text('releasePurpose', { hint: r.purposeHint })}</section>
<div class="acts"><button class="primary">${r.preview}</button><a href="/report/releases">${r.toList}</a></div></form>`
}

function previewOf(here: Here, { counted, mark }: NonNullable<Shown['preview']>): Html {
  const r = here.t.releases
  const { hidden, all } = hiddenIn(counted.published)
  return html`<section class="release-preview" id="preview" aria-labelledby="preview-title"><h2 id="preview-title">${r.previewTitle}</h2>
<p class="notice">${r.previewLead}</p><p class="warning">${hidden > 0 ? fill(r.hidden, { hidden, all }) : r.hiddenNone}</p>
<p class="acts"><button class="primary" form="choice" formaction="/report/releases" name="seen" value="${mark}">${r.proposeNow}</button></p>
${shownTables(here, counted.published)}</section>`
}
