import { html } from 'hono/html'
import type { IssuedSurvey } from '../../src/casefile/casefile.ts'
import { isOut } from '../../src/intake/issue-survey.ts'
import type { WaveStanding } from '../../src/intake/wave-standing.ts'
import type { Here, Html } from '../here.ts'

/** What can be done about one survey now: hand it out, by one of three ways; go on with what is out; read what came back. */
export function actsOn(here: Here, number: string, standing: WaveStanding, typed: URLSearchParams): Html {
  const { wave, last, mayIssue, against } = standing
  if (last?.state === 'answered')
    return html`<p class="acts"><a href="/cases/${number}/surveys/${last.issued.id}"${named(here, here.t.results.toAnswers, wave)}>${here.t.results.toAnswers}</a></p>`
  if (!here.may('issue a survey')) return html``
  if (mayIssue) return handOutForm(here, number, standing, typed.get('wave') === wave && typed.has('pin'))
  if (!last || !isOut(last.state)) return html``
  return html`<div class="acts">${against ? '' : outActs(here, number, last.issued)}${revokeForm(here, number, last.issued)}</div>`
}

/** Several of them stand on the page: for those who do not see where, each button says which survey it is about. */
const named = ({ t }: Here, words: string, wave: string): Html =>
  html` aria-label="${words}: ${t.surveys.names[wave as WaveStanding['wave']]}"`

function handOutForm(here: Here, number: string, { wave }: WaveStanding, withPin: boolean): Html {
  const t = here.t.surveys
  return html`<form method="post" action="/cases/${number}/surveys" class="acts"><input type="hidden" name="wave" value="${wave}">
<span class="by-link"><button name="way" value="link"${named(here, t.makeLink, wave)}>${t.makeLink}</button><label class="choice"><input type="checkbox" name="pin" value="yes"${named(here, t.pinBox, wave)}${withPin ? html` checked` : ''}> <span>${t.pinBox}</span></label></span>
<button name="way" value="tablet"${named(here, t.useTablet, wave)}>${t.useTablet}</button>
<button name="way" value="paper"${named(here, t.usePaper, wave)}>${t.usePaper}</button></form>`
}

/** The blank form of a survey, to be printed with the number of the case on it. */
export const sheetPath = (number: string, { survey, version }: { survey: string; version: number }): string =>
  `/surveys/${survey}.v${version}/sheet?case=${number}`

function outActs(here: Here, number: string, issued: IssuedSurvey): Html {
  const t = here.t.surveys
  const { id, wave } = issued
  return html`<form method="post" action="/cases/${number}/surveys/${id}/code"><button${named(here, t.newCode, wave)}>${t.newCode}</button></form><a class="button" href="/cases/${number}/surveys/${id}/paper"${named(here, t.enterPaper, wave)}>${t.enterPaper}</a><a href="${sheetPath(number, issued)}"${named(here, t.printSheet, wave)}>${t.printSheet}</a>`
}

const revokeForm = (here: Here, number: string, { id, wave }: IssuedSurvey): Html =>
  html`<form method="post" action="/cases/${number}/surveys/${id}/revocation"><button class="plain"${named(here, here.t.surveys.revoke, wave)}>${here.t.surveys.revoke}</button></form>`
