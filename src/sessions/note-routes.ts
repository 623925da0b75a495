import { Hono } from 'hono'
import { notePage } from '../../views/sessions/note.ts'
import { noteKept } from '../../views/sessions/note-kept.ts'
import { releasePage } from '../../views/sessions/release.ts'
import type { CaseFile } from '../casefile/casefile.ts'
import { alarmsOf } from '../casefile/concern.ts'
import { excerptOf } from '../casefile/excerpt.ts'
import { belongingOf, sessionBelongingOf } from '../casefile/questions.ts'
import type { Session } from '../casefile/session.ts'
import { mayTellReferrer } from '../consent/share.ts'
import { type Deed, may } from '../people/may.ts'
import { type Refusal, type Result, refused } from '../result.ts'
import { tellOfAlarms } from '../web/alarms.ts'
import { fieldsOf } from '../web/fields.ts'
import { only, theNote } from '../web/only.ts'
import { onTo, show, signatureOf } from '../web/pages.ts'
import { namesIn } from '../web/people.ts'
import type { Ask, Site } from '../web/site.ts'
import { addTo, againstWriting, keepAndRaise, keepToSign, noteOf, noteSeenBy, release, sign, write } from './note.ts'
import { countersign } from './note-countersign.ts'
import { fieldsOfNote, inForm, readAddendum, readNote, readRemark, readShown, readSince } from './note-form.ts'

/** The note on one session, in the case that attended it: `:id` is the session's. */
export const noteRoutes = new Hono<Site>()

noteRoutes.get('/:id', only('read a note', theNote), (c) => showNote(c))

/**
 * Keeps the draft, signs it (`then=sign`), or keeps it and raises what is flagged at once (`then=raise`). While
 * somebody types, the page asks for the first and shows a line. With words for the school it is signed on a page of its
 * own, after these were shown as the school will see them.
 */
noteRoutes.post('/:id', only('write a note', theNote), async (c) => {
  const fields = await fieldsOf(c)
  const then = fields.get('then')
  const text = readNote(fields)
  const releasing = then === 'sign' && text.ok && text.value.forSchool !== undefined
  const rule = releasing ? keepToSign : then === 'sign' ? sign : then === 'raise' ? keepAndRaise : write
  const [signature, since] = [signatureOf(c), readSince(fields)]
  const kept = text.ok ? await change(c, (file, one) => rule(file, one, text.value, signature, since)) : text
  if (c.req.header('HX-Request'))
    return show(c, noteKept(c.var.here, kept.ok ? signature.at : since, kept.ok ? [] : kept.refusals))
  if (!kept.ok) return showNote(c, fields, kept.refusals)
  if (releasing) return onTo(c, `${pathOf(c)}/release`)
  return then === 'sign' || then === 'raise'
    ? afterFlags(c, kept.value, then === 'sign' ? 'note-signed' : 'concern-raised')
    : onTo(c, pathOf(c), 'note-saved')
})

noteRoutes.get('/:id/release', only('write a note', theNote), (c) => showRelease(c, []))

noteRoutes.post('/:id/release', only('write a note', theNote), async (c) => {
  const shown = readShown(await fieldsOf(c))
  const signed = shown.ok ? await change(c, (file, one) => release(file, one, shown.value, signatureOf(c))) : shown
  return signed.ok ? afterFlags(c, signed.value, 'note-signed') : showRelease(c, signed.refusals)
})

noteRoutes.post('/:id/addenda', only('write a note', theNote), async (c) => {
  const fields = await fieldsOf(c)
  const text = readAddendum(fields)
  const added = text.ok ? await change(c, (file, session) => addTo(file, session.id, text.value, signatureOf(c))) : text
  return added.ok ? onTo(c, pathOf(c), 'note-added-to') : showNote(c, fields, added.refusals)
})

noteRoutes.post('/:id/countersignature', only('countersign a note', theNote), async (c) => {
  const fields = await fieldsOf(c)
  const remark = readRemark(fields)
  const from = (await c.var.store.settings())?.countersignedFrom
  const rule = (file: CaseFile, { id }: Session) =>
    countersign(file, id, remark.ok ? remark.value : undefined, { from }, signatureOf(c))
  const done = remark.ok ? await change(c, rule, 'countersign a note') : remark
  return done.ok ? onTo(c, pathOf(c), 'note-countersigned') : showNote(c, fields, done.refusals)
})

const pathOf = (c: Ask) => `/cases/${c.var.caseFile.number}/notes/${c.var.session.id}`

/** Where a duty to report came up that the writer may look after, they are led to it. */
function afterFlags(c: Ask, after: CaseFile, said: 'note-signed' | 'concern-raised'): Response {
  const { person, here, caseFile } = c.var
  const owed = alarmsOf(caseFile, after).includes('duty-to-report')
  const leads = owed && may(person, 'see duties to report', belongingOf(after, here.now))
  return leads ? onTo(c, `/cases/${after.number}/reports`, 'duty-noted') : onTo(c, pathOf(c), said)
}

/**
 * Reads file and session anew, lets a rule decide, saves the file and tells whoever must know at once. The right to it
 * is looked at again inside.
 */
const change = (
  c: Ask,
  rule: (caseFile: CaseFile, session: Session) => Result<CaseFile>,
  deed: Deed = 'write a note',
): Promise<Result<CaseFile>> =>
  c.var.store.change(async (view) => {
    const caseFile = await view.caseFile(c.var.caseFile.number)
    const session = await view.session(c.var.session.id)
    if (!caseFile || !session || !may(c.var.person, deed, sessionBelongingOf(session, [caseFile], c.var.here.now)))
      return refused({ reason: 'changed-meanwhile' })
    const changed = rule(caseFile, session)
    if (!changed.ok) return changed
    view.saveCase(changed.value)
    await tellOfAlarms(c, view, caseFile, changed.value)
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

/** What stands in the form of a note that nobody began. */
const fresh = { severity: 'watch' }

async function showNote(c: Ask, typed?: URLSearchParams, refusals: Refusal[] = []): Promise<Response> {
  const { here, caseFile, session, person, store } = c.var
  const belonging = sessionBelongingOf(session, [caseFile], here.now)
  const note = noteOf(caseFile, session.id)
  const seen = note && noteSeenBy(note, person.id)
  const shown = {
    ...{ caseFile, session, note: seen, people: await namesIn(store) },
    open: may(person, 'see a case', belongingOf(caseFile, here.now)),
    writes: may(person, 'write a note', belonging),
    against: againstWriting(caseFile, session, signatureOf(c)),
    countersigns: may(person, 'countersign a note', belonging) && person.id !== note?.signed?.by,
    countersignedFrom: (await store.settings())?.countersignedFrom,
  }
  const kept = seen?.draft && shown.writes && !shown.against ? fieldsOfNote(seen.draft) : new URLSearchParams(fresh)
  return show(c, notePage(here, shown, inForm(kept, typed), refusals), refusals)
}
