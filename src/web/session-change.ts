import type { CaseFile } from '../casefile/casefile.ts'
import { belongingOf, sessionBelongingOf } from '../casefile/questions.ts'
import type { Session } from '../casefile/session.ts'
import { may } from '../people/may.ts'
import { type Result, refused } from '../result.ts'
import type { Reader, View } from '../store/store.ts'
import type { Ask } from './site.ts'

type Rule = (session: Session, files: CaseFile[], view: View) => Result<Session> | Promise<Result<Session>>

/** Reads the session and its cases anew, lets a rule decide, saves. The right to it is looked at again inside. */
export const changeSession = (c: Ask, rule: Rule): Promise<Result<Session>> =>
  c.var.store.change(async (view) => {
    const session = await view.session(c.var.session.id)
    const files = session ? await casesIn(view, session) : []
    if (!session || !mayChange(c, session, files)) return refused({ reason: 'changed-meanwhile' })
    const changed = await rule(session, files, view)
    if (changed.ok) view.saveSession(changed.value)
    return changed
  })

export const mayChange = (c: Ask, session: Session, files: CaseFile[]): boolean =>
  may(c.var.person, 'change a session', sessionBelongingOf(session, files, c.var.here.now))

/** The cases that attend a session. */
export async function casesIn(from: Reader, { attendees }: Pick<Session, 'attendees'>): Promise<CaseFile[]> {
  const files = await Promise.all(attendees.map(({ caseNumber }) => from.caseFile(caseNumber)))
  return files.filter((file) => file !== undefined)
}

/** Those that the asker may know of: all if the session is theirs to hold, else those that are theirs. */
export async function casesKnown(c: Ask, session: Session, from: Reader = c.var.store): Promise<CaseFile[]> {
  const holds = session.counsellorId === c.var.person.id
  return (await casesIn(from, session)).filter((file) => holds || isOpen(c, file))
}

/** Whether the case itself is open to the asker. */
export const isOpen = (c: Ask, caseFile: CaseFile): boolean =>
  may(c.var.person, 'see a case', belongingOf(caseFile, c.var.here.now))
