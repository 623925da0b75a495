import { html } from 'hono/html'
import type { Wave } from '../../src/surveys/waves.ts'
import { type Moment, timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { fill } from '../words.ts'
import { inGroups } from './link.ts'
import { closedNotice, type SurveyHours } from './list.ts'

interface Handed extends SurveyHours {
  number: string
  id: string
  wave: Wave
  /** eight digits */
  code: string
  until: Moment
  /** where it is typed in */
  address: string
}

/** The number that puts a survey on the centre's tablet: shown once, and good once. */
export function surveyCodePage(here: Here, handed: Handed): Html {
  const { number, id, wave, code, until, address } = handed
  const t = here.t.surveys
  return layout(here, {
    title: t.codeTitle,
    styles: ['handing-out.css'],
    body: html`<h1>${t.codeTitle}</h1>
<p class="lead">${t.names[wave]} · <span translate="no">${number}</span></p>
${closedNotice(here, handed)}
<section class="card code"><p class="digits" translate="no">${inGroups(code, 4)}</p><p>${fill(t.codeUntil, { time: timeOf(until) })}</p></section>
<ol class="how"><li>${t.codeOpen} <strong translate="no">${address}</strong></li><li>${t.codeType}</li><li>${t.codeGive}</li></ol>
<p class="warning">${t.codeAlone}</p>
<div class="acts"><form method="post" action="/cases/${number}/surveys/${id}/code"><button>${t.codeAgain}</button></form><a href="/cases/${number}/surveys">${t.backToList}</a></div>`,
  })
}
