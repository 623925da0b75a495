import type { Refusal } from '../result.ts'
import { type Day, dayOf, daysBetween, plusDays, timeOf, weekdayOf } from '../time/days.ts'
import { type Liking, type Place, placesFor, type SeriesFacts } from './series-places.ts'
import type { Wish } from './series-wish.ts'

/** Dates for a course of sessions, earliest first, and the days that were passed over on the way. */
export interface Series {
  dates: Place[]
  passedOver: { on: Day; why: Refusal }[]
  /** days of the week that were looked at */
  weekdays: number[]
}

/** How far ahead the planner looks, in days. */
export const farthest = 40 * 7
/** As many days a week as the planner chooses of itself. */
const mostOfItself = 2

/**
 * Offers dates for a course. None of them has anything against it, be it an objection or a caution, and none lies after
 * the due date; where they are fewer than were wished, no more were found on those days of the week. Where no days are
 * wished, one day a week is tried, then two that lie apart.
 */
export function planSeries(wish: Wish, facts: SeriesFacts): Series {
  const along = seriesAlong(wish, facts)
  if (wish.weekdays.length > 0) return along(wish.weekdays)
  let best: Series | undefined
  for (let perWeek = 1; perWeek <= mostOfItself; perWeek++) {
    best = bestOf(weekdaysOf(perWeek, facts).map(along)) ?? best
    if (best && isWhole(best, wish)) break
  }
  return best ?? along([])
}

/** The same with more days a week than wished or chosen: the fewest that are enough, if any are. */
export function planOnMoreDays(wish: Wish, facts: SeriesFacts): Series | undefined {
  const along = seriesAlong(wish, facts)
  const fewest = (wish.weekdays.length || mostOfItself) + 1
  for (let perWeek = fewest; perWeek <= 7; perWeek++) {
    const more = weekdaysOf(perWeek, facts).filter((days) => wish.weekdays.every((day) => days.includes(day)))
    const best = bestOf(more.map(along))
    if (best && isWhole(best, wish)) return best
  }
  return undefined
}

export const isWhole = ({ dates }: Series, { count }: Wish): boolean => dates.length === count

/** From when to when the planner looks. */
export function reachOfWish({ fromOn }: Pick<Wish, 'fromOn'>, today: Day, dueOn?: Day): { from: Day; to: Day } {
  const from = fromOn < today ? today : fromOn
  const end = plusDays(from, farthest)
  return { from, to: dueOn !== undefined && dueOn < end ? dueOn : end }
}

/** Fills some days of the week with sessions, one after the other, each as near as can be to the one before. */
function seriesAlong(wish: Wish, facts: SeriesFacts): (weekdays: number[]) => Series {
  const placeOn = placesFor(wish, facts)
  const days = daysOf(wish, facts)
  return (weekdays) => {
    const series: Series = { dates: [], passedOver: [], weekdays }
    // whoever has no wish keeps the time and the room of the first session on that day of the week
    const liked = new Map<number, Liking>()
    for (const { on, weekday } of days.filter((day) => weekdays.includes(day.weekday))) {
      if (isWhole(series, wish)) break
      const { time, roomId } = liked.get(weekday) ?? {}
      const found = placeOn(on, { time: wish.startTime ?? time, roomId: wish.roomId ?? roomId })
      if ('why' in found) {
        series.passedOver.push({ on, why: found.why })
        continue
      }
      series.dates.push(found.place)
      if (!liked.has(weekday)) liked.set(weekday, { time: timeOf(found.place.startAt), roomId: found.place.roomId })
    }
    return series
  }
}

function daysOf(wish: Wish, { diary, dueOn }: SeriesFacts): { on: Day; weekday: number }[] {
  const { from, to } = reachOfWish(wish, dayOf(diary.now), dueOn)
  const first = weekdayOf(from)
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, n) => ({
    on: plusDays(from, n),
    weekday: ((first - 1 + n) % 7) + 1,
  }))
}

/** All ways to choose so many of the days of the week on which the centre is open. */
function weekdaysOf(perWeek: number, { diary }: SeriesFacts): number[][] {
  const choose = (many: number, days: number[]): number[][] =>
    many === 0
      ? [[]]
      : days.flatMap((day, at) => choose(many - 1, days.slice(at + 1)).map((others) => [day, ...others]))
  return choose(
    perWeek,
    [1, 2, 3, 4, 5, 6, 7].filter((weekday) => diary.openingHours[weekday]),
  )
}

/** The one with the most dates; of these, whose days lie farthest apart, whose hour and room change least, that ends first. */
function bestOf(all: Series[]): Series | undefined {
  const end = ({ dates }: Series) => dates.at(-1)?.startAt ?? ''
  const changes = ({ dates }: Series) => new Set(dates.map((one) => `${one.startAt.slice(10)} ${one.roomId}`)).size
  const [best] = all.sort(
    (a, b) =>
      b.dates.length - a.dates.length ||
      gapOf(b.weekdays) - gapOf(a.weekdays) ||
      changes(a) - changes(b) ||
      end(a).localeCompare(end(b)),
  )
  return best
}

/** Days from one day of the week to the next of them, where they lie closest. */
const gapOf = (weekdays: number[]): number =>
  Math.min(7, ...weekdays.map((day, at) => (weekdays[at + 1] ?? (weekdays[0] ?? 0) + 7) - day))
