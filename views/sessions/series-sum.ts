import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Course } from '../../src/sessions/series-course.ts'
import { dayOf, daysBetween, timeOf, weekdayOf } from '../../src/time/days.ts'
import { isHolidayKnown } from '../../src/time/holidays.ts'
import type { Here, Html } from '../here.ts'
import { shortDay } from '../parts/dates.ts'
import { say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { daysIn } from './series-out.ts'

/** The course in a line, how much room is left to its due date, and what must be looked at. */
export function courseSum(here: Here, { rows, dueOn, problems }: Course): Html {
  const s = here.t.series
  const days = rows.map(({ startAt }) => dayOf(startAt)).sort()
  const [from] = days
  const to = days.at(-1)
  const times = [...new Set(rows.map(({ startAt }) => timeOf(startAt)))].sort()
  const weekdays = [...new Set(days.map(weekdayOf))].sort()
  const late = dueOn ? days.filter((on) => on > dueOn).length : 0
  const rowsInTheWay = new Set(problems.map(({ field = '' }) => field.split('-')[1])).size
  const unknown = [...new Set(days.filter((on) => !isHolidayKnown(on)).map((on) => on.slice(0, 4)))]
  const first = times[0] ?? ''
  const sum = {
    ...{ n: rows.length, days: daysIn(here, weekdays) },
    span: from === to ? (from ?? '') : fill(s.span, { from: from ?? '', to: to ?? '' }),
    times: times.length > 1 ? fill(s.severalTimes, { first }) : first,
  }
  return html`<div role="status"><p class="sum">${from ? fill(s.sum, sum) : s.noDates}</p>
<p>${dueLine(here, dueOn, to)}</p>
${rowsInTheWay > 0 ? html`<p class="problem">${fill(s.inTheWay, { n: rowsInTheWay })}</p>` : ''}
${late > 0 ? html`<p class="problem">${fill(s.overdue, { n: late })}</p>` : ''}
${unknown.length > 0 ? html`<p class="problem">${fill(s.unknownHolidays, { years: unknown.join(', ') })}</p>` : ''}</div>`
}

function dueLine(here: Here, dueOn: string | undefined, last: string | undefined): string {
  const s = here.t.series
  if (!dueOn) return s.noDue
  const due = shortDay(here, dueOn)
  return last && last <= dueOn ? fill(s.due, { due, n: daysBetween(last, dueOn) }) : fill(s.dueShort, { due })
}

/** The days that the planner passed over, and why. */
export function passedOver(here: Here, { series }: Course): Html {
  const s = here.t.series
  const { passedOver: days } = series
  if (days.length === 0) return html``
  return html`<details><summary>${fill(s.passedOver, { n: days.length })}</summary><ul class="passed">${days.map(
    ({ on, why }) => html`<li>${shortDay(here, on)} <span>${shortly(here, why)}</span></li>`,
  )}</ul></details>`
}

/** Why a day was passed over, in a few words where there are some. */
function shortly(here: Here, why: Refusal): string {
  const { passed } = here.t.series
  const words = Object.hasOwn(passed, why.reason) ? passed[why.reason as keyof typeof passed] : undefined
  return words === undefined ? say(here, why) : say(here, why, words)
}
