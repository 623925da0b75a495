import type { Cut, Ground } from './disclosure-ground.ts'
import { placeOf } from './disclosure-numbers.ts'
import { outcomeOf } from './outcome.ts'
import type { ShownScale } from './shown.ts'

/** The change that an earlier release showed, and of whom. */
export interface GivenOutcome {
  cut: Cut
  shown: readonly ShownScale[]
}

/**
 * The change in each scale as others may see it: means only where the number of pairs may be shown, and where no
 * earlier mean is so near that something would follow of the few between.
 */
export function outcomeShown(
  cut: Cut,
  ground: Ground,
  places: ReadonlySet<string>,
  given: readonly GivenOutcome[],
  threshold: number,
): ShownScale[] {
  if (cut.scales.length === 0) return []
  const isNear = nearTo(given, cut, ground, threshold)
  return outcomeOf(ground.youthsIn(cut)).map(({ scale, pairs, numbers }): ShownScale => {
    if (!places.has(placeOf.scale(scale)) || isNear(scale, pairs.length)) return { scale, pairs: null }
    return { scale, pairs: pairs.length, ...(numbers && { numbers }) }
  })
}

/**
 * Whether an earlier release of youths of the same time had nearly as many pairs of a scale; or had them of the same
 * youths as it would now but for a few, so that other means come of it.
 */
function nearTo(given: readonly GivenOutcome[], cut: Cut, ground: Ground, threshold: number) {
  const before = given
    .filter((one) => one.cut.from <= cut.to && one.cut.to >= cut.from)
    .map((one) => ({ ...one, now: outcomeOf(ground.youthsIn(one.cut)) }))
  const isFew = (change: number) => change !== 0 && Math.abs(change) < threshold
  return (scale: string, pairs: number): boolean =>
    before.some(({ shown, now }) => {
      const was = shown.find((one) => one.scale === scale)
      const is = now.find((one) => one.scale === scale)
      if (!was || was.pairs === null) return false
      const change = (is?.pairs.length ?? 0) - was.pairs
      const isSame = change === 0 && JSON.stringify(is?.numbers) === JSON.stringify(was.numbers)
      return isFew(pairs - was.pairs) || (!isSame && Math.abs(change) < threshold)
    })
}
