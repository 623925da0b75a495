import type { CaseFile, Guardian } from '../casefile/casefile.ts'
import type { Concern, DutyToReport } from '../casefile/course.ts'
import { dueOnOf, openConcernsOf, owedReportsOf } from '../casefile/questions.ts'
import type { Stage } from '../casefile/row.ts'
import type { Session } from '../casefile/session.ts'
import { type Missing, missingConsents } from '../consent/gate.ts'
import type { Day, Moment } from '../time/days.ts'
import { keptApartOf } from './apart.ts'

/**
 * What a colleague is handed who stands in: what comes next and what to mind. What was said in a session is not in it,
 * so a page that is given this cannot print it, whoever finds it at the printer.
 */
export interface HandOverSheet {
  number: string
  name: string
  stage: Stage
  dueOn?: Day
  next: Pick<Session, 'startAt' | 'minutes' | 'mode' | 'roomId' | 'counsellorId'>[]
  /** numbers of cases whose youths must not be met, and ids of schools */
  apart: { cases: string[]; schools: string[] }
  concerns: Pick<Concern, 'code' | 'severity'>[]
  reportsOwed: DutyToReport['law'][]
  /** of the last note that was signed */
  agreed?: { nextStep?: string; homework?: string }
  missing: Missing[]
  guardians: Pick<Guardian, 'relation' | 'phone'>[]
}

/** How many of the next sessions stand on it. */
const most = 3

/**
 * `apartFrom`: the cases, as far as the reader may know them, that say that their youth must not meet this one;
 * `hidden`: the numbers that the reader may not learn.
 */
export function sheetOf(
  caseFile: CaseFile,
  sessions: Session[],
  { now, stage, apartFrom, hidden }: { now: Moment; stage: Stage; apartFrom: string[]; hidden: ReadonlySet<string> },
): HandOverSheet {
  const { number, youth, guardians } = caseFile
  const { cases, schools } = keptApartOf(caseFile)
  return {
    ...{ number, name: youth.name, stage, dueOn: dueOnOf(caseFile) },
    next: sessions.filter(({ startAt, cancelled }) => startAt > now && !cancelled).slice(0, most),
    apart: { cases: [...new Set([...cases, ...apartFrom])].filter((one) => !hidden.has(one)), schools },
    concerns: openConcernsOf(caseFile).map(({ code, severity }) => ({ code, severity })),
    reportsOwed: owedReportsOf(caseFile).map(({ law }) => law),
    agreed: agreedIn(caseFile, sessions),
    missing: missingConsents(caseFile),
    guardians: guardians.map(({ relation, phone }) => ({ relation, phone })),
  }
}

/** What the latest session with a signed note left to be done, in its own note or in that of the group. */
function agreedIn({ notes }: CaseFile, sessions: Session[]): HandOverSheet['agreed'] {
  const noted = sessions.filter(({ id }) => notes.some(({ sessionId, signed }) => sessionId === id && signed))
  const last = noted.sort((a, b) => a.startAt.localeCompare(b.startAt)).at(-1)
  const own = notes.find(({ sessionId }) => sessionId === last?.id)?.signed
  const group = last?.groupNote?.signed
  const [nextStep, homework] = [own?.next ?? group?.next, own?.homework ?? group?.homework]
  return nextStep || homework ? { nextStep, homework } : undefined
}
