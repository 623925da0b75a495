import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { chartBox, chartScripts } from '../parts/chart.ts'
import type { Block, Paper, TableBlock } from './paper-shape.ts'
import { reportTabs } from './tabs.ts'

/** A paper as a page: on a screen a sheet below the menu, on paper nothing but itself. */
export function paperPage(here: Here, paper: Paper, links: { word?: string; other: string; release?: string }): Html {
  const p = here.t.resultsPaper
  const other = here.lang === 'ko' ? 'en' : 'ko'
  return layout(here, {
    title: p.title,
    styles: ['report.css', 'paper.css'],
    scripts: chartScripts,
    wide: true,
    body: html`${reportTabs(here, 'releases')}
<div class="paper-acts"><p>${p.print}</p><div class="acts">${
      links.word ? html`<a class="button" href="${links.word}" download>${p.word}</a>` : ''
    }${links.release ? html`<a class="button" href="${links.release}">${p.toRelease}</a>` : ''}<a class="button" href="${links.other}" lang="${other}" hreflang="${other}">${here.t.shared.otherLanguage}</a></div></div>
<article class="paper" lang="${here.lang}">${cover(paper)}${contents(here, paper)}${paper.parts.map(
      ({ id, heading, blocks }) =>
        html`<section class="paper-part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${heading}</h2>${blocks.map((block) => blockOf(here, block))}</section>`,
    )}</article>`,
  })
}

function cover({ title, subtitle, centre, caution, facts }: Paper): Html {
  return html`<header class="paper-cover"><p class="paper-centre">${centre}</p><h1>${title}</h1><p class="paper-subtitle">${subtitle}</p>
${caution ? html`<p class="paper-caution" role="note">${caution}</p>` : ''}
<dl class="paper-facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></header>`
}

const contents = (here: Here, { parts }: Paper): Html =>
  html`<nav class="paper-contents" aria-label="${here.t.resultsPaper.parts.contents}"><h2>${here.t.resultsPaper.parts.contents}</h2><ol>${parts.map(
    ({ id, heading, blocks }) => html`<li><a href="#${id}">${heading}</a>${below(blocks)}</li>`,
  )}</ol></nav>`

function below(blocks: Block[]): Html | string {
  const headings = blocks.flatMap((block) => (block.is === 'heading' ? [block] : []))
  if (headings.length === 0) return ''
  return html`<ol>${headings.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ol>`
}

/** One block; tables on a page of their own stand a level higher than in a paper. */
export function blockOf(here: Here, block: Block, level: 3 | 4 = 4): Html {
  if (block.is === 'text') return html`<p>${block.text}</p>`
  if (block.is === 'list') return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`
  if (block.is === 'heading') return html`<h3 id="${block.id}">${block.text}</h3>`
  if (block.is === 'table') return tableOf(here, block, level)
  return html`<div class="paper-box"><h4>${block.title}</h4><dl>${block.items.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl></div>`
}

/** Words begin at the left, numbers end at the right, also those with a word after them. */
const isOfNumbers = ({ rows }: TableBlock, at: number): boolean =>
  at > 0 && rows.every(({ cells }) => /^[\d*–+−(]|\d$/.test(cells[at] ?? ''))

function tableOf(here: Here, block: TableBlock, level: 3 | 4): Html {
  const { id, title, lead, about, rows, notes, chart } = block
  const drawn = chart ? chartBox(here, chart.look, chart.label, chart.about) : ''
  const grid = rows.length === 0 ? '' : gridOf(block)
  return html`<section class="figure-card paper-table${chart?.look === 'means' ? ' tall' : ''}" id="table-${id}" aria-labelledby="table-${id}-title">${lead ? html`<p>${lead}</p>` : ''}<h${level} id="table-${id}-title">${title}</h${level}>${about ? html`<p class="counts">${about}</p>` : ''}
${chart?.look === 'bars' ? html`<div class="paper-beside figures"><div>${drawn}</div>${grid}</div>` : html`${drawn}${grid}`}
${notes.map((note, at) => html`<p class="${at === 0 ? 'base' : 'paper-note'}">${note}</p>`)}</section>`
}

function gridOf(block: TableBlock): Html {
  const { title, heads, rows } = block
  const look = (at: number) => (isOfNumbers(block, at) ? html` class="number"` : '')
  return html`<div class="paper-scroll" tabindex="0" role="group" aria-label="${title}"><table><caption class="unseen">${title}</caption><thead><tr>${heads.map((head, at) => html`<th scope="col"${look(at)}>${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ cells: [head, ...others], data = {} }) =>
      html`<tr${Object.entries(data).map(([name, value]) => html` data-${name}="${value}"`)}><th scope="row">${head}</th>${others.map((cell, at) => html`<td${look(at + 1)}>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`
}
