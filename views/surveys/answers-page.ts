import { html } from 'hono/html'
import type { CaseFile, IssuedSurvey } from '../../src/casefile/casefile.ts'
import { labelOf } from '../../src/codebook/codebook.ts'
import { surveyStateOf } from '../../src/intake/issue-survey.ts'
import { waysOf } from '../../src/intake/wave-standing.ts'
import { pagesAskedOf } from '../../src/surveys/asked.ts'
import type { Survey } from '../../src/surveys/definition.ts'
import { qualityOf } from '../../src/surveys/quality.ts'
import type { Wave } from '../../src/surveys/waves.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay, shortMoment } from '../parts/dates.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { answerBlock } from './answer-block.ts'
import { qualityCard } from './quality.ts'

interface Shown {
  caseFile: CaseFile
  issued: IssuedSurvey
  /** what was asked; absent when that version cannot be found */
  survey?: Survey
  /** in which language the items are shown; as they were asked if nobody wanted another */
  lang?: 'ko' | 'en'
  names: ReadonlyMap<string, string>
}

/**
 * One survey as it was answered, in our own words and never drawn by SurveyJS: every answer is escaped. Of one without
 * answers it says where it stands.
 */
export function surveyAnswersPage(here: Here, shown: Shown): Html {
  const { results: t, surveys: s } = here.t
  const { caseFile, issued } = shown
  const { number } = caseFile
  const name = s.names[issued.wave as Wave] ?? issued.wave
  return layout(here, {
    title: `${s.title} ${number}`,
    styles: ['results.css'],
    wide: true,
    body: html`${caseHead(here, caseFile, 'surveys')}
<div class="head"><h2>${issued.response ? fill(t.answersTitle, { survey: name }) : name}</h2><span class="acts no-print"><a href="/cases/${number}/surveys/results">${t.toResults}</a><a href="/cases/${number}/surveys">${s.backToList}</a></span></div>
${factsOf(here, shown)}
${issued.response ? answersOf(here, shown, issued.response) : html`<p class="notice">${stateIn(here, issued)}</p>${raised(here, caseFile, issued, false)}`}`,
  })
}

function stateIn({ t, now }: Here, issued: IssuedSurvey): string {
  const state = surveyStateOf(issued, now)
  return state === 'answered' ? '' : t.results.states[state]
}

function factsOf(here: Here, { issued, names }: Shown): Html {
  const { results: t, surveys: s } = here.t
  const { response, version, refused, revoked } = issued
  const paper = response?.paper
  return html`<section class="card">${factList([
    [t.state, s.states[surveyStateOf(issued, here.now)]],
    [t.filledOn, paper && shortDay(here, paper.on)],
    [t.typedBy, paper && `${names.get(paper.by) ?? paper.by} · ${shortMoment(here, paper.at)}`],
    [t.issuedAt, response ? undefined : shortMoment(here, issued.at)],
    [t.received, response && !paper ? shortMoment(here, response.at) : undefined],
    [t.endedAt, !response && (refused ?? revoked?.at) ? shortMoment(here, refused ?? revoked?.at ?? '') : undefined],
    [
      t.how,
      waysOf(issued)
        .map((way) => s.ways[way])
        .join(', '),
    ],
    [t.language, response && s.answersIn[response.lang]],
    [t.version, fill(s.version, { n: version })],
  ])}</section>`
}

function answersOf(here: Here, shown: Shown, response: NonNullable<IssuedSurvey['response']>): Html {
  const t = here.t.results
  const { caseFile, issued, survey, lang = response.lang } = shown
  if (!survey) return html`<p class="warning">${t.unknownVersion}</p>${raised(here, caseFile, issued, true)}`
  const pages = pagesAskedOf(survey, response.answers, lang)
  const isSafety = (page: (typeof pages)[number]) => page.questions.some((question) => question.isSafety)
  const other = lang === 'ko' ? 'en' : 'ko'
  const safety = pages.filter(isSafety)
  return html`<div class="answered"><section class="card safety"><h2>${t.safety}</h2><p class="hint">${t.safetyLead}</p>
<div lang="${lang}">${safety.map((page) => answerBlock(here, page, 'safety'))}</div>${raised(here, caseFile, issued, true)}</section>
${qualityCard(here, survey, qualityOf(survey, response), response.paper !== undefined)}
<div><p class="head no-print"><span>${lang === response.lang ? t.asAsked : ''}</span> <a href="?words=${other}">${t.inOther[other]}</a></p>
<div lang="${lang}">${pages.map((page) => answerBlock(here, page, 'others'))}</div></div></div>`
}

/** What the answers raised, also those that were saved and never sent. */
function raised(here: Here, { number, concerns }: CaseFile, { id }: IssuedSurvey, always: boolean): Html {
  const t = here.t.results
  const ours = concerns.filter(({ surveyId }) => surveyId === id)
  if (ours.length === 0) return always ? html`<p>${t.raisedNone}</p>` : html``
  const line = (code: string, at: string) =>
    fill(t.raisedLine, { what: labelOf('concern', code, here.lang), when: shortMoment(here, at) })
  return html`<h3>${t.raised}</h3><ul class="history">${ours.map(
    ({ code, at, settled }) =>
      html`<li>${line(code, at)} <span class="mark${settled ? '' : ' care'}">${settled ? t.settled : t.open}</span></li>`,
  )}</ul><p class="no-print"><a href="/cases/${number}#concerns">${t.toConcerns}</a></p>`
}
