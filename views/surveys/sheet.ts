import { html } from 'hono/html'
import type { HelpLine } from '../../src/people/help-lines.ts'
import type { Survey } from '../../src/surveys/definition.ts'
import type { PaperPage, PaperQuestion } from '../../src/surveys/on-paper.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { fill } from '../words.ts'
import { forWhom, isWritten, offeredBy } from './paper-parts.ts'

interface Shown {
  survey: Survey
  pages: PaperPage[]
  helpLines: HelpLine[]
  /** the number of a case, to be printed in its box */
  forCase?: string
}

/** Letters that fit on one line by hand, and the most lines that a page has room for. */
const toALine = 40
const mostLines = 4

/** The whole survey as a form of A4, with all that the page on a screen says before it starts. No name stands on it. */
export function surveySheetPage(here: Here, { survey, pages, helpLines, forCase }: Shown): Html {
  const { paper: p, surveys: s, versions: v, youth: y } = here.t
  const id = `${survey.survey}.v${survey.version}`
  const other = here.lang === 'ko' ? 'en' : 'ko'
  const start: [string, string][] = [
    [y.whoTitle, y.who],
    [y.sameTitle, y.same],
    [y.testTitle, y.test],
    [y.declineTitle, p.decline],
    [y.safetyTitle, y.safety],
    [y.pictureTitle, y.picture],
  ]
  return layout(here, {
    title: p.sheetTitle,
    styles: ['survey-sheet.css'],
    body: html`<div class="head no-print"><p>${p.printHint}</p><a href="?lang=${other}${forCase ? `&case=${forCase}` : ''}" lang="${other}" hreflang="${other}">${p.langs[other]}</a></div>
<article class="sheet"><header><h1>${p.sheetTitle}</h1><p class="boxed">${p.caseNumber} <span translate="no">${forCase ?? ''}</span></p><p class="boxed">${p.filledOn} <span></span></p></header>
<p class="edition">${v.survey[survey.survey as keyof typeof v.survey]} · ${fill(s.version, { n: survey.version })} · <span translate="no">${id}</span></p>
<section class="start"><h2>${y.startTitle}</h2><p>${p.how}</p><dl>${start.map(([question, answer]) => html`<div><dt>${question}</dt><dd>${answer}</dd></div>`)}</dl></section>
${pages.map((page) => html`<section><h2>${page.title}</h2>${page.description ? html`<p>${page.description}</p>` : ''}${page.questions.map((one) => question(here, one))}</section>`)}
<section class="end"><h2>${p.endTitle}</h2><p>${p.end}</p><p>${y.helpTitle}: ${helpLines.map((line, at) => html`${at > 0 ? ' · ' : ''}${line[here.lang]} <strong translate="no">${line.phone}</strong>`)}</p></section>
</article>`,
  })
}

function question(here: Here, one: PaperQuestion): Html {
  const { no, title, rows, most = toALine } = one
  const whom = forWhom(here, one)
  const lines = Math.min(mostLines, Math.ceil(most / toALine))
  return html`<div class="question"><h3>${no}. ${title}</h3>${whom ? html`<p class="whom">(${whom})</p>` : ''}
${isWritten(one) ? html`<div class="lines">${Array.from({ length: lines }, () => html`<span></span>`)}</div>` : rows.length > 0 ? grid(one) : boxes(here, one)}</div>`
}

const box = html`<span class="box" aria-hidden="true"></span>`

function boxes(here: Here, one: PaperQuestion): Html {
  const { several, one: single } = here.t.paper
  // what is one of those ticked before says so already
  const many = one.type === 'checkbox' ? several : one.from ? '' : single
  return html`${many ? html`<p class="many">${many}</p>` : ''}<ul class="boxes">${offeredBy(here, one).map(({ text }) => html`<li>${box} ${text}</li>`)}</ul>`
}

const grid = ({ title, rows, offered }: PaperQuestion): Html =>
  html`<table class="grid"><caption class="unseen">${title}</caption><thead><tr><td></td>${offered.map(({ text }) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>${rows.map(({ text }) => html`<tr><th scope="row">${text}</th>${offered.map((column) => html`<td><span class="unseen">${column.text}</span>${box}</td>`)}</tr>`)}</tbody></table>`
