import { html } from 'hono/html'
import { alarmStateOf } from '../../src/casefile/alarm.ts'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Alarm } from '../../src/people/registers.ts'
import type { Moment } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { hoursMinutes, nearMoment, shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'

interface Shown {
  caseFile: CaseFile
  names: ReadonlyMap<string, string>
  alarms: Alarm[]
}

/** `10:30까지`, or how long it is over. */
export function clockWords(here: Here, lookBy: Moment): string {
  const until = nearMoment(here, lookBy)
  const minutes = Math.floor((Date.parse(here.now) - Date.parse(lookBy)) / 60_000)
  const a = here.t.alarms
  return minutes < 0 ? fill(a.until, { until }) : fill(a.late, { until, n: hoursMinutes(here, minutes) })
}

/** Calls for help of one case: those that wait with their clock and the way to take them up, then who took up the others. */
export function alarmList(here: Here, { caseFile, names, alarms }: Shown): Html {
  const a = here.t.alarms
  const open = alarms.filter(({ taken }) => !taken)
  const taken = alarms.filter((one) => one.taken).reverse()
  return html`${open.map((one) => openAlarm(here, caseFile, one))}${
    taken.length === 0
      ? ''
      : html`<ul class="history">${taken.map(
          ({ at, taken: by }) =>
            html`<li>${a.title} <small>${fill(a.answeredAt, { when: shortMoment(here, at) })} · ${fill(a.takenBy, { who: names.get(by?.by ?? '') ?? '', when: shortMoment(here, by?.at ?? at) })}</small></li>`,
        )}</ul>`
  }`
}

function openAlarm(here: Here, { number }: CaseFile, alarm: Alarm): Html {
  const a = here.t.alarms
  const { id, at, lookBy, escalatedAt } = alarm
  const late = alarmStateOf(alarm, here.now) === 'late'
  return html`<div class="warning call"><h3>${a.title} <small>${fill(a.answeredAt, { when: nearMoment(here, at) })}</small> <span class="mark ${late ? 'bad' : 'care'}">${clockWords(here, lookBy)}</span></h3>${
    escalatedAt ? html`<p>${fill(a.toldAgain, { when: nearMoment(here, escalatedAt) })}</p>` : ''
  }${
    here.may('answer an alarm')
      ? html`<form method="post" action="/cases/${number}/alarms/${id}/taking"><p class="hint">${a.hint}</p><button class="primary">${a.take}</button></form>`
      : ''
  }</div>`
}
