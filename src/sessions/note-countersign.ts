import type { CaseFile, Signature } from '../casefile/casefile.ts'
import type { Note } from '../casefile/course.ts'
import { entered } from '../casefile/journal.ts'
import { done, type Result, refused } from '../result.ts'
import type { Moment } from '../time/days.ts'
import { noteOf } from './note.ts'

/** Whether a signed note waits for the lead; `from` is when the centre began to want that, absent if it does not. */
export const awaitsLead = ({ signed, countersigned }: Note, from: Moment | undefined): boolean =>
  signed !== undefined && !countersigned && from !== undefined && signed.at >= from

/**
 * The lead signs a note too, having read it, where the centre wants that; nobody signs their own. A remark may go with
 * it. The note itself stays as it was. Also after the case is closed.
 */
export function countersign(
  caseFile: CaseFile,
  sessionId: string,
  remark: string | undefined,
  { from }: { from?: Moment },
  signature: Signature,
): Result<CaseFile> {
  const note = noteOf(caseFile, sessionId)
  if (!note?.signed) return refused({ reason: 'note-not-signed' })
  if (note.countersigned) return refused({ reason: 'countersigned-already' })
  if (!awaitsLead(note, from)) return refused({ reason: 'not-to-countersign' })
  if (note.signed.by === signature.by) return refused({ reason: 'own-note' })
  const countersigned = { ...(remark && { remark }), ...signature }
  const notes = caseFile.notes.map((one) => (one === note ? { ...note, countersigned } : one))
  return done(entered(caseFile, 'note-countersigned', { notes }, signature))
}
