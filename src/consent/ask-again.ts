import type { CaseFile } from '../casefile/casefile.ts'
import type { ConsentAsk } from '../casefile/row.ts'
import { ageOn, type Day } from '../time/days.ts'
import { disagreementsOf, guardianKind, inForce, isGuardianNeeded, isInForce, neededKinds } from './gate.ts'

/** Whether what the youth agreed to rests on a guardian, since they were under 14 when they answered. */
const restsOnGuardian = (caseFile: CaseFile): boolean =>
  isGuardianNeeded(caseFile) && neededKinds.every((kind) => inForce(caseFile, kind, 'youth'))

/**
 * Whether the youth has turned 14 and never answered for themselves alone since. What was agreed to goes on holding;
 * they are asked again because from now on it is theirs to say (PIPA art. 22-2).
 */
export const isToBeAskedAgain = (caseFile: CaseFile, today: Day): boolean =>
  restsOnGuardian(caseFile) && ageOn(caseFile.youth.birthDate, today) >= 14

/** What consent asks of the staff beside the gate, for the row of a case. */
export function asksOf(caseFile: CaseFile): ConsentAsk[] {
  const unverified = ({ consents }: CaseFile) =>
    consents.some((one) => one.kind === guardianKind && one.route === 'link' && isInForce(one) && !one.verification)
  const asks: [ConsentAsk, boolean][] = [
    ['disagreement', disagreementsOf(caseFile).length > 0],
    ['verify', unverified(caseFile)],
    ['again-at-14', restsOnGuardian(caseFile)],
  ]
  return asks.filter(([, is]) => is).map(([ask]) => ask)
}
