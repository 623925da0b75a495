import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { WaveStanding } from '../../src/intake/wave-standing.ts'
import type { Refusal } from '../../src/result.ts'
import type { WeekHours } from '../../src/time/hours.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf, say } from '../parts/form.ts'
import { weekOf } from '../sessions/parts.ts'
import { fill } from '../words.ts'
import { actsOn } from './hand-out.ts'
import { standingMark, standingText } from './standing.ts'

export interface SurveyHours {
  hours: WeekHours
  /** whether surveys can be begun now */
  isOpen: boolean
}

interface Shown extends SurveyHours {
  caseFile: CaseFile
  standings: WaveStanding[]
  typed: URLSearchParams
  refusals: Refusal[]
}

/** The surveys of one case, point by point of the programme: where each stands, and what can be done about it now. */
export function surveysPage(here: Here, shown: Shown): Html {
  const { caseFile, standings, typed, refusals } = shown
  const t = here.t.surveys
  const f = formOf(here, typed, refusals)
  const waits = standings.some(({ mayIssue, last }) => mayIssue || last?.state === 'sent' || last?.state === 'opened')
  return layout(here, {
    title: `${t.title} ${caseFile.number}`,
    refused: refusals.length > 0,
    styles: ['handing-out.css'],
    body: html`${caseHead(here, caseFile, 'surveys')}
${caseFile.surveys.some(({ response }) => response) ? html`<p class="to-results"><a href="/cases/${caseFile.number}/surveys/results">${here.t.results.toResults}</a></p>` : ''}
${f.problems()}
${consentNotice(here, caseFile.number, standings)}
${waits && here.may('issue a survey') ? closedNotice(here, shown) : ''}
<ol class="waves">${standings.map((one) => waveItem(here, one, shown))}</ol>
${here.may('see what is asked') ? html`<p><a href="/surveys">${here.t.versions.toAsked}</a></p>` : ''}`,
  })
}

function waveItem(here: Here, standing: WaveStanding, { caseFile, typed, refusals }: Shown): Html {
  const t = here.t.surveys
  const { wave, before } = standing
  const isTyped = refusals.length > 0 && typed.get('wave') === wave
  const problem = isTyped ? refusals.find(({ field }) => field === 'wave') : undefined
  return html`<li${isTyped ? html` id="wave"` : ''} class="wave${problem ? ' wrong' : ''}"><div class="about"><h2>${t.names[wave]} ${standingMark(here, standing)}</h2>
<p class="said">${standingText(here, standing)}</p>${problem ? html`<p class="problem">${say(here, problem)}</p>` : ''}
${
  before.length > 0
    ? html`<details class="before"><summary>${fill(t.earlier, { n: before.length })}</summary><ul>${before.map((last) => html`<li>${standingMark(here, { ...standing, last })} ${standingText(here, { ...standing, last })}</li>`)}</ul></details>`
    : ''
}</div>${actsOn(here, caseFile.number, standing, typed)}</li>`
}

/** What is asked before anything can be handed out. */
function consentNotice(here: Here, number: string, standings: WaveStanding[]): Html {
  const reason = standings.find(({ against }) => against && isOfConsent(against))?.against?.reason
  if (!reason) return html``
  return html`<p class="notice">${here.t.reasons[reason]} <a href="/cases/${number}/consents">${here.t.cases.tabs.consents}</a></p>`
}
const isOfConsent = ({ reason }: Refusal): boolean => reason === 'before-consent' || reason === 'survey-consent-needed'

/** Said wherever something is handed out that cannot be opened now. */
export const closedNotice = (here: Here, { hours, isOpen }: SurveyHours): Html =>
  isOpen ? html`` : html`<p class="notice">${fill(here.t.surveys.closedNow, { hours: weekOf(here, hours) })}</p>`
