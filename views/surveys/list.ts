import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { ScaleChange } from '../../src/exit/survey-change.ts'
import type { SurveyState } from '../../src/intake/issue-survey.ts'
import type { Refusal } from '../../src/result.ts'
import type { Asked } from '../../src/surveys/asked.ts'
import type { Moment } from '../../src/time/days.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { table } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { changeTable } from './change.ts'

/** A survey that was handed out, and what came back, in words. Its link is not here: nobody has it. */
export interface ShownSurvey {
  id: string
  survey: string
  version: number
  at: Moment
  expiresAt: Moment
  state: SurveyState
  response?: { at: Moment; lang: 'ko' | 'en' }
  asked?: Asked[]
}

interface Shown {
  caseFile: CaseFile
  shown: ShownSurvey[]
  changes: ScaleChange[]
  offered: readonly ('intake' | 'exit')[]
  typed: URLSearchParams
  refusals: Refusal[]
}

/** The surveys of one case: hand one out, see what became of each, read the answers, intake beside exit. */
export function surveysPage(here: Here, { caseFile, shown, changes, offered, typed, refusals }: Shown): Html {
  const { number } = caseFile
  const t = here.t.surveys
  const f = formOf(here, typed, refusals)
  const out = new Set(shown.filter(({ state }) => !['revoked', 'expired'].includes(state)).map(({ survey }) => survey))
  const options = offered.filter((name) => !out.has(name)).map((name): [string, string] => [name, t.names[name]])
  return layout(here, {
    title: `${t.title} ${number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'surveys')}
${f.problems()}
${issuedTable(here, number, shown)}
${
  here.may('issue a survey') && options.length > 0
    ? html`<section class="card"><h2>${t.issueTitle}</h2><p>${t.issueLead}</p>
<form method="post" action="/cases/${number}/surveys">${f.radios('survey', options)}<button class="primary">${t.issue}</button></form></section>`
    : ''
}
${changes.length > 0 ? changeTable(here, changes) : ''}
${shown.map((one) => (one.asked && one.response ? answersOf(here, one, one.asked) : ''))}`,
  })
}

const nameOf = ({ t }: Here, survey: string): string =>
  survey in t.surveys.names ? t.surveys.names[survey as 'intake' | 'exit'] : survey

function issuedTable(here: Here, number: string, shown: ShownSurvey[]): Html {
  const t = here.t.surveys
  const heads = [t.survey, t.issuedAt, t.state, t.act]
  const lines = shown.map((one) => {
    const live = one.state === 'sent' || one.state === 'opened'
    return html`<tr><th scope="row">${nameOf(here, one.survey)} <small>${fill(t.version, { n: one.version })}</small></th>
<td>${shortMoment(here, one.at)}</td>
<td><span class="mark${one.state === 'answered' ? ' good' : ''}">${t.states[one.state]}</span> <small>${
      one.response
        ? fill(t.answeredAt, { when: shortMoment(here, one.response.at) })
        : live
          ? fill(t.expires, { when: shortMoment(here, one.expiresAt) })
          : ''
    }</small></td>
<td>${
      live && here.may('issue a survey')
        ? html`<form method="post" action="/cases/${number}/surveys/${one.id}/revocation"><button class="plain" aria-label="${fill(t.revokeOf, { survey: nameOf(here, one.survey) })}">${t.revoke}</button></form>`
        : ''
    }</td></tr>`
  })
  return html`<h2>${t.issuedTitle}</h2>${table(t.issuedTitle, heads, lines, t.nothing)}`
}

/** Answers as they were asked, in our own words and never drawn by SurveyJS: every one is escaped. */
function answersOf(here: Here, { survey, response }: ShownSurvey, asked: Asked[]): Html {
  const t = here.t.surveys
  const said = (answers: string[]) => (answers.length > 0 ? answers.join(' · ') : html`<small>${t.noAnswer}</small>`)
  return html`<details class="card answers"><summary>${fill(t.answersOf, { survey: nameOf(here, survey) })} <small>${response ? t.answersIn[response.lang] : ''}</small></summary>
${asked.map(
  ({ title, lines }) =>
    html`<h3>${title}</h3>${
      lines.some(({ text }) => text)
        ? table(
            // the same questions are asked twice: a name for each
            `${nameOf(here, survey)}: ${title}`,
            [t.item, t.answer],
            lines.map(({ text, answers }) => html`<tr><td>${text}</td><td>${said(answers)}</td></tr>`),
            '',
          )
        : html`<p>${said(lines[0]?.answers ?? [])}</p>`
    }`,
)}</details>`
}
