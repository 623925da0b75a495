import { codesOf } from '../codebook/codebook.ts'
import type { FigureId } from './figures.ts'
import { countedIn, type Filter } from './filter.ts'
import { heldOwnOf, motiveOf } from './reads.ts'
import { type Kappa, kappaOf } from './statistics/kappa.ts'
import { quantileOf } from './statistics/spread.ts'
import { eachOf, type Read, type Youths } from './youths.ts'

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

const waitingDaysOf: Read<number | undefined> = ({ waitingDays }) => waitingDays
const plannedOf: Read<number | undefined> = ({ planned }) => planned
const orderedOf: Read<number | undefined> = ({ orderedMinutes }) => orderedMinutes
const minutesOf: Read<number> = ({ minutes }) => minutes
const motiveSelfOf: Read<string | undefined> = ({ motiveSelf }) => motiveSelf

/** All that is read of a youth for it. */
export const operationsReads: readonly Read<unknown>[] = [
  ...[waitingDaysOf, plannedOf, heldOwnOf, orderedOf, minutesOf, motiveSelfOf, motiveOf],
]

export function operationsOf(youths: Youths, filter: Filter): Operations {
  const counted = countedIn(youths, filter)
  const days = eachOf(counted.counted(waitingDaysOf)).flatMap((days) => days ?? [])
  const withPlan = counted.where(plannedOf, (planned) => planned !== undefined)
  const withOrder = counted.where(orderedOf, (ordered) => ordered !== undefined)
  return {
    ...(days.length > 0 && {
      waiting: {
        n: days.length,
        median: quantileOf(days, 0.5),
        quartiles: [quantileOf(days, 0.25), quantileOf(days, 0.75)],
      },
    }),
    sessions: { n: withPlan.size, planned: sumOf(withPlan, plannedOf), held: sumOf(withPlan, heldOwnOf) },
    hours: {
      n: withOrder.size,
      ordered: sumOf(withOrder, orderedOf) / 60,
      credited: sumOf(withOrder, minutesOf) / 60,
    },
    agreement: agreementOf(counted),
  }
}

const sumOf = (youths: Youths, read: Read<number | undefined>): number =>
  youths.counted(read).reduce((sum, [one, count]) => sum + (one ?? 0) * count, 0)

function agreementOf(youths: Youths): Operations['agreement'] {
  const both = youths
    .together(motiveSelfOf, motiveOf)
    .flatMap(([self, coded, count]): [pair: [string, string], count: number][] =>
      self && coded ? [[[self, coded], count]] : [],
    )
  const found = new Set(both.flatMap(([pair]) => pair))
  const listed = codesOf('motive').filter((code) => found.delete(code))
  const codes = [...listed, ...[...found].sort()]
  const cells = codes.map((self) =>
    codes.map((coded) => both.find(([[one, other]]) => one === self && other === coded)?.[1] ?? 0),
  )
  return { ...kappaOf(eachOf(both)), codes, cells }
}
