import { html } from 'hono/html'
import type { Message } from '../../src/people/message.ts'
import { alarmMinutes, helpRows } from '../../src/people/survey-settings.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { weekHoursFields } from '../parts/week-hours.ts'
import { fill } from '../words.ts'
import { settingsHead } from './head.ts'

type Ways = readonly Message['way'][]

/** When surveys can be begun, where youths find help, and who is called when one needs it. */
export function surveySettingsPage(here: Here, sends: Ways, typed: URLSearchParams, refusals: Refusal[]): Html {
  const s = here.t.surveySettings
  const f = formOf(here, typed, refusals)
  const { least, most } = alarmMinutes
  return layout(here, {
    title: s.title,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'surveys', s.title)}${f.problems()}
<form method="post" action="/settings/surveys">
<section class="card"><h2>${s.hoursHead}</h2><p>${s.hoursLead}</p>${weekHoursFields(f)}</section>
<section class="card"><h2>${s.helpHead}</h2><p>${s.helpLead}</p>${helpRows.map(
      ([phone, ko, en], at) =>
        html`<fieldset class="field"><legend>${fill(s.helpRow, { n: at + 1 })}</legend><div class="pair">${f.text(phone, { type: 'tel', autocomplete: 'off' })}${f.text(ko, { autocomplete: 'off' })}${f.text(en, { autocomplete: 'off' })}</div></fieldset>`,
    )}</section>
<section class="card"><h2>${s.alarmHead}</h2><p>${s.alarmLead}</p>${f.text('alarmMinutes', { type: 'number', least, most, short: true })}<p>${s.dutyLead}</p>${notSent(here, sends)}<div class="pair">${f.text('alarmMail', { type: 'email', autocomplete: 'off', optional: true })}${f.text('alarmPhone', { type: 'tel', autocomplete: 'off', optional: true })}</div></section>
<p class="acts"><button class="primary">${here.t.settings.save}</button></p></form>`,
  })
}

/** What nothing sends here: then only who is signed in learns of it, and that is said before anyone relies on it. */
function notSent(here: Here, sends: Ways): Html {
  const s = here.t.surveySettings
  if (here.demo) return html`<p class="warning">${here.t.reminders.demo}</p>`
  const missing = (['mail', 'text'] as const).filter((way) => !sends.includes(way))
  const [which] = missing.length > 1 ? (['both'] as const) : missing
  return which ? html`<p class="warning">${s.notSent[which]}</p>` : html``
}
