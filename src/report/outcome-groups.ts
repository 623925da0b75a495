import type { Facts } from '../casefile/facts.ts'
import { isCompleting } from '../casefile/questions.ts'
import { monthsOf, waves } from '../surveys/waves.ts'
import { comparedOf } from './outcome.ts'
import { meanOf, sdOf, spearmanOf } from './statistics/spread.ts'

/** Youths of one kind of ending: what they scored at intake, and how those of them changed who answered at exit too. */
export interface Group {
  /** with a score at intake */
  n: number
  mean?: number
  sd?: number
  pairs: number
  change?: number
}

/** Closed as having completed what was planned, or for another reason; who is still in counselling is in neither. */
export interface Completion {
  completed: Group
  ended: Group
}

/** Whether somebody who ended did so with what was planned behind them; undefined while the case is open. */
export const hasCompleted = ({ closedOn, closureReason }: Facts): boolean | undefined =>
  closedOn === undefined ? undefined : isCompleting(closureReason)

/** Whether those who stayed to the end were others from the beginning: without this a change says little. */
export const completionOf = (facts: readonly Facts[], scale: string): Completion => ({
  completed: groupOf(
    facts.filter((one) => hasCompleted(one) === true),
    scale,
  ),
  ended: groupOf(
    facts.filter((one) => hasCompleted(one) === false),
    scale,
  ),
})

function groupOf(facts: readonly Facts[], scale: string): Group {
  const intake = facts.flatMap(({ surveys }) => surveys.find(({ wave }) => wave === 'intake')?.scores?.[scale] ?? [])
  const changes = changesOf(facts, scale).map(({ change }) => change)
  return {
    n: intake.length,
    ...(intake.length > 0 && { mean: meanOf(intake), sd: sdOf(intake) }),
    pairs: changes.length,
    ...(changes.length > 0 && { change: meanOf(changes) }),
  }
}

/** Sessions beside change, one point a youth, in no order that leads to anybody. */
export interface Dose {
  points: { sessions: number; change: number }[]
  /** Spearman's rank correlation; absent where it cannot be worked out */
  rho?: number
}

export function doseOf(facts: readonly Facts[], scale: string): Dose {
  const points = changesOf(facts, scale).sort((a, b) => a.sessions - b.sessions || a.change - b.change)
  const rho = spearmanOf(
    points.map(({ sessions }) => sessions),
    points.map(({ change }) => change),
  )
  return { points, ...(rho !== undefined && { rho }) }
}

const changesOf = (facts: readonly Facts[], scale: string): Dose['points'] =>
  facts.flatMap((one) => {
    const compared = comparedOf(one, scale, 'intake', 'exit')
    return compared.is === 'pair' ? [{ sessions: one.heldOwn, change: compared.after - compared.before }] : []
  })

/** Means of the same youths at intake, at exit and at one follow-up, asked the same all three times. */
export interface FollowedUp {
  /** after the closing */
  months: number
  n: number
  means?: { before: number; after: number; later: number }
}

export function followUpsOf(facts: readonly Facts[], scale: string): FollowedUp[] {
  const pairs = facts.flatMap((one) => {
    const compared = comparedOf(one, scale, 'intake', 'exit')
    return compared.is === 'pair' ? [{ one, compared }] : []
  })
  return waves.flatMap((wave): FollowedUp[] => {
    const months = monthsOf(wave)
    if (months === undefined) return []
    const found = pairs.flatMap(({ one, compared: { before, after } }) => {
      const then = comparedOf(one, scale, 'intake', wave)
      return then.is === 'pair' ? [{ before, after, later: then.after }] : []
    })
    if (found.length === 0) return [{ months, n: 0 }]
    const mean = (part: 'before' | 'after' | 'later'): number => meanOf(found.map((one) => one[part]))
    return [{ months, n: found.length, means: { before: mean('before'), after: mean('after'), later: mean('later') } }]
  })
}
