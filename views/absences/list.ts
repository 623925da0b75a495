import { html } from 'hono/html'
import { absenceStateOf } from '../../src/people/absence.ts'
import type { Absence } from '../../src/people/registers.ts'
import type { Refusal } from '../../src/result.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { spanOfDays } from '../settings/days.ts'

interface Shown {
  absences: Absence[]
  names: ReadonlyMap<string, string>
  /** whose absence the reader may note */
  whom: [id: string, name: string][]
}

/** Who is away now, who will be, who was; and the form that notes it. */
export function absencesPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const a = here.t.absences
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: a.title,
    refused: refusals.length > 0,
    body: html`<div class="head"><h1>${a.title}</h1>${here.may('settle the own hours') ? html`<a href="/account/hours">${a.hoursTitle}</a>` : ''}</div><p class="lead">${a.lead}</p>
${f.problems()}
${shown.absences.length === 0 ? html`<p class="nothing">${a.none}</p>` : (['now', 'to-come', 'over'] as const).map((group) => groupOf(here, shown, group))}
<form method="post" action="/absences" class="card"><h2>${a.add}</h2><p>${a.oneDay}</p><div class="pair">${shown.whom.length > 1 ? f.select('awayId', shown.whom) : ''}${f.text('awayFrom', { type: 'date' })}${f.text('awayTo', { type: 'date', optional: true })}</div>
<button class="primary">${a.addButton}</button></form>`,
  })
}

function groupOf(here: Here, { absences, names }: Shown, group: 'now' | 'to-come' | 'over'): Html {
  const a = here.t.absences
  const today = dayOf(here.now)
  const isIn = (one: Absence) => {
    const state = absenceStateOf(one, today)
    return state === group || (state === 'ended' && group === 'over')
  }
  const these = absences.filter(isIn).sort((one, other) => one.from.localeCompare(other.from))
  if (these.length === 0) return html``
  const line = (one: Absence) => {
    const name = names.get(one.counsellorId) ?? one.counsellorId
    return [
      isOpenTo(here, one) ? html`<a href="/absences/${one.id}">${name}</a>` : name,
      spanOfDays(here, one),
      absenceMark(here, one),
      (one.coveredBy && names.get(one.coveredBy)) || '–',
    ]
  }
  return html`<section><h2>${a.groups[group]}</h2>${stack(a.groups[group], [a.who, [a.when, 'day'], a.state, a.cover], these.map(line), a.none)}</section>`
}

/** Whether the reader may open it; the guard of its page says the same. */
const isOpenTo = ({ person, may }: Here, { counsellorId, coveredBy }: Absence): boolean =>
  may('arrange a cover') || person?.id === counsellorId || person?.id === coveredBy

export function absenceMark({ t, now }: Here, absence: Absence): Html {
  const state = absenceStateOf(absence, dayOf(now))
  return html`<span class="mark ${state === 'now' ? 'care' : state === 'to-come' ? 'info' : ''}">${t.absences.states[state]}</span>`
}
