import type { CaseFile } from '../casefile/casefile.ts'
import { inForce } from './gate.ts'

/**
 * Bases on which a committee, school or court ordered the course, so that it must hear whether the course was taken
 * (School Violence Act art. 17; Juvenile Act arts. 32, 32-2, 49-3; Youth Protection Act art. 44).
 */
const ordered = [
  ...['measure-5', 'added-education', 'principal-urgent', 'attendance-order', 'court-added-counselling'],
  ...['conditional-non-indictment', 'prosecutor-course', 'mandatory-order'],
]

/** Whether the referrer may be told dates and hours: by law, or because the youth agreed (PIPA art. 17). */
export const mayTellReferrer = (caseFile: CaseFile): boolean =>
  ordered.includes(caseFile.referral.basis) || inForce(caseFile, 'third-party', 'youth')
