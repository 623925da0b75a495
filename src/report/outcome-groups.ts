import { isCompleting } from '../casefile/questions.ts'
import { monthsOf, waves } from '../surveys/waves.ts'
import { comparedAt } from './outcome.ts'
import { scoresAt } from './outcome-flow.ts'
import { heldOwnOf } from './reads.ts'
import { meanOf, sdOf, spearmanOf } from './statistics/spread.ts'
import { eachOf, type Read, type Youths } from './youths.ts'

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
export const hasCompleted: Read<boolean | undefined> = ({ closedOn, closureReason }) =>
  closedOn === undefined ? undefined : isCompleting(closureReason)

/** Whether those who stayed to the end were others from the beginning: without this a change says little. */
export const completionOf = (youths: Youths, scale: string): Completion => ({
  completed: groupOf(
    youths.where(hasCompleted, (completed) => completed === true),
    scale,
  ),
  ended: groupOf(
    youths.where(hasCompleted, (completed) => completed === false),
    scale,
  ),
})

function groupOf(youths: Youths, scale: string): Group {
  const intake = scoresAt(youths, scale, 'intake')
  const changes = changesOf(youths, scale).map(({ change }) => change)
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

export function doseOf(youths: Youths, scale: string): Dose {
  const points = changesOf(youths, scale)
  const rho = spearmanOf(
    points.map(({ sessions }) => sessions),
    points.map(({ change }) => change),
  )
  return { points, ...(rho !== undefined && { rho }) }
}

/** By sessions, then change. */
function changesOf(youths: Youths, scale: string): Dose['points'] {
  const found = youths
    .together(comparedAt(scale, 'exit'), heldOwnOf)
    .flatMap(([compared, sessions, those]): [Dose['points'][number], number][] =>
      compared.is === 'pair' ? [[{ sessions, change: compared.after - compared.before }, those]] : [],
    )
  return eachOf(found.sort(([a], [b]) => a.sessions - b.sessions || a.change - b.change))
}

/** Means of the same youths at intake, at exit and at one follow-up, asked the same all three times. */
export interface FollowedUp {
  /** after the closing */
  months: number
  n: number
  means?: { before: number; after: number; later: number }
}

export const followUpsOf = (youths: Youths, scale: string): FollowedUp[] =>
  waves.flatMap((wave): FollowedUp[] => {
    const months = monthsOf(wave)
    if (months === undefined) return []
    const found = youths
      .together(comparedAt(scale, 'exit'), comparedAt(scale, wave))
      .flatMap(([exit, then, those]): [{ before: number; after: number; later: number }, number][] =>
        exit.is === 'pair' && then.is === 'pair'
          ? [[{ before: exit.before, after: exit.after, later: then.after }, those]]
          : [],
      )
    const all = eachOf(found.sort(([a], [b]) => a.before - b.before || a.after - b.after || a.later - b.later))
    if (all.length === 0) return [{ months, n: 0 }]
    const mean = (part: 'before' | 'after' | 'later'): number => meanOf(all.map((one) => one[part]))
    return [{ months, n: all.length, means: { before: mean('before'), after: mean('after'), later: mean('later') } }]
  })
