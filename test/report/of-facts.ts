import type { Facts } from '../../src/casefile/facts.ts'
import * as coding from '../../src/report/coding.ts'
import * as cross from '../../src/report/cross.ts'
import { youthsOf } from '../../src/report/everyone.ts'
import * as filters from '../../src/report/filter.ts'
import * as outcome from '../../src/report/outcome.ts'
import * as flow from '../../src/report/outcome-flow.ts'
import * as groups from '../../src/report/outcome-groups.ts'
import * as publish from '../../src/report/publish.ts'
import * as tallies from '../../src/report/tally.ts'
import type { Youths } from '../../src/report/youths.ts'

/* What the report counts, of youths whose facts are at hand. */

type Rest<F> = F extends (youths: Youths, ...rest: infer R) => unknown ? R : never
type RestOf<F> = F extends (first: never, youths: Youths, ...rest: infer R) => unknown ? R : never

type Definition = Parameters<typeof tallies.tally>[0]

export const tally = (definition: Definition, facts: readonly Facts[], ...rest: RestOf<typeof tallies.tally>) =>
  tallies.tally(definition, youthsOf(facts), ...rest)

/** Only of those whom a filter lets in. */
export const tallyIn = (definition: Definition, facts: readonly Facts[], filter: filters.Filter) =>
  tallies.tally(definition, filters.countedIn(youthsOf(facts), filter))

export const crossTally = (rows: Definition, columns: Definition, facts: readonly Facts[]) =>
  cross.crossTally(rows, columns, youthsOf(facts))

export const published = (choice: publish.Choice, facts: readonly Facts[], ...rest: RestOf<typeof publish.published>) =>
  publish.published(choice, youthsOf(facts), ...rest)

export const codingAgreement = (facts: readonly Facts[]) => coding.codingAgreement(youthsOf(facts))
export const outcomeOf = (facts: readonly Facts[], ...rest: Rest<typeof outcome.outcomeOf>) =>
  outcome.outcomeOf(youthsOf(facts), ...rest)
export const flowOf = (facts: readonly Facts[]) => flow.flowOf(youthsOf(facts))
export const describedAt = (facts: readonly Facts[], ...rest: Rest<typeof flow.describedAt>) =>
  flow.describedAt(youthsOf(facts), ...rest)
export const completionOf = (facts: readonly Facts[], scale: string) => groups.completionOf(youthsOf(facts), scale)
export const doseOf = (facts: readonly Facts[], scale: string) => groups.doseOf(youthsOf(facts), scale)
export const followUpsOf = (facts: readonly Facts[], scale: string) => groups.followUpsOf(youthsOf(facts), scale)
