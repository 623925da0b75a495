import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { closingOf } from '../casefile/questions.ts'
import { type GroupNote, type GroupText, isGroup, isHeld, type Session } from '../casefile/session.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Since } from './note.ts'
import { hasBegun } from './status.ts'

/*
 * What a group did as a whole. It stands in the session, and so in what is kept of each of its youths: it names none of
 * them. What is about one stands in that youth's own note. Whoever holds the session, or has one of its cases, writes
 * it; it has no private part, so one may go on with what another began.
 */

/** Keeps what was typed so far, from the session's beginning on. */
export function writeGroup(
  session: Session,
  caseFiles: CaseFile[],
  text: GroupText,
  signature: Signature,
  since?: Since,
): Result<Session> {
  const against = againstWritingGroup(session, caseFiles, signature) ?? againstKept(session, since)
  return against ? refused(against) : done(withText(session, { draft: { ...text, ...signature } }))
}

/** Signs the note on a group that took place: from now on it stands as it is, and only additions can be made. */
export function signGroup(
  session: Session,
  caseFiles: CaseFile[],
  text: GroupText,
  signature: Signature,
  since?: Since,
): Result<Session> {
  const against = againstWritingGroup(session, caseFiles, signature) ?? againstKept(session, since)
  if (against) return refused(against)
  if (!caseFiles.some(({ number }) => isHeld(session, number))) return refused({ reason: 'session-not-held' })
  if (text.summary === '') return refused({ reason: 'note-empty', field: 'account' })
  const named = namesIn(text, caseFiles)
  return named.length > 0 ? refused(...named) : done(withText(session, { signed: { ...text, ...signature } }))
}

/** Adds to a signed note, with date and name; the note itself stays as it was. Names nobody either. */
export function addToGroup(
  session: Session,
  caseFiles: CaseFile[],
  text: string,
  signature: Signature,
): Result<Session> {
  const { groupNote } = session
  if (!groupNote?.signed) return refused({ reason: 'note-not-signed', field: 'addendum' })
  const named = caseFiles.filter(({ youth }) => text.includes(youth.name))
  if (named.length > 0) return refused(...named.map(({ number }) => namesYouth('addendum', number)))
  return done({ ...session, groupNote: { ...groupNote, addenda: [...groupNote.addenda, { text, ...signature }] } })
}

/** Why the note on a group cannot be written now. */
export function againstWritingGroup(session: Session, caseFiles: CaseFile[], { at }: Signature): Refusal | undefined {
  if (!isGroup(session)) return { reason: 'no-group-note' }
  if (session.groupNote?.signed) return { reason: 'note-signed' }
  if (session.cancelled) return { reason: 'session-cancelled' }
  if (!hasBegun(session, at)) return { reason: 'not-begun' }
  return caseFiles.every(closingOf) ? { reason: 'case-closed' } : undefined
}

function againstKept({ groupNote }: Session, since: Since): Refusal | undefined {
  const kept = groupNote?.draft
  return since !== undefined && kept && kept.at !== since ? { reason: 'note-kept-elsewhere' } : undefined
}

/** Under which field a part of the text stands in the form. */
const fieldOf: Record<keyof GroupText, string> = {
  ...{ goals: 'goals', module: 'module', summary: 'account', homework: 'homework', next: 'nextStep' },
}

/** Youths of the group whose full name stands in the text. */
function namesIn(text: GroupText, caseFiles: CaseFile[]): Refusal[] {
  const parts = Object.entries(fieldOf) as [keyof GroupText, string][]
  return parts.flatMap(([part, field]) =>
    caseFiles.filter(({ youth }) => text[part]?.includes(youth.name)).map(({ number }) => namesYouth(field, number)),
  )
}

const namesYouth = (field: string, number: string): Refusal => ({
  ...{ reason: 'names-a-youth', field },
  with: { case: number },
})

const withText = (session: Session, state: Pick<GroupNote, 'draft' | 'signed'>): Session => ({
  ...session,
  groupNote: { ...state, addenda: [] },
})
