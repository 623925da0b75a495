import type { Facts } from '../casefile/facts.ts'
import { codesOf } from '../codebook/codebook.ts'
import type { FigureId } from './figures.ts'
import { type Filter, isCounted } from './filter.ts'
import { type Kappa, kappaOf } from './statistics/kappa.ts'
import { quantileOf } from './statistics/spread.ts'

/** What the house itself must know of its work. Days and hours; `n` is how many youths stand behind. */
export interface Operations {
  waiting?: { n: number; median: number; quartiles: [lower: number, upper: number] }
  sessions: { n: number; planned: number; held: number }
  /** of youths whose hours were ordered */
  hours: { n: number; ordered: number; credited: number }
  /** motives as the youth named and as the counsellor coded them, the main ones */
  agreement: Kappa & { codes: string[]; cells: number[][] }
}

/** The figures that belong to it, by what they are about. */
export const operationsFigures = {
  waiting: ['waiting'],
  course: ['planned-held', 'sessions-held', 'attendance', 'completion', 'hours'],
  asked: ['survey-intake', 'survey-exit', 'survey-follow-up-1', 'survey-follow-up-3', 'survey-follow-up-6'],
} as const satisfies Record<string, readonly FigureId[]>

export function operationsOf(facts: readonly Facts[], filter: Filter): Operations {
  const counted = facts.filter((one) => isCounted(one, filter))
  const days = counted.flatMap(({ waitingDays }) => (waitingDays === undefined ? [] : [waitingDays]))
  const withPlan = counted.filter(({ planned }) => planned !== undefined)
  const withOrder = counted.filter(({ orderedMinutes }) => orderedMinutes !== undefined)
  return {
    ...(days.length > 0 && {
      waiting: {
        n: days.length,
        median: quantileOf(days, 0.5),
        quartiles: [quantileOf(days, 0.25), quantileOf(days, 0.75)],
      },
    }),
    sessions: {
      n: withPlan.length,
      planned: sumOf(withPlan.map(({ planned }) => planned ?? 0)),
      held: sumOf(withPlan.map(({ heldOwn }) => heldOwn)),
    },
    hours: {
      n: withOrder.length,
      ordered: sumOf(withOrder.map(({ orderedMinutes }) => orderedMinutes ?? 0)) / 60,
      credited: sumOf(withOrder.map(({ minutes }) => minutes)) / 60,
    },
    agreement: agreementOf(counted),
  }
}

const sumOf = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0)

function agreementOf(facts: readonly Facts[]): Operations['agreement'] {
  const pairs = facts.flatMap(({ motiveSelf, motive }): [string, string][] =>
    motiveSelf && motive ? [[motiveSelf, motive]] : [],
  )
  const found = new Set(pairs.flat())
  const listed = codesOf('motive').filter((code) => found.delete(code))
  const codes = [...listed, ...[...found].sort()]
  const cells = codes.map((self) =>
    codes.map((coded) => pairs.filter(([one, other]) => one === self && other === coded).length),
  )
  return { ...kappaOf(pairs), codes, cells }
}
