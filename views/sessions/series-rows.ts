import { html } from 'hono/html'
import { trackOf } from '../../src/casefile/session.ts'
import type { Refusal } from '../../src/result.ts'
import type { Course } from '../../src/sessions/series-course.ts'
import { placesIn, rowFields } from '../../src/sessions/series-rows.ts'
import { fieldsOfWish } from '../../src/sessions/series-wish.ts'
import { isDay, weekdayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { say } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import type { SeriesShown } from './series.ts'

type Field = (typeof rowFields)[number]

/** The dates as they stand, each with what is in its way beside it. */
export function courseTable(here: Here, course: Course, { caseFile, rooms }: SeriesShown): Html {
  const { t } = here
  const preview = `/cases/${caseFile.number}/sessions/series/preview`
  const names = rooms.map(({ id, name }): [string, string] => [id, name])
  const rows = placesIn(course.fields).map((place) => [
    ...rowOf(here, course, names, place),
    html`<button class="small" name="without" value="${place}" formaction="${preview}" aria-label="${fill(t.series.removeNth, { n: place })}">${t.series.remove}</button>`,
  ])
  const heads = [
    t.sessions.ordinalHead,
    t.fields.sessionOn,
    t.fields.startTime,
    t.fields.roomId,
    t.series.check,
    t.series.remove,
  ]
  return html`<div class="course">${stack(t.series.datesTitle, heads, rows, t.series.noDates)}</div>`
}

function rowOf(here: Here, course: Course, rooms: [string, string][], place: number): (Html | string)[] {
  const { t } = here
  const value = (field: Field) => course.fields.get(`${field}-${place}`) ?? ''
  const against = (field: Field) => course.problems.filter((one) => one.field === `${field}-${place}`)
  const about = (field: Field) =>
    html` id="${field}-${place}" name="${field}-${place}" aria-label="${labelOf(here, field, place)}" aria-describedby="row-${place}"${against(field).length > 0 ? html` aria-invalid="true"` : ''}`
  const on = value('sessionOn')
  return [
    ordinalOf(here, course, place),
    html`<span class="on"><input type="date" value="${on}"${about('sessionOn')}> ${isDay(on) ? t.shared.weekdays[weekdayOf(on) - 1] : ''}</span>`,
    html`<input type="time" value="${value('startTime')}"${about('startTime')}>`,
    html`<select${about('roomId')}><option value="">–</option>${rooms.map(
      ([id, name]) => html`<option value="${id}"${id === value('roomId') ? html` selected` : ''}>${name}</option>`,
    )}</select>`,
    html`<div id="row-${place}">${remarks(here, course, place, rowFields.flatMap(against))}</div>`,
  ]
}

function remarks(here: Here, { cautions, ordinals }: Course, place: number, against: Refusal[]): Html {
  const s = here.t.series
  const mild = cautions.get(place) ?? []
  if (against.length > 0) return html`${against.map((one) => html`<p class="problem">${say(here, one)}</p>`)}`
  if (!ordinals.has(place)) return html`<span class="hint">${s.leftOut}</span>`
  if (mild.length === 0) return html`<span class="mark good">${s.fine}</span>`
  return html`${mild.map((one) => html`<p class="${one.reason === 'after-due' ? 'problem' : 'caution'}">${say(here, one)}</p>`)}`
}

/** `3회기`, or a dash for a row that gets none. */
function ordinalOf({ t }: Here, { ordinals, wish }: Course, place: number): string {
  const { guardianOrdinal, liaisonOrdinal } = t.course
  const words = { youth: t.sessions.ordinal, guardian: guardianOrdinal, liaison: liaisonOrdinal }[trackOf(wish.kind)]
  const n = ordinals.get(place)
  return n === undefined ? '–' : fill(words, { n })
}

const labelOf = ({ t }: Here, field: Field, place: number): string =>
  fill(t.series.place, { n: place, field: t.fields[field] })

/** What was wished, to be sent with the dates. */
export const wishAsSent = ({ wish }: Course): Html =>
  html`${[...fieldsOfWish(wish)].map(([name, value]) =>
    // of a name that may come several times a tick box, as in the form where it was chosen
    name === 'weekdays' || name === 'with'
      ? html`<input type="checkbox" name="${name}" value="${value}" checked hidden>`
      : html`<input type="hidden" name="${name}" value="${value}">`,
  )}`

/** The row that it is about; 0 for what is about no row. */
const placeIn = ({ field = '' }: Refusal): number => Number(field.split('-')[1] ?? 0) || 0

/** Everything that is wrong, on top; each problem of a date leads to its field in the table. */
export function courseProblems(here: Here, refusals: Refusal[]): Html {
  const { t } = here
  if (refusals.length === 0) return html``
  const line = (refusal: Refusal) => {
    const [name = '', place] = (refusal.field ?? '').split('-')
    if (!Object.hasOwn(t.fields, name)) return say(here, refusal)
    const label =
      place === undefined ? t.fields[name as keyof typeof t.fields] : labelOf(here, name as Field, Number(place))
    return html`<a href="#${refusal.field}">${label}: ${say(here, refusal)}</a>`
  }
  return html`<div class="problems" role="alert" tabindex="-1" autofocus><h2>${t.shared.problems}</h2><ul>${refusals.toSorted((one, other) => placeIn(one) - placeIn(other)).map((refusal) => html`<li>${line(refusal)}</li>`)}</ul></div>`
}
