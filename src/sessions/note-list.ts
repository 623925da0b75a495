import type { CaseFile } from '../casefile/casefile.ts'
import { lacksGroupNote, type Session } from '../casefile/session.ts'
import { type Day, dayOf, type Moment } from '../time/days.ts'
import { awaitsLead } from './note-countersign.ts'
import { ownNotesMissing } from './progress.ts'

/** A note that waits for somebody: to be signed, or to be signed by the lead too. */
export interface WaitingNote {
  what: 'note' | 'group-note' | 'countersignature'
  /** whose: several for the note on a group */
  cases: { number: string; name: string }[]
  sessionId: string
  startAt: Moment
  kind: string
  /** the day since when it waits */
  on: Day
  /** who is to write it, or wrote it */
  by: string
}

const line = (what: WaitingNote['what'], { number, youth }: CaseFile, session: Session, by: string): WaitingNote => ({
  ...{ what, cases: [{ number, name: youth.name }] },
  ...{ sessionId: session.id, startAt: session.startAt, kind: session.kind, by },
  on: dayOf(session.startAt),
})

/** Notes that are to be signed for sessions of one case. A session of several lacks the one on the group as well. */
export const missingIn = (caseFile: CaseFile, sessions: Session[]): WaitingNote[] => [
  ...ownNotesMissing(caseFile, sessions).map((one) => line('note', caseFile, one, one.counsellorId)),
  ...sessions
    .filter((one) => lacksGroupNote(one, caseFile.number))
    .map((one) => line('group-note', caseFile, one, one.counsellorId)),
]

/** Signed notes of one case that this lead is to sign too. */
export const unreadIn = (
  caseFile: CaseFile,
  sessions: Session[],
  { from, me }: { from?: Moment; me: string },
): WaitingNote[] =>
  caseFile.notes.flatMap((note) => {
    const session = sessions.find(({ id }) => id === note.sessionId)
    if (!session || !note.signed || note.signed.by === me || !awaitsLead(note, from)) return []
    return [{ ...line('countersignature', caseFile, session, note.signed.by), on: dayOf(note.signed.at) }]
  })

/** The longest waiting first; the note on a group, which several cases lack, once for all of them. */
export function inTurn(notes: WaitingNote[]): WaitingNote[] {
  const own = notes.filter(({ what }) => what !== 'group-note')
  const groups = new Map<string, WaitingNote>()
  for (const one of notes.filter(({ what }) => what === 'group-note')) {
    const before = groups.get(one.sessionId)
    const cases = [...(before?.cases ?? []), ...one.cases].sort((a, b) => a.number.localeCompare(b.number))
    groups.set(one.sessionId, { ...one, cases })
  }
  return [...own, ...groups.values()].sort((a, b) => a.on.localeCompare(b.on) || a.startAt.localeCompare(b.startAt))
}
