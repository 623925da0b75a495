import type { CaseFile } from '../../src/casefile/casefile.ts'
import { labelOf } from '../../src/codebook/codebook.ts'
import type { Whose } from '../../src/consent/issue-link.ts'
import type { Here } from '../here.ts'
import { fill } from '../words.ts'

/** A guardian as staff know them: relation and name. */
export const guardianName = (here: Here, { guardians }: CaseFile, at: number): string => {
  const { relation = '', name = '' } = guardians[at] ?? {}
  return fill(here.t.consent.guardianName, { relation: labelOf('guardianRelation', relation, here.lang), name }).trim()
}

/** Who answers, or to whom a link goes. */
export const giverName = (here: Here, caseFile: CaseFile, { whose, guardian }: Whose): string =>
  whose === 'youth'
    ? `${here.t.consent.giver.youth} (${caseFile.youth.name})`
    : guardianName(here, caseFile, guardian ?? 0)

/** Who wrote something down: staff by name, youth and guardian by what they are. */
export const writerName = ({ t }: Here, names: Map<string, string>, by: string): string =>
  names.get(by) ?? (by === 'youth' || by === 'guardian' ? t.consent.giver[by] : by)
