import { type Day, dayOf, type Moment } from '../time/days.ts'
import type { CaseFile, TriageStep } from './casefile.ts'
import type { Printed } from './outcome.ts'
import { certificatesInForce, printedOf } from './printed.ts'
import { closingOf, dueOnOf, isCompleting, triageOf } from './questions.ts'
import { creditedMinutesOf, heldOf, missedOf, type Session, trackOf } from './session.ts'

/**
 * What the school that referred may see of a case: what it sent, what became of it, dates and hours. Not the motive,
 * not what was said, not an answer to a survey. A page given this type cannot show more.
 */
export interface Excerpt {
  number: string
  name: string
  grade?: number
  referredOn: Day
  dueOn?: Day
  decision?: Pick<TriageStep, 'decision' | 'at' | 'reason'>
  orderedHours?: number
  progress?: Progress
  closedOn?: Day
  /** of a closed case, where the school may be told */
  completed?: boolean
  /** the youth's own that are in force, as they are printed; where the school may be told */
  certificates?: Printed[]
}

export interface Progress {
  /** sessions that the plan names */
  planned?: number
  heldOn: Day[]
  missedOn: Day[]
  creditedMinutes: number
  next?: Moment
  /** what counsellors wrote for the school, oldest first */
  messages: { on: Day; text: string }[]
}

/** `shared`: whether dates and hours may be given to the school, by law or by consent; see consent/share.ts. */
export function excerptOf(caseFile: CaseFile, sessions: Session[], shared: boolean, now: Moment): Excerpt {
  const { number, youth, school, referral } = caseFile
  const step = triageOf(caseFile)
  const closing = closingOf(caseFile)
  return {
    ...{ number, name: youth.name, grade: school.grade, referredOn: referral.on, dueOn: dueOnOf(caseFile) },
    decision: step && { decision: step.decision, at: step.at, reason: reasonFor(step) },
    orderedHours: referral.orderedHours,
    progress: shared && step?.decision === 'accepted' ? progressOf(caseFile, sessions, now) : undefined,
    closedOn: closing?.on,
    completed: shared && closing ? isCompleting(closing.reason) : undefined,
    certificates: shared ? ownCertificates(caseFile) : undefined,
  }
}

const ownCertificates = (caseFile: CaseFile): Printed[] =>
  certificatesInForce(caseFile).flatMap((one) => (one.whose === 'youth' ? [printedOf(one)] : []))

/** Why it came back or was declined is the school's affair too; why it waits, or was taken, is the centre's own. */
const reasonFor = ({ decision, reason }: TriageStep) =>
  decision === 'returned' || decision === 'declined' ? reason : undefined

function progressOf({ number, notes, plan }: CaseFile, sessions: Session[], now: Moment): Progress {
  const startOf = new Map(sessions.map(({ id, startAt }) => [id, startAt]))
  return {
    planned: plan?.sessions,
    heldOn: heldOf(sessions, number).map(({ startAt }) => dayOf(startAt)),
    missedOn: missedOf(sessions, number).map(({ startAt }) => dayOf(startAt)),
    creditedMinutes: creditedMinutesOf(sessions, number),
    next: sessions.find(({ kind, startAt, cancelled }) => trackOf(kind) === 'youth' && !cancelled && startAt > now)
      ?.startAt,
    messages: notes.flatMap(({ sessionId, signed }) =>
      signed?.forSchool ? [{ on: dayOf(startOf.get(sessionId) ?? signed.at), text: signed.forSchool }] : [],
    ),
  }
}
