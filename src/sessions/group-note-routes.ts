import { Hono } from 'hono'
import { groupNotePage } from '../../views/sessions/group-note.ts'
import { noteKept } from '../../views/sessions/note-kept.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import { belongingOf, sessionBelongingOf } from '../casefile/questions.ts'
import { isGroup, type Session } from '../casefile/session.ts'
import { may } from '../people/may.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import type { Reader } from '../store/store.ts'
import { fieldsOf } from '../web/fields.ts'
import { only, theSession } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { addToGroup, againstWritingGroup, signGroup, writeGroup } from './group-note.ts'
import { fieldsOfNote, inForm, readAddendum, readGroupNote, readSince } from './note-form.ts'

/** The note on what a group did as a whole: one for a session, whoever attends it. */
export const groupNoteRoutes = new Hono<Site>()

/** A session of one has its note in the case alone. */
groupNoteRoutes.get('/:id/group-note', only('read a note', theSession), (c) =>
  isGroup(c.var.session) ? showNote(c) : onTo(c, `/sessions/${c.var.session.id}`),
)

/** Keeps the draft, or signs it (`then=sign`). While somebody types, the page asks for the first and shows a line. */
groupNoteRoutes.post('/:id/group-note', only('write a note', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const signing = fields.get('then') === 'sign'
  const text = readGroupNote(fields)
  const [signature, since] = [signatureOf(c), readSince(fields)]
  const rule = signing ? signGroup : writeGroup
  const kept = text.ok ? await change(c, (one, files) => rule(one, files, text.value, signature, since)) : text
  if (c.req.header('HX-Request'))
    return show(c, noteKept(c.var.here, kept.ok ? signature.at : since, kept.ok ? [] : kept.refusals))
  return kept.ok ? onTo(c, pathOf(c), signing ? 'note-signed' : 'note-saved') : showNote(c, fields, kept.refusals)
})

groupNoteRoutes.post('/:id/group-note/addenda', only('write a note', theSession), async (c) => {
  const fields = await fieldsOf(c)
  const text = readAddendum(fields)
  const added = text.ok ? await change(c, (one, files) => addToGroup(one, files, text.value, signatureOf(c))) : text
  return added.ok ? onTo(c, pathOf(c), 'note-added-to') : showNote(c, fields, added.refusals)
})

const pathOf = (c: Ask) => `/sessions/${c.var.session.id}/group-note`

/** Reads the session and its cases anew, lets a rule decide, saves. The right to it is looked at again inside. */
const change = (c: Ask, rule: (session: Session, caseFiles: CaseFile[]) => Result<Session>): Promise<Result<Session>> =>
  c.var.store.change(async (view) => {
    const session = await view.session(c.var.session.id)
    const files = session ? await casesOf(view, session) : []
    if (!session || !may(c.var.person, 'write a note', sessionBelongingOf(session, files, c.var.here.now)))
      return refused({ reason: 'changed-meanwhile' })
    const changed = rule(session, files)
    if (changed.ok) view.saveSession(changed.value)
    return changed
  })

async function casesOf(from: Reader, { attendees }: Session): Promise<CaseFile[]> {
  const files = await Promise.all(attendees.map(({ caseNumber }) => from.caseFile(caseNumber)))
  return files.filter((file) => file !== undefined)
}

async function showNote(c: Ask, typed?: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { here, session, person, store } = c.var
  const files = await casesOf(store, session)
  const holds = session.counsellorId === person.id
  const open = (file: CaseFile) => may(person, 'see a case', belongingOf(file, here.now))
  const shown = {
    ...{ session, people: await namesIn(store) },
    // whose they are is for whoever holds the session; a colleague learns the numbers of their own
    attending: files.filter((file) => holds || open(file)).map((caseFile) => ({ caseFile, open: open(caseFile) })),
    writes: may(person, 'write a note', sessionBelongingOf(session, files, here.now)),
    against: againstWritingGroup(session, files, signatureOf(c)),
  }
  const draft = shown.writes && !shown.against ? session.groupNote?.draft : undefined
  const kept = draft ? fieldsOfNote(draft) : new URLSearchParams()
  return show(c, groupNotePage(here, shown, inForm(kept, typed), refusals), refusals)
}
