import { html } from 'hono/html'
import type { Settings } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { longDay } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { weekHoursFields } from '../parts/week-hours.ts'
import { contactFields, retentionFields } from './fields.ts'
import { settingsHead } from './head.ts'

/** What the centre has settled for itself. */
export function centrePage(here: Here, settings: Settings, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { settings: t, days: d } = here.t
  const f = formOf(here, typed, refusals)
  const count = { type: 'number', least: 1, most: 60, short: true } as const
  return layout(here, {
    title: t.tabs.centre,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'centre', t.tabs.centre)}${f.problems()}
<form method="post" action="/settings/centre">
<section class="card"><h2>${t.centreHead}</h2>${f.text('centre')}${contactFields(here, f)}</section>
<section class="card"><h2>${t.sessionsHead}</h2><p>${t.sessionsLead}</p><div class="pair">${f.text('least', count)}${f.text('usual', count)}${f.text('minutes', { ...count, least: 20, most: 240 })}</div></section>
<section class="card"><h2>${t.openingHead}</h2><p>${t.openingLead}</p>${weekHoursFields(f)}</section>
<section class="card"><h2>${d.watchHead}</h2><p>${d.watchLead}</p>${f.text('unseenDays', { ...count, least: 7, most: 90 })}${f.checks('countersign', [['yes', d.countersignYes]], { optional: true })}</section>
<section class="card"><h2>${t.retentionHead}</h2><p>${t.retentionLead}</p>${retentionFields(f)}</section>
<p class="acts"><button class="primary">${t.save}</button></p></form>
<section class="card"><h2>${t.setUpHead}</h2>${factList([
      [t.since, longDay(here, settings.since)],
      [t.recovery, settings.recovery ? longDay(here, dayOf(settings.recovery.at)) : t.noRecovery],
    ])}<p class="hint">${t.recoveryHint}</p></section>`,
  })
}
