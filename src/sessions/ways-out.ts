import type { CaseFile } from '../casefile/casefile.ts'
import { type Session, trackOf } from '../casefile/session.ts'
import { type Day, dayOf } from '../time/days.ts'
import { isWhole, planOnMoreDays, planSeries, type Series } from './series.ts'
import type { SeriesFacts } from './series-places.ts'
import type { Wish } from './series-wish.ts'

/** What could be done when not all sessions fit before the due date. Each was tried; `wish` is the form as it would be. */
export type WayOut =
  | { way: 'more-days'; weekdays: number[]; endsOn: Day; wish: Wish }
  | { way: 'longer'; count: number; minutes: number; endsOn: Day; wish: Wish }
  | { way: 'other-counsellor'; counsellorId: string; endsOn: Day; wish: Wish }
  /** ask the referrer; without a day when they do not fit into the weeks that are looked at either */
  | { way: 'extension'; endsOn?: Day }

export interface WaysOutFacts extends SeriesFacts {
  /** hours that were ordered, for the youth or the guardian as the kind is; absent when the order is in sessions */
  orderedHours?: number
  /** sessions that there must be at least, less those that were held or are booked */
  leastCount: number
  /** ids of the other counsellors who may be given the case */
  others: string[]
}

/** A session is not made longer than that, in minutes. */
const longest = 120
/** New lengths are in whole tens. */
const round = 10
/** As many counsellors as are named. */
const mostNamed = 3

/** Tries what would make room, in the order in which it costs the youth least. An extension may always be asked for. */
export function waysOut(wish: Wish, facts: WaysOutFacts): WayOut[] {
  const extended = planSeries(wish, { ...facts, dueOn: undefined })
  return [
    ...onMoreDays(wish, facts),
    ...longerSessions(wish, facts),
    ...withOthers(wish, facts),
    { way: 'extension', ...(isWhole(extended, wish) && { endsOn: endOf(extended) }) },
  ]
}

/** Hours that were ordered of the one who comes. */
export const orderedHoursOf = ({ referral }: CaseFile, kind: string): number | undefined =>
  trackOf(kind) === 'guardian' ? referral.orderedGuardianHours : referral.orderedHours

/** How few sessions the rest of the course may have: what the programme promises each youth, less what there is already. */
export const leastLeft = (kind: string, least: number, counted: Session[]): number =>
  trackOf(kind) === 'youth' ? Math.max(1, least - counted.length) : 1

function onMoreDays(wish: Wish, facts: SeriesFacts): WayOut[] {
  const series = planOnMoreDays(wish, facts)
  if (!series) return []
  const { weekdays } = series
  return [{ way: 'more-days', weekdays, endsOn: endOf(series), wish: { ...wish, weekdays } }]
}

/** The same hours in fewer sessions: as many as fit, each as long as is needed. */
function longerSessions(wish: Wish, facts: WaysOutFacts): WayOut[] {
  if (facts.orderedHours === undefined) return []
  const all = wish.count * wish.minutes
  const minutesFor = (count: number) => Math.ceil(all / count / round) * round
  for (let count = wish.count - 1; count >= facts.leastCount; count--) {
    const minutes = minutesFor(count)
    if (minutes > longest) break
    // as long as that, fewer are enough
    if (count > facts.leastCount && minutesFor(count - 1) === minutes) continue
    const longer = { ...wish, count, minutes }
    const series = planSeries(longer, facts)
    if (isWhole(series, longer)) return [{ way: 'longer', count, minutes, endsOn: endOf(series), wish: longer }]
  }
  return []
}

function withOthers(wish: Wish, facts: WaysOutFacts): WayOut[] {
  const able: WayOut[] = []
  for (const counsellorId of facts.others) {
    if (able.length === mostNamed) break
    const with_ = { ...wish, counsellorId }
    const series = planSeries(with_, { ...facts, counsellorId })
    if (isWhole(series, wish)) able.push({ way: 'other-counsellor', counsellorId, endsOn: endOf(series), wish: with_ })
  }
  return able
}

const endOf = ({ dates }: Series): Day => dayOf(dates.at(-1)?.startAt ?? '2000-01-01T00:00:00.000Z')
