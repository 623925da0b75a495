import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Facts } from '../../src/casefile/facts.ts'
import type { Row } from '../../src/casefile/row.ts'
import type { Summaries } from '../../src/store/store.ts'

/** Next to nothing, so that a process is busy with its disk. */
export const summaries: Summaries = {
  row: ({ number, referral }) => ({ number, name: '', referredOn: referral.on, linkHashes: [] as string[] }) as Row,
  facts: () => ({}) as Facts,
  data: () => ({ facts: {} as Facts }),
  keptFacts: (facts) => facts,
  claims: () => [],
  upgraded: (record) => record as unknown as CaseFile,
}
