import { html } from 'hono/html'
import { farthest, isWhole } from '../../src/sessions/series.ts'
import type { Course } from '../../src/sessions/series-course.ts'
import { fieldsOfWish, type Wish } from '../../src/sessions/series-wish.ts'
import type { WayOut } from '../../src/sessions/ways-out.ts'
import type { Here, Html } from '../here.ts'
import { shortDay } from '../parts/dates.ts'
import { fill } from '../words.ts'
import type { SeriesShown } from './series.ts'

const weeks = farthest / 7

/** That not all fit, how many do, and what could be done about it. */
export function waysOutCard(here: Here, shown: SeriesShown, course: Course): Html {
  const s = here.t.series
  const { wish, series, dueOn, waysOut } = course
  if (isWhole(series, wish)) return html``
  const n = series.dates.length
  const values = { all: wish.count, n, left: wish.count - n, due: dueOn ? shortDay(here, dueOn) : '', weeks }
  return html`<section class="warning" role="status"><h3>${fill(dueOn ? s.short : s.shortAhead, values)}</h3>
<p>${s.waysTitle}</p><ul class="ways">${waysOut.map((way) => html`<li>${wayOut(here, shown, wish, way)}</li>`)}</ul></section>`
}

function wayOut(here: Here, shown: SeriesShown, { count }: Wish, out: WayOut): Html {
  const { t } = here
  const s = t.series
  const { number } = shown.caseFile
  const end = out.endsOn ? shortDay(here, out.endsOn) : ''
  const take = (wish: Wish) =>
    html`<a class="button small" href="/cases/${number}/sessions/plan?${fieldsOfWish(wish).toString()}">${s.take}</a>`
  switch (out.way) {
    case 'more-days': {
      const days = daysIn(here, out.weekdays)
      return html`${fill(s.moreDays, { n: out.weekdays.length, days, all: count, end })} ${take(out.wish)}`
    }
    case 'longer':
      return html`${fill(s.longer, { n: out.count, minutes: out.minutes, end })} ${take(out.wish)}`
    case 'other-counsellor': {
      const who = shown.people.get(out.counsellorId) ?? out.counsellorId
      return html`${fill(s.otherCounsellor, { who, all: count, end })} ${shown.counsellors.length > 0 ? take(out.wish) : s.askLead}`
    }
    case 'extension':
      return html`${out.endsOn ? fill(s.extension, { all: count, end }) : fill(s.extensionOpen, { weeks })} <a href="/cases/${number}/plan">${s.changeDue}</a>`
  }
}

/** `화·목`. */
export const daysIn = ({ t }: Here, weekdays: number[]): string =>
  weekdays.map((weekday) => t.shared.weekdays[weekday - 1]).join('·')
