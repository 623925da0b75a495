import type { CaseFile } from '../casefile/casefile.ts'
import { guardiansDisagree, inForce, isGuardianNeeded } from './gate.ts'

/**
 * Bases on which a committee, school or court ordered the course, so that it must hear whether the course was taken
 * (School Violence Act art. 17; Juvenile Act arts. 32, 32-2, 49-3; Youth Protection Act art. 44).
 */
const ordered = [
  ...['measure-5', 'added-education', 'principal-urgent', 'attendance-order', 'court-added-counselling'],
  ...['conditional-non-indictment', 'prosecutor-course', 'mandatory-order'],
]

/** Whether the referrer hears of it by law, so that nobody is asked. */
export const isOrdered = ({ referral }: CaseFile): boolean => ordered.includes(referral.basis)

/**
 * Whether the referrer may be told dates and hours: by law, or because the youth agreed (PIPA art. 17), and a guardian
 * with them where the youth was under 14 when they did (art. 22-2).
 */
export const mayTellReferrer = (caseFile: CaseFile): boolean =>
  isOrdered(caseFile) || (inForce(caseFile, 'third-party', 'youth') && guardianLets(caseFile))

const guardianLets = (caseFile: CaseFile): boolean =>
  !isGuardianNeeded(caseFile) ||
  (inForce(caseFile, 'third-party', 'guardian') && !guardiansDisagree(caseFile, 'third-party'))
