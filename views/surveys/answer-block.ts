import { html } from 'hono/html'
import type { PageAsked } from '../../src/surveys/asked.ts'
import type { Here, Html } from '../here.ts'

type Question = PageAsked['questions'][number]

/** One page of a survey with what was answered: only its safety questions, or all but these. Nothing if it has none. */
export function answerBlock(
  here: Here,
  { title, description, questions }: PageAsked,
  which: 'safety' | 'others',
): Html {
  const ours = questions.filter(({ isSafety }) => isSafety === (which === 'safety'))
  if (ours.length === 0) return html``
  const heading = which === 'safety' ? '' : html`<h3>${title}</h3>`
  return html`<section class="${which === 'safety' ? '' : 'card '}asked-page">${heading}${description ? html`<p class="hint typed">${description}</p>` : ''}${ours.map((question) => questionBlock(here, question))}</section>`
}

function questionBlock(here: Here, question: Question): Html {
  const t = here.t.results
  const { title, stem, lines } = question
  if (stem === undefined)
    return html`<dl class="said"><dt>${title}</dt><dd>${answerIn(here, question, lines[0]?.answers ?? [])}</dd></dl>`
  return html`<table><caption>${stem}</caption><thead><tr><th scope="col" lang="${here.lang}">${t.item}</th><th scope="col" lang="${here.lang}">${t.answer}</th></tr></thead><tbody>${lines.map(
    ({ text, answers }) => html`<tr><td>${text}</td><td>${answerIn(here, question, answers)}</td></tr>`,
  )}</tbody></table>`
}

/** Free text stands by itself, whichever way it is written; whatever is in it, it is only text. */
function answerIn(here: Here, { type, wasShown }: Question, answers: string[]): Html {
  const t = here.t.results
  if (answers.length === 0) return html`<small lang="${here.lang}">${wasShown ? t.noAnswer : t.wasHidden}</small>`
  if (type === 'comment' || type === 'text') return html`<p class="typed" dir="auto">${answers[0]}</p>`
  if (type === 'boolean') return html`<span lang="${here.lang}">${answers[0] === 'true' ? t.yes : t.no}</span>`
  return html`${answers.join(' · ')}`
}
