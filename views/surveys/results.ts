import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Asking, ScaleCourse } from '../../src/exit/survey-course.ts'
import { waysOf } from '../../src/intake/wave-standing.ts'
import { qualityOf } from '../../src/surveys/quality.ts'
import { dayOf } from '../../src/time/days.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay } from '../parts/dates.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { qualityInShort } from './quality.ts'
import { scaleCard } from './scale-card.ts'

interface Shown {
  caseFile: CaseFile
  askings: Asking[]
  courses: ScaleCourse[]
}

/** The scales of one youth over the whole programme: a line, every number beside it, and what is missing and why. */
export function surveyResultsPage(here: Here, { caseFile, askings, courses }: Shown): Html {
  const t = here.t.results
  const { number } = caseFile
  const answered = askings.some((one) => one.answered)
  return layout(here, {
    title: `${t.title} ${number}`,
    styles: ['results.css'],
    wide: true,
    body: html`${caseHead(here, caseFile, 'surveys')}
<div class="head"><h2>${t.title}</h2><span class="acts no-print">${answered ? html`<a class="button" href="/cases/${number}/outcome">${here.t.ownOutcome.toPage}</a>` : ''}<a href="/cases/${number}/surveys">${here.t.surveys.backToList}</a></span></div>
<p class="notice">${t.caveat}</p>
<h3>${t.askings}</h3>${askingsTable(here, number, askings)}
${answered ? sections(here, askings, courses) : html`<p class="nothing">${t.nothing}</p>`}`,
  })
}

function askingsTable(here: Here, number: string, askings: Asking[]): Html {
  const { surveys: s, results: t } = here.t
  const heads = [t.asking, t.state, t.answeredOn, t.version, t.how, t.marks, t.answers]
  const lines = askings.map(({ wave, state, issued, answered, survey }) => {
    const response = answered?.response
    const isSeen = issued && state !== 'not-asked'
    return [
      s.names[wave],
      state === 'not-asked' ? t.notAsked : s.states[state],
      response ? shortDay(here, response.paper?.on ?? dayOf(response.at)) : '–',
      answered ? fill(s.version, { n: answered.version }) : '–',
      answered && response ? html`${howOf(here, answered)} · ${s.answersIn[response.lang]}` : '–',
      response && survey ? qualityInShort(here, qualityOf(survey, response)) : '–',
      isSeen
        ? html`<a href="/cases/${number}/surveys/${issued.id}">${response ? t.toAnswers : t.toState}<span class="unseen">: ${s.names[wave]}</span></a>`
        : '–',
    ]
  })
  return stack(t.askings, heads, lines, '')
}

const howOf = ({ t }: Here, issued: Parameters<typeof waysOf>[0]): string =>
  waysOf(issued)
    .map((way) => t.surveys.ways[way])
    .join(', ')

function sections(here: Here, askings: Asking[], courses: ScaleCourse[]): Html {
  const t = here.t.results
  const isOutcome = ({ about }: ScaleCourse) => about.outcome
  const isKnowledge = ({ about }: ScaleCourse) => about.kind === 'knowledge'
  const attitudes = courses.filter((one) => isOutcome(one) && !isKnowledge(one))
  const range = attitudes[0]?.about ?? { from: 1, to: 5 }
  const part = (title: string, lead: string, some: ScaleCourse[]) =>
    some.length === 0
      ? ''
      : html`<section class="part"><h3>${title}</h3><p>${lead}</p><div class="scales">${some.map((one) => scaleCard(here, askings, one))}</div></section>`
  return html`${part(t.attitudes, `${fill(t.attitudesLead, { from: range.from, to: range.to })} ${t.cut}`, attitudes)}
${part(
  t.knowledge,
  t.knowledgeLead,
  courses.filter((one) => isOutcome(one) && isKnowledge(one)),
)}
${part(
  t.apartTitle,
  t.apartLead,
  courses.filter((one) => !isOutcome(one)),
)}`
}
