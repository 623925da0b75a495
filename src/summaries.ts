import { dataOf } from './casefile/data.ts'
import { factsOf, keptFactsOf } from './casefile/facts.ts'
import { rowOf } from './casefile/row.ts'
import { upgraded } from './casefile/upgrade.ts'
import { asksOf } from './consent/ask-again.ts'
import { followUpsOf, surveysWaitingOf } from './intake/follow-ups.ts'
import { stageOf } from './programme.ts'
import { keptApartOf } from './sessions/apart.ts'
import { claimsOf } from './sessions/clash.ts'
import type { Summaries } from './store/store.ts'
import { shelfOf } from './surveys/shelf.ts'

/** What the store must know of the programme to keep lists and figures at hand. */
export const summaries: Summaries = {
  row: (caseFile, sessions) => ({
    ...rowOf(caseFile, sessions, stageOf(caseFile, sessions)),
    asks: asksOf(caseFile),
    apart: keptApartOf(caseFile),
    surveysWaiting: surveysWaitingOf(caseFile),
    followUps: followUpsOf(caseFile),
  }),
  facts: (caseFile, sessions, editions) => factsOf(caseFile, sessions, stageOf(caseFile, sessions), shelfOf(editions)),
  data: (caseFile, sessions, editions) => dataOf(caseFile, sessions, stageOf(caseFile, sessions), shelfOf(editions)),
  keptFacts: keptFactsOf,
  claims: claimsOf,
  upgraded,
}
