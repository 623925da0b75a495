import { Hono } from 'hono'
import { noteKept, notePage } from '../../views/sessions/note.ts'
import { releasePage } from '../../views/sessions/release.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import { excerptOf } from '../casefile/excerpt.ts'
import { belongingOf, sessionBelongingOf } from '../casefile/questions.ts'
import type { Session } from '../casefile/session.ts'
import { mayTellReferrer } from '../consent/share.ts'
import { may } from '../people/may.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import { fieldsOf } from '../web/fields.ts'
import { only, theNote } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { addTo, keepToSign, noteOf, noteSeenBy, release, sign, write } from './note.ts'
import { fieldsOfNote, readAddendum, readNote, readShown } from './note-form.ts'

/** The note on one session, in the case that attended it: `:id` is the session's. */
export const noteRoutes = new Hono<Site>()

noteRoutes.get('/:id', only('read a note', theNote), (c) => showNote(c))

/**
 * Keeps the draft, or signs it (`then=sign`). While somebody types, the page asks for the first and shows a line. With
 * words for the school it is signed on a page of its own, after these were shown as the school will see them.
 */
noteRoutes.post('/:id', only('write a note', theNote), async (c) => {
  const fields = await fieldsOf(c)
  const signing = fields.get('then') === 'sign'
  const text = readNote(fields)
  const releasing = signing && text.ok && text.value.forSchool !== undefined
  const rule = releasing ? keepToSign : signing ? sign : write
  const kept = text.ok ? await change(c, (file, session) => rule(file, session, text.value, signatureOf(c))) : text
  if (c.req.header('HX-Request')) return show(c, noteKept(c.var.here, kept.ok ? [] : kept.refusals))
  if (!kept.ok) return showNote(c, fields, kept.refusals)
  if (releasing) return onTo(c, `${pathOf(c)}/release`)
  return onTo(c, pathOf(c), signing ? 'note-signed' : 'note-saved')
})

noteRoutes.get('/:id/release', only('write a note', theNote), (c) => showRelease(c, []))

noteRoutes.post('/:id/release', only('write a note', theNote), async (c) => {
  const shown = readShown(await fieldsOf(c))
  const signed = shown.ok ? await change(c, (file, one) => release(file, one, shown.value, signatureOf(c))) : shown
  return signed.ok ? onTo(c, pathOf(c), 'note-signed') : showRelease(c, signed.refusals)
})

noteRoutes.post('/:id/addenda', only('write a note', theNote), async (c) => {
  const fields = await fieldsOf(c)
  const text = readAddendum(fields)
  const added = text.ok ? await change(c, (file, session) => addTo(file, session.id, text.value, signatureOf(c))) : text
  return added.ok ? onTo(c, pathOf(c), 'note-added-to') : showNote(c, fields, added.refusals)
})

const pathOf = (c: Ask) => `/cases/${c.var.caseFile.number}/notes/${c.var.session.id}`

/** Reads file and session anew, lets a rule decide, saves the file. The right to it is looked at again inside. */
const change = (c: Ask, rule: (caseFile: CaseFile, session: Session) => Result<CaseFile>): Promise<Result<CaseFile>> =>
  c.var.store.change(async (view) => {
    const caseFile = await view.caseFile(c.var.caseFile.number)
    const session = await view.session(c.var.session.id)
    if (
      !caseFile ||
      !session ||
      !may(c.var.person, 'write a note', sessionBelongingOf(session, [caseFile], c.var.here.now))
    )
      return refused({ reason: 'changed-meanwhile' })
    const changed = rule(caseFile, session)
    if (changed.ok) view.saveCase(changed.value)
    return changed
  })

/** The school's page as it will be once the kept note is signed; the rule that signs it makes it. */
async function showRelease(c: Ask, refusals: Refusal[]): Promise<Response> {
  const { here, caseFile, session, person, store } = c.var
  const draft = noteOf(caseFile, session.id)?.draft
  const signed = draft?.by === person.id ? sign(caseFile, session, draft, signatureOf(c)) : undefined
  if (!signed?.ok || draft?.forSchool === undefined) return onTo(c, pathOf(c))
  const sessions = await store.sessionsOf(caseFile.number)
  const excerpt = excerptOf(signed.value, sessions, mayTellReferrer(caseFile), here.now)
  const open = may(person, 'see a case', belongingOf(caseFile, here.now))
  const shown = { caseFile, open, session, excerpt, words: draft.forSchool }
  return show(c, releasePage(here, shown, refusals), refusals)
}

async function showNote(c: Ask, typed?: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { here, caseFile, session, person, store } = c.var
  const note = noteOf(caseFile, session.id)
  const seen = note && noteSeenBy(note, person.id)
  const writes = may(person, 'write a note', sessionBelongingOf(session, [caseFile], here.now))
  const own = seen?.draft?.by === person.id ? fieldsOfNote(seen.draft) : new URLSearchParams({ severity: 'watch' })
  const open = may(person, 'see a case', belongingOf(caseFile, here.now))
  const shown = { caseFile, open, session, note: seen, writes, people: await namesIn(store) }
  return show(c, notePage(here, shown, typed ?? own, refusals), refusals)
}
