import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { counsellorOf } from '../casefile/questions.ts'
import type { Session } from '../casefile/session.ts'
import { assign } from '../referral/triage.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import { comingWith, type HandOverFacts, handOver } from './hand-over.ts'
import { casesOf } from './slot.ts'

export interface Giving {
  /** id of the counsellor who is given the cases */
  to: string
  why?: string
  /** sessions that the new counsellor cannot take stay with the former one */
  leave: boolean
}

export interface Reassigned {
  caseFiles: CaseFile[]
  /** those that changed hands */
  sessions: Session[]
}

/**
 * Gives cases to another counsellor, and with them the sessions that are booked with the former one: all of them, or
 * none. A group stays with its counsellor as long as one of its youths does. Each refusal stands at the number of its
 * case. `sessions` are those of the cases, `attending` the files of everyone who comes to one of them.
 */
export function reassign(
  caseFiles: CaseFile[],
  { to, why, leave }: Giving,
  { sessions, ...facts }: HandOverFacts & { sessions: Session[] },
  signature: Signature,
): Result<Reassigned> {
  const against: Refusal[] = []
  const given: CaseFile[] = []
  for (const caseFile of caseFiles) {
    const assigned = assign(caseFile, to, signature, why)
    if (assigned.ok) given.push(assigned.value)
    else against.push(...assigned.refusals.map((one) => ({ ...one, field: caseFile.number })))
  }
  const staying = facts.attending.filter(({ number }) => caseFiles.every((file) => file.number !== number))
  const handed: Session[] = []
  for (const session of goingAlong(caseFiles, sessions, staying, signature.at)) {
    const result = handOver(session, to, facts, signature)
    if (result.ok) handed.push(result.value)
    else if (!leave) against.push(...result.refusals.map((one) => ({ ...one, field: atCase(session, caseFiles) })))
  }
  return against.length > 0 ? refused(...against) : done({ caseFiles: given, sessions: handed })
}

/** Sessions to come that the former counsellor of a case holds, none of whose other youths stays with them. */
function goingAlong(caseFiles: CaseFile[], sessions: Session[], staying: CaseFile[], now: string): Session[] {
  const former = new Set(caseFiles.map(counsellorOf).filter((id) => id !== undefined))
  return [...former].flatMap((id) =>
    comingWith(sessions, id, now).filter(
      (session) =>
        caseFiles.some((file) => counsellorOf(file) === id && casesOf(session).includes(file.number)) &&
        !staying.some((file) => counsellorOf(file) === id && casesOf(session).includes(file.number)),
    ),
  )
}

const atCase = (session: Session, caseFiles: CaseFile[]): string =>
  caseFiles.find(({ number }) => casesOf(session).includes(number))?.number ?? ''
