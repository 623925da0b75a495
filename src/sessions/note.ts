import type { CaseFile, Signature } from '../casefile/casefile.ts'
import { type Flag, newConcerns, raise } from '../casefile/concern.ts'
import type { Note, NoteText } from '../casefile/course.ts'
import { entered } from '../casefile/journal.ts'
import { closingOf, counsellorOf, coveringAt } from '../casefile/questions.ts'
import { withDuties } from '../casefile/report.ts'
import { attendeeOf, isHeld, type Session } from '../casefile/session.ts'
import { done, type Refusal, type Result, refused } from '../result.ts'
import type { Moment } from '../time/days.ts'
import { hasBegun } from './status.ts'

/** The note on a session in this case file: a session of several youths has one in each file. */
export const noteOf = ({ notes }: CaseFile, sessionId: string): Note | undefined =>
  notes.find((note) => note.sessionId === sessionId)

export const isSigned = (caseFile: CaseFile, sessionId: string): boolean =>
  noteOf(caseFile, sessionId)?.signed !== undefined

/** Whether there is a note to read or to write: the session has begun and was not missed, or something was written. */
export function hasNote(caseFile: CaseFile, session: Session, now: Moment): boolean {
  if (noteOf(caseFile, session.id)) return true
  const missed = attendeeOf(session, caseFile.number)?.attendance && !isHeld(session, caseFile.number)
  return hasBegun(session, now) && !session.cancelled && !missed
}

/**
 * When the draft was kept that a page showed, as that page says; '' if it showed none. A draft that was kept since, in
 * another window, is not typed over. Absent where no page was shown.
 */
export type Since = string | undefined

/** Keeps what was typed so far, whatever it is worth. Possible from the session's beginning on. */
export function write(
  caseFile: CaseFile,
  session: Session,
  text: NoteText,
  signature: Signature,
  since?: Since,
): Result<CaseFile> {
  const against = againstWriting(caseFile, session, signature) ?? againstKept(caseFile, session, since)
  if (against) return refused(against)
  const before = noteOf(caseFile, session.id)
  const notes = withNote(caseFile, session.id, { draft: { ...text, ...signature } })
  // one line in the journal when somebody begins a note, not one each time that it is kept
  if (before?.draft?.by === signature.by) return done({ ...caseFile, notes })
  return done(entered(caseFile, 'note-drafted', { notes }, signature))
}

/**
 * Signs a note: from now on it stands as it is, and only additions can be made. What was flagged in it joins the
 * concerns of the file, and what obliges the centre to report opens its record. Only for a session that took place.
 */
export function sign(
  caseFile: CaseFile,
  session: Session,
  text: NoteText,
  signature: Signature,
  since?: Since,
): Result<CaseFile> {
  const against = againstWriting(caseFile, session, signature) ?? againstKept(caseFile, session, since)
  if (against) return refused(against)
  if (!isHeld(session, caseFile.number)) return refused({ reason: 'session-not-held' })
  if (text.summary === '') return refused({ reason: 'note-empty', field: 'account' })
  const flags = text.concerns ?? []
  const notes = withNote(caseFile, session.id, { signed: { ...text, ...signature } })
  const concerns = [...caseFile.concerns, ...newConcerns(caseFile, flags, 'note', signature)]
  const signed = entered(caseFile, 'note-signed', { notes, concerns }, signature)
  return done(withDuties(signed, flags, session.startAt, signature))
}

/**
 * Keeps a note that could be signed as it is, without signing it: what the school will read of it is looked at first.
 */
export function keepToSign(
  caseFile: CaseFile,
  session: Session,
  text: NoteText,
  signature: Signature,
  since?: Since,
): Result<CaseFile> {
  const signed = sign(caseFile, session, text, signature, since)
  return signed.ok ? write(caseFile, session, text, signature, since) : signed
}

/** Keeps the note and raises what is flagged in it at once, as urgent: what cannot wait for the signature. */
export function keepAndRaise(
  caseFile: CaseFile,
  session: Session,
  { concerns = [], ...text }: NoteText,
  signature: Signature,
  since?: Since,
): Result<CaseFile> {
  if (concerns.length === 0) return refused({ reason: 'missing', field: 'concerns' })
  const urgent = concerns.map(({ code }): Flag => ({ code, severity: 'urgent' }))
  const kept = write(caseFile, session, { ...text, concerns: urgent }, signature, since)
  return kept.ok ? raise(kept.value, urgent, 'note', signature, session.startAt) : kept
}

/** Signs a kept note whose words for the school its author was shown: these and no others are released. */
export function release(
  caseFile: CaseFile,
  session: Session,
  shown: string | undefined,
  signature: Signature,
): Result<CaseFile> {
  const draft = noteOf(caseFile, session.id)?.draft
  if (draft?.by !== signature.by || draft.forSchool !== shown) return refused({ reason: 'changed-meanwhile' })
  return sign(caseFile, session, draft, signature)
}

/** Adds to a signed note, with date and name; the note itself stays as it was. Also after the case is closed. */
export function addTo(caseFile: CaseFile, sessionId: string, text: string, signature: Signature): Result<CaseFile> {
  const note = noteOf(caseFile, sessionId)
  if (!note?.signed) return refused({ reason: 'note-not-signed', field: 'addendum' })
  const notes = caseFile.notes.map((one) =>
    one === note ? { ...note, addenda: [...note.addenda, { text, ...signature }] } : one,
  )
  return done(entered(caseFile, 'note-added-to', { notes }, signature))
}

/** A note as this person may see it: the private process note is its author's and nobody else's. */
export function noteSeenBy({ draft, signed, ...note }: Note, personId: string): Note {
  const seen = <T extends NoteText & Signature>({ process, ...text }: T) =>
    text.by === personId && process !== undefined ? { ...text, process } : text
  return { ...note, ...(draft && { draft: seen(draft) }), ...(signed && { signed: seen(signed) }) }
}

/** Why a note cannot be written now, by this person. */
export function againstWriting(caseFile: CaseFile, session: Session, { by, at }: Signature): Refusal | undefined {
  if (closingOf(caseFile)) return { reason: 'case-closed' }
  if (isSigned(caseFile, session.id)) return { reason: 'note-signed' }
  if (session.cancelled) return { reason: 'session-cancelled' }
  if (!hasBegun(session, at)) return { reason: 'not-begun' }
  // somebody else's draft holds their private part; it is taken over only when they have nothing to do with it any more
  const author = noteOf(caseFile, session.id)?.draft?.by
  const inCharge = [session.counsellorId, counsellorOf(caseFile), ...coveringAt(caseFile, at)].includes(author)
  return author && author !== by && inCharge ? { reason: 'note-by-another' } : undefined
}

function againstKept(caseFile: CaseFile, session: Session, since: Since): Refusal | undefined {
  const kept = noteOf(caseFile, session.id)?.draft
  return since !== undefined && kept && kept.at !== since ? { reason: 'note-kept-elsewhere' } : undefined
}

function withNote({ notes }: CaseFile, sessionId: string, state: Pick<Note, 'draft' | 'signed'>): Note[] {
  const before = notes.find((note) => note.sessionId === sessionId)
  const note: Note = { sessionId, ...state, addenda: [] }
  return before ? notes.map((one) => (one === before ? note : one)) : [...notes, note]
}
