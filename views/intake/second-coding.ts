import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf, say } from '../parts/form.ts'

interface Shown {
  caseFile: CaseFile
  /** why this reader may not code it */
  against?: Refusal
}

/**
 * The interview in its own words, and the codes to choose. Neither the first codes stand here, nor the referral's, nor
 * the name, nor the tabs of the case, which lead to where they are.
 */
export function secondCodingPage(
  here: Here,
  { caseFile, against }: Shown,
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const t = here.t.coding
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: `${t.title} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`<p><a href="/report/coding">${t.back}</a></p><h1>${t.title} <small>${here.t.cases.number} <span translate="no">${caseFile.number}</span></small></h1>${f.problems()}
${against ? html`<p class="warning">${say(here, against)}</p>` : html`<p class="notice">${t.lead}</p>${said(here, caseFile)}${form(here, caseFile, f)}`}`,
  })
}

function said(here: Here, { interview }: CaseFile): Html {
  if (!interview) return html``
  const { fields } = here.t
  const parts = ['summary', 'home', 'schoolLife', 'digitalHabits', 'health', 'strengths'] as const
  return html`<section class="card"><h2>${here.t.coding.text}</h2><dl class="texts">${parts.flatMap((part) =>
    interview[part] ? [html`<dt>${fields[part]}</dt><dd class="typed">${interview[part]}</dd>`] : [],
  )}</dl></section>`
}

function form(here: Here, { number, referral }: CaseFile, f: ReturnType<typeof formOf>): Html {
  const all = (list: Parameters<typeof codesOf>[0]) => f.codes(list, codesOf(list))
  const types = f.codes('perpetrationType', codesOf('perpetrationType', referral.happenedOn))
  return html`<form method="post" action="/cases/${number}/coding" class="long"><section class="card">
${f.checks('motivesAgain', all('motive'))}${f.select('mainMotiveAgain', all('motive'))}
${f.checks('types', types)}${f.checks('channels', all('channel'), { optional: true })}${f.select('relation', all('relationToVictim'))}</section>
<div class="acts"><button class="primary">${here.t.coding.save}</button></div></form>`
}
