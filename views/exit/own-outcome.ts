import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { OwnScale } from '../../src/exit/own-outcome.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'

/** Where the youth stood at the beginning and at the end, to talk over: large, kind, without a number or a verdict. */
export function ownOutcomePage(here: Here, caseFile: CaseFile, scales: OwnScale[]): Html {
  const t = here.t.ownOutcome
  const rest = scales.filter(({ beside }) => 'notBeside' in beside)
  const isNone = rest.length === scales.length
  return layout(here, {
    title: `${t.title} ${caseFile.number}`,
    styles: ['own-outcome.css'],
    body: html`<div class="no-print">${caseHead(here, caseFile, 'surveys')}<div class="head"><p class="hint">${t.forStaff}</p><a href="/cases/${caseFile.number}/surveys/results">${t.back}</a></div></div>
<article class="own-outcome"><h2>${t.heading}</h2><p class="lead">${t.lead}</p>
${isNone ? html`<p class="nothing">${t.nothing}</p>` : html`<ul class="own-lines">${scales.map((one) => lineOf(here, one))}</ul>`}
${
  rest.length > 0 && !isNone
    ? html`<section><h3>${t.rest}</h3><ul>${rest.map(({ scale, beside }) => html`<li><strong>${nameOf(here, scale)[0]}</strong> ${'notBeside' in beside ? t.notBeside[beside.notBeside] : ''}</li>`)}</ul></section>`
    : ''
}
${isNone ? '' : html`<section class="own-words"><h3>${t.own}</h3><p>${t.ownLead}</p><ol>${t.prompts.map((prompt) => html`<li>${prompt}<span class="rule"></span><span class="rule"></span></li>`)}</ol></section>`}</article>`,
  })
}

const nameOf = ({ t }: Here, scale: string): [string, string] => t.ownOutcome.scales[scale] ?? [scale, '']

const [width, height, edge, middle] = [640, 74, 70, 40]

/** Two marks on one line; what they say stands beside it in words. */
function lineOf(here: Here, { scale, beside }: OwnScale): Html {
  const t = here.t.ownOutcome
  if ('notBeside' in beside) return html``
  const [name, about] = nameOf(here, scale)
  const x = (share: number) => Math.round(edge + share * (width - 2 * edge))
  const [begin, end] = [x(beside.begin), x(beside.end)]
  const moved = t.moved[beside.moved]
  return html`<li><h3>${name}</h3><p>${about}</p>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}: ${moved}">
<line class="road" x1="${edge}" x2="${width - edge}" y1="${middle}" y2="${middle}"></line>
<text class="pole" x="${edge - 16}" y="${middle + 5}" text-anchor="end">${t.little}</text><text class="pole" x="${width - edge + 16}" y="${middle + 5}">${t.much}</text>
<line class="way" x1="${begin}" x2="${end}" y1="${middle}" y2="${middle}"></line>
<circle class="begin" cx="${begin}" cy="${middle}" r="9"></circle><text x="${begin}" y="${middle - 17}" text-anchor="middle">${t.begin}</text>
<rect class="end" x="${end - 8}" y="${middle - 8}" width="16" height="16" rx="2"></rect><text x="${end}" y="${middle + 30}" text-anchor="middle">${t.end}</text></svg>
<p class="moved">${moved}</p></li>`
}
