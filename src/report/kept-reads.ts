import { monthsOf, waves } from '../surveys/waves.ts'
import { codedTwice } from './coding.ts'
import { definitions } from './figures.ts'
import { operationsReads } from './operations.ts'
import { comparedAt, outcomeScales } from './outcome.ts'
import { scoreAt, wayOf } from './outcome-flow.ts'
import { hasCompleted } from './outcome-groups.ts'
import { basisOf, isAccepted, referredOnOf, schoolLevelOf } from './reads.ts'
import type { Read } from './youths.ts'

const laterWaves = waves.filter((wave) => wave === 'exit' || monthsOf(wave) !== undefined)

/** All that any figure, and any page about change, operations or coding, reads of a youth. */
export const keptReads: readonly Read<unknown>[] = [
  ...new Set<Read<unknown>>([
    ...[isAccepted, referredOnOf, schoolLevelOf, basisOf],
    ...definitions.map(({ counts }) => counts),
    ...operationsReads,
    ...[codedTwice, wayOf, hasCompleted, scoreAt('SAT', 'exit')],
    ...outcomeScales().flatMap(([scale]) => [
      ...[scoreAt(scale, 'intake'), ...laterWaves.map((wave) => comparedAt(scale, wave))],
    ]),
  ]),
]
