import { html } from 'hono/html'
import { answerNumbersOf, itemsIn } from '../../src/report/data-set-items.ts'
import { type Question, questionsOf, type Survey, type SurveyName } from '../../src/surveys/definition.ts'
import { editionIdOf } from '../../src/surveys/edition.ts'
import type { Here, Html } from '../here.ts'
import { type Column, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'

/** Both languages in cells of their own. */
export const inBothWords = (ko: string, en: string): Html[] => [
  html`<span lang="ko">${ko}</span>`,
  html`<span lang="en">${en}</span>`,
]

/** Every item of one version: its wording, its scale and how it is scored, and what can be answered. */
export function surveyItems(here: Here, survey: Survey): Html {
  const b = here.t.codebook
  const name = here.t.versions.survey[survey.survey as SurveyName] ?? survey.survey
  const title = fill(b.version, { survey: name, n: survey.version })
  const heads: Column[] = [b.code, b.wording, b.scale, b.scoring, b.answers, b.exported]
  const kept = new Set(itemsIn(survey).map(({ question }) => question.name))
  const lines = questionsOf(survey).flatMap((question) => {
    const answers = answersIn(here, survey, question)
    const about = kept.has(question.name) ? b.kept : html`<span class="mark">${b.notKept}</span>`
    const words = (ko: string, en: string) =>
      html`<span class="worded" lang="ko">${ko}</span><span class="worded" lang="en">${en}</span>`
    const { rows, title: asked, scale = '–' } = question
    if (!rows) return [[question.name, words(asked.default, asked.en), scale, '–', answers, about]]
    return rows.map(({ value, text }, at) => {
      const scored = scoringOf(here, question, String(value))
      return [
        String(value),
        words(text.default, text.en),
        scale,
        scored,
        at === 0 ? answers : html`<small>${b.asAbove}</small>`,
        about,
      ]
    })
  })
  return html`<div class="code-table item-table"><h3>${title} <small><code>${editionIdOf(survey)}</code></small></h3>${stack(title, heads, lines, '–')}</div>`
}

function scoringOf({ t, lang }: Here, { reversed = [], key, columns = [] }: Question, item: string): string {
  if (reversed.includes(item)) return t.codebook.reversed
  const right = columns.find(({ value }) => value === key?.[item])?.text
  return right ? fill(t.codebook.right, { answer: lang === 'ko' ? right.default : right.en }) : '–'
}

/** `1 = 전혀 그렇지 않아요`, one a line. */
function answersIn(here: Here, survey: Survey, question: Question): Html | string {
  const b = here.t.codebook
  const { type, rateMin = 0, rateMax = 0 } = question
  if (type === 'comment' || type === 'text') return b.freeWords
  if (type === 'boolean') return b.yesNo
  if (type === 'rating') return fill(b.fromTo, { from: rateMin, to: rateMax })
  const lines = answerNumbersOf(survey, question).map(({ choice: { value, text }, number }) => {
    const word = here.lang === 'ko' ? text.default : text.en
    return html`<li><code>${number ?? value}</code> ${word}</li>`
  })
  return html`${type === 'checkbox' ? html`<small>${b.flags}</small>` : ''}<ul class="answers">${lines}</ul>`
}
