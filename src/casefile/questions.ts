import type { Belonging } from '../people/may.ts'
import { type Day, dayOf, type Moment } from '../time/days.ts'
import { isWithin } from '../time/hours.ts'
import type { CaseFile, Closing, TriageStep } from './casefile.ts'
import type { Concern, Cover, DutyToReport, Reminding } from './course.ts'
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

/** Whether a reason for closing means that the course was taken. */
export const isCompleting = (reason: string | undefined): boolean =>
  reason === 'completed' || reason === 'completed-early'

export const openConcernsOf = ({ concerns }: CaseFile): Concern[] => concerns.filter(({ settled }) => !settled)

/** The day by which the course must be done: as planned, else as the referral says. */
export const dueOnOf = ({ plan, referral }: CaseFile): Day | undefined => plan?.dueOn ?? referral.dueOn

/** People to whom a broken glass shows the case now. */
export const openToOf = ({ openings }: CaseFile, now: Moment): string[] =>
  openings.filter(({ until }) => now < until).map(({ by }) => by)

/** Who stands in for the counsellor, today or on other days: what was not ended. */
export const coversOf = ({ covers = [] }: CaseFile): Cover[] => covers.filter(({ ended }) => !ended)

/** Ids of the counsellors who stand in at a moment. */
export const coveringAt = (caseFile: CaseFile, now: Moment): string[] =>
  coversOf(caseFile).flatMap((cover) => (isWithin(dayOf(now), cover) ? [cover.counsellorId] : []))

/** Duties to report that were neither done nor found not to be owed. */
export const owedReportsOf = ({ reports = [] }: CaseFile): DutyToReport[] =>
  reports.filter(({ told, notOwed }) => !told && !notOwed)

/** How the youth and each guardian want to be reminded: what each said last. Whoever said nothing is not in it. */
export const remindersOf = ({ reminders = [] }: Pick<CaseFile, 'reminders'>): NonNullable<CaseFile['reminders']> => [
  ...new Map(reminders.map((one) => [personOf(one), one])).values(),
]
const personOf = ({ whose, guardian = 0 }: Reminding): string => (whose === 'youth' ? whose : `guardian-${guardian}`)

/** Where a reminder goes: where they said, else a text to the number on file now. */
export function reminderTo(
  { youth, guardians }: CaseFile,
  { whose, guardian = 0, way, to }: Reminding,
): string | undefined {
  if (way === 'none') return undefined
  const whom = whose === 'youth' ? youth : guardians[guardian]
  return whom && (to ?? (way === 'text' ? whom.phone : undefined))
}

/** What decides whose case it is at a moment; see people/may.ts. */
export const belongingOf = (caseFile: CaseFile, now: Moment): Belonging => ({
  counsellorId: counsellorOf(caseFile),
  sharedWith: coveringAt(caseFile, now),
  schoolId: caseFile.referral.schoolId,
  restrictedTo: caseFile.restricted?.to,
  openTo: openToOf(caseFile, now),
})

/**
 * A session is shared with the counsellors of the cases that attend it. It is also its own counsellor's, who may be
 * standing in; but not once a case that was theirs has gone to somebody else. It is kept to whom all of its cases are.
 */
export function sessionBelongingOf({ counsellorId }: Session, caseFiles: CaseFile[], now: Moment): Belonging {
  const gone = caseFiles.some(
    (caseFile) =>
      counsellorOf(caseFile) !== counsellorId &&
      caseFile.assignments.some((assignment) => assignment.counsellorId === counsellorId),
  )
  const named = caseFiles.flatMap(({ restricted }) => (restricted ? [restricted.to] : []))
  return {
    ...(!gone && { counsellorId }),
    sharedWith: caseFiles.flatMap((caseFile) => [counsellorOf(caseFile), ...coveringAt(caseFile, now)]),
    restrictedTo: named[0]?.filter((id) => named.every((to) => to.includes(id))),
    // a group is not opened by breaking the glass on one of them
    openTo: caseFiles.length === 1 && caseFiles[0] ? openToOf(caseFiles[0], now) : [],
  }
}
