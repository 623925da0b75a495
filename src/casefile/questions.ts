import type { Belonging } from '../people/may.ts'
import type { Day } from '../time/days.ts'
import type { CaseFile, Closing, Concern, TriageStep } from './casefile.ts'
import type { Session } from './session.ts'

/** What the centre has decided on the referral so far; `undefined` while it is new or was sent again after its return. */
export function triageOf({ triage, referral }: CaseFile): TriageStep | undefined {
  const last = triage.at(-1)
  const sentAgain = referral.amended?.at(-1)?.at
  return last?.decision === 'returned' && sentAgain !== undefined && sentAgain > last.at ? undefined : last
}

export const isAccepted = (caseFile: CaseFile): boolean => triageOf(caseFile)?.decision === 'accepted'

/** The counsellor who has the case now. */
export const counsellorOf = ({ assignments }: CaseFile): string | undefined => assignments.at(-1)?.counsellorId

/** The closing in force, if the case is closed. */
export function closingOf({ closings }: CaseFile): Closing | undefined {
  const last = closings.at(-1)
  return last && !last.reopened ? last : undefined
}

export const openConcernsOf = ({ concerns }: CaseFile): Concern[] => concerns.filter(({ settled }) => !settled)

/** The day by which the course must be done: as planned, else as the referral says. */
export const dueOnOf = ({ plan, referral }: CaseFile): Day | undefined => plan?.dueOn ?? referral.dueOn

/** What decides whose case it is; see people/may.ts. */
export const belongingOf = (caseFile: CaseFile): Belonging => ({
  counsellorId: counsellorOf(caseFile),
  schoolId: caseFile.referral.schoolId,
})

/**
 * A session is shared with the counsellors of the cases that attend it. It is also its own counsellor's, who may be
 * standing in; but not once a case that was theirs has gone to somebody else.
 */
export function sessionBelongingOf({ counsellorId }: Session, caseFiles: CaseFile[]): Belonging {
  const gone = caseFiles.some(
    (caseFile) =>
      counsellorOf(caseFile) !== counsellorId &&
      caseFile.assignments.some((assignment) => assignment.counsellorId === counsellorId),
  )
  return { ...(!gone && { counsellorId }), sharedWith: caseFiles.map(counsellorOf) }
}
