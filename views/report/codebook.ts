import { html } from 'hono/html'
import { type Code, type CodeList, type ListName, lists } from '../../src/codebook/codebook.ts'
import { inOrder } from '../../src/report/codebook.ts'
import { missingCodes } from '../../src/report/data-set-shape.ts'
import { scales } from '../../src/surveys/scales.ts'
import type { Shelf } from '../../src/surveys/shelf.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { inBothWords, surveyItems } from './codebook-items.ts'

const parts = ['missing', 'codes', 'scales', 'items'] as const

/** Every code, scale and item with its words in both languages, to be read and printed. */
export function codebookPage(here: Here, shelf: Shelf): Html {
  const b = here.t.codebook
  const part = (name: (typeof parts)[number], body: Html) =>
    html`<div id="${name}" class="part"><h2>${b[name]}</h2>${body}</div>`
  return layout(here, {
    title: b.title,
    wide: true,
    styles: ['report.css', 'exports.css'],
    body: html`<h1>${b.title}</h1><p class="lead">${b.lead}</p>
<p class="acts files"><span>${b.files}:</span> ${(['csv', 'xlsx', 'json'] as const).map(
      (format) =>
        html`<a class="button small" href="/codebook/file?format=${format}" download aria-label="${fill(b.file, { format: format.toUpperCase() })}">${format.toUpperCase()}</a> `,
    )}</p>
<nav class="contents" aria-label="${b.contents}"><ul>${parts.map((name) => html`<li><a href="#${name}">${b[name]}</a></li>`)}</ul></nav>
${part('missing', missingTable(here))}
${part('codes', html`${(Object.keys(lists) as ListName[]).map((name) => listTable(here, name, lists[name]))}`)}
${part('scales', scaleTable(here))}
${part('items', html`${inOrder(shelf).map((survey) => surveyItems(here, survey))}`)}`,
  })
}

function missingTable(here: Here): Html {
  const b = here.t.codebook
  const lines = missingCodes.map(({ code, value, ko, en }) => [code, value, ...inBothWords(ko, en)])
  return html`<p>${b.missingLead} ${b.missingLaw}</p><div class="code-table">${stack(b.missing, [b.code, [b.number, 'number'], b.korean, b.english], lines, '–')}</div>`
}

function listTable(here: Here, name: ListName, { ko, en, several, codes }: CodeList): Html {
  const b = here.t.codebook
  const title = here.lang === 'ko' ? ko : en
  const lines = codes.map((code) => [
    ...[code.code, code.number, ...inBothWords(code.ko, code.en)],
    ...[inUse(here, code), sourceIn(here, code.source)],
  ])
  const heads = [b.code, [b.number, 'number'] as [string, 'number'], b.korean, b.english, b.inUse, b.source]
  return html`<div class="code-table"><h3>${title} <small><code>${name}</code>${several ? html` · ${b.several}` : ''}</small></h3>${stack(title, heads, lines, '–')}</div>`
}

/** Where a code comes from, as the code lists call it. */
const sources: Record<string, keyof Here['t']['codebook']['sources']> = {
  ...{ published: 'published', 'other published': 'elsewhere', seed: 'seed', law: 'law', design: 'design' },
}
const sourceIn = ({ t }: Here, source: string): string =>
  sources[source] === undefined ? source : t.codebook.sources[sources[source]]

function inUse({ t }: Here, { from, until }: Pick<Code, 'from' | 'until'>): string {
  const b = t.codebook
  return [from ? fill(b.from, { from }) : b.always, until && fill(b.until, { until })].filter(Boolean).join(' ')
}

function scaleTable(here: Here): Html {
  const b = here.t.codebook
  const lines = Object.entries(scales).map(([code, one]) => [
    ...[code, ...inBothWords(one.ko, one.en), fill(b.fromTo, { from: one.from, to: one.to })],
    ...[b.betterIs[one.better], b.outcomeIs[one.outcome ? 'yes' : 'no']],
    ...[one.items.join(' '), one.reversed.join(' ') || '–'],
  ])
  const heads = [b.code, b.korean, b.english, b.range, b.better, b.outcome, b.itemCount, b.reversedItems]
  return html`<p>${b.scalesLead}</p><div class="code-table">${stack(b.scales, heads, lines, '–')}</div>`
}
