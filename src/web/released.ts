import type { Release } from '../people/registers.ts'
import { youthsIn } from '../report/figure-facts.ts'
import { type Half, halfOf, halvesBetween } from '../report/halves.ts'
import { published, thresholdOf } from '../report/publish.ts'
import { type Counted, givenAway, type ReleaseChoice } from '../report/release.ts'
import type { Reader } from '../store/store.ts'
import { type Day, dayOf, type Moment } from '../time/days.ts'

/** What a choice comes to today, beside all that others know already. A release does not stand in its own way. */
export async function countedNow(
  from: Reader,
  choice: Omit<ReleaseChoice, 'purpose'> & { id?: Release['id'] },
  cutOff: Day,
): Promise<Counted> {
  const earlier = givenAway(await from.entries('releases')).filter(({ id }) => id !== choice.id)
  const threshold = thresholdOf(await from.settings())
  const shown = await youthsIn(from, (youths) => published(choice, youths, threshold, earlier))
  return { published: shown, cutOff, threshold }
}

/** Every half-year since the centre began, the present one last. */
export async function halvesIn(from: Pick<Reader, 'settings'>, now: Moment): Promise<Half[]> {
  const today = dayOf(now)
  return halvesBetween(halfOf((await from.settings())?.since ?? today), halfOf(today))
}
