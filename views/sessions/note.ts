import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { severities } from '../../src/casefile/concern.ts'
import type { Note } from '../../src/casefile/course.ts'
import { isGroup, isHeld, type Session } from '../../src/casefile/session.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { Refusal } from '../../src/result.ts'
import { modules } from '../../src/sessions/note-form.ts'
import type { Moment } from '../../src/time/days.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { groupBeside } from './group-note.ts'
import { leadPart } from './note-countersign.ts'
import { keptFoot } from './note-kept.ts'
import { noteRead, textRead } from './note-read.ts'
import { ordinalIn } from './parts.ts'

export interface NoteShown {
  caseFile: CaseFile
  /** the case itself is open to the reader, who may only stand in */
  open: boolean
  session: Session
  /** as this reader may see it */
  note?: Note
  /** the reader may write notes on this session */
  writes: boolean
  /** what stands against writing this one */
  against?: Refusal
  /** the reader may sign it as the lead */
  countersigns: boolean
  countersignedFrom?: Moment
  people: ReadonlyMap<string, string>
}

/** The note on a session: a form until it is signed, then the signed text and what was added to it. */
export function notePage(here: Here, shown: NoteShown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, open, session, note, writes, against, people } = shown
  const s = here.t.sessions
  const f = formOf(here, typed, refusals)
  const where = `${ordinalIn(here, session, caseFile.number)} · ${shortMoment(here, session.startAt)}`
  const path = `/cases/${caseFile.number}/notes/${session.id}`
  const writable = writes && !against
  const group = isGroup(session)
  const own = html`${writable ? noteForm(here, shown, path, f, refusals) : noteRead(here, note, people)}
${leadPart(here, shown, path, f)}
${note?.signed && writes ? addendumForm(here, path, f) : ''}
${writable ? '' : unkept(here, typed)}`
  return layout(here, {
    title: `${s.noteTitle} ${caseFile.number}`,
    refused: refusals.length > 0,
    wide: group,
    styles: ['note.css'],
    scripts: ['note.js'],
    body: html`${open ? caseHead(here, caseFile, 'sessions') : ''}<div class="head">${open ? html`<h2>${s.noteTitle}</h2>` : html`<h1>${s.noteTitle} ${caseFile.number}</h1>`}<div><a href="/sessions/${session.id}">${s.toSession}</a> · <a href="/notes">${here.t.notes.toList}</a></div></div>
<p class="lead">${where}${group ? html` · <a href="#group-note">${here.t.notes.group}</a>` : ''}</p>
${f.problems()}
${against?.reason === 'note-by-another' && writes ? html`<p class="notice">${fill(here.t.notes.byAnother, { who: people.get(note?.draft?.by ?? '') ?? '' })}</p>` : ''}
${group ? html`<div class="columns beside"><div>${own}</div>${groupBeside(here, session, people)}</div>` : own}`,
  })
}

/** What was typed into a note that was signed or called off meanwhile: it cannot be kept there, and is not thrown away. */
export function unkept({ t }: Here, typed: URLSearchParams): Html {
  const fields = ['goals', 'account', 'response', 'homework', 'nextStep', 'forSchool', 'process'] as const
  const written = fields.filter((name) => typed.get(name))
  if (written.length === 0) return html``
  return html`<section class="warning"><h2>${t.sessions.unkept}</h2>${factList(written.map((name) => [t.fields[name], typed.get(name) ?? '']))}</section>`
}

type Form = ReturnType<typeof formOf>

function noteForm(here: Here, shown: NoteShown, path: string, f: Form, refusals: Refusal[]): Html {
  const { caseFile, session, note, people } = shown
  const { t } = here
  const s = t.sessions
  const n = t.notes
  const draft = note?.draft
  return html`${isHeld(session, caseFile.number) ? '' : html`<p class="notice">${s.signAfterAttendance} <a href="/sessions/${session.id}">${s.toAttendance}</a></p>`}
${draft && draft.by !== here.person?.id ? html`<p class="notice">${fill(n.takenOver, { who: people.get(draft.by) ?? '' })}</p>` : ''}
<form method="post" action="${path}" class="long note">
<section class="card">${f.area('goals', { optional: true, rows: 2 })}
${moduleField(here, f)}
${f.area('account', { rows: 14, hint: s.noVictim })}
${f.area('response', { optional: true })}
${f.area('homework', { optional: true, rows: 3 })}</section>
<section class="card"><h2>${s.concernsTitle}</h2><p>${s.concernsLead} ${n.dutyHint}</p>${f.checks('concerns', f.codes('concern', codesOf('concern')), { optional: true })}
${f.radios(
  'severity',
  severities.map((code) => [code, s.severities[code]]),
)}
<div class="urgent"><h3>${n.raiseTitle}</h3><p class="hint" id="raise-hint">${n.raiseHint}</p><button class="danger" name="then" value="raise" aria-describedby="raise-hint">${n.raiseButton}</button></div></section>
<section class="card">${f.area('nextStep', { optional: true, rows: 3 })}</section>
<section class="card told-school"><h2>${n.forSchoolTitle}</h2>${f.area('forSchool', { optional: true, rows: 2, hint: s.forSchoolHint })}</section>
<section class="card private"><h2>${n.privateTitle}</h2>${f.area('process', { optional: true, rows: 4, hint: s.processHint })}</section>
${keptFoot(here, path, draft?.at, refusals)}</form>
${draft && isElsewhere(refusals) ? keptElsewhere(here, textRead(here, draft)) : ''}`
}

export const moduleField = ({ t }: Here, f: Form): Html =>
  f.select(
    'module',
    modules.map((code) => [code, t.sessions.modules[code as keyof typeof t.sessions.modules]]),
    { optional: true },
  )

export const isElsewhere = (refusals: Refusal[]): boolean =>
  refusals.some(({ reason }) => reason === 'note-kept-elsewhere')

/** Below the form, what another window had kept of the same note. */
export const keptElsewhere = ({ t }: Here, text: Html): Html =>
  html`<section class="warning" id="kept-elsewhere"><h2>${t.notes.keptElsewhere}</h2><p>${t.notes.keptElsewhereLead}</p>${text}</section>`

export const addendumForm = (here: Here, path: string, f: Form): Html =>
  html`<form method="post" action="${path}/addenda" class="card long note">${f.area('addendum', { rows: 4, hint: here.t.sessions.addendumHint })}
<button class="primary">${here.t.sessions.addendumButton}</button></form>`
