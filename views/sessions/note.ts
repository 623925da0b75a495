import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Note } from '../../src/casefile/course.ts'
import { attendeeOf, isHeld, type Session } from '../../src/casefile/session.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { Refusal } from '../../src/result.ts'
import { modules, severities } from '../../src/sessions/note-form.ts'
import { hasBegun } from '../../src/sessions/status.ts'
import { timeOf } from '../../src/time/days.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf, say } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { noteRead } from './note-read.ts'
import { ordinalOf } from './parts.ts'

export interface NoteShown {
  caseFile: CaseFile
  /** the case itself is open to the reader, who may only stand in */
  open: boolean
  session: Session
  /** as this reader may see it */
  note?: Note
  /** the reader may write it, if nothing else stands against it */
  writes: boolean
  people: ReadonlyMap<string, string>
}

/** The note on a session: a form until it is signed, then the signed text and what was added to it. */
export function notePage(here: Here, shown: NoteShown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, open, session, note, writes } = shown
  const s = here.t.sessions
  const f = formOf(here, typed, refusals)
  const attendee = attendeeOf(session, caseFile.number)
  const where = `${ordinalOf(here, attendee?.ordinal ?? 0)} · ${shortMoment(here, session.startAt)}`
  const path = `/cases/${caseFile.number}/notes/${session.id}`
  const writable = writes && !note?.signed && !session.cancelled && hasBegun(session, here.now)
  return layout(here, {
    title: `${s.noteTitle} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${open ? caseHead(here, caseFile, 'sessions') : ''}<div class="head">${open ? html`<h2>${s.noteTitle}</h2>` : html`<h1>${s.noteTitle} ${caseFile.number}</h1>`}<a href="/sessions/${session.id}">${s.toSession}</a></div>
<p class="lead">${where}</p>
${f.problems()}
${writable ? '' : noteRead(here, shown)}
${note?.signed && writes ? addendumForm(here, path, f) : ''}
${writable ? noteForm(here, shown, path, f) : unkept(here, typed)}`,
  })
}

/** What was typed into a note that was signed or called off meanwhile: it cannot be kept there, and is not thrown away. */
function unkept({ t }: Here, typed: URLSearchParams): Html {
  const written = (['account', 'response', 'homework', 'nextStep', 'forSchool', 'process'] as const).filter((name) =>
    typed.get(name),
  )
  if (written.length === 0) return html``
  return html`<section class="warning"><h2>${t.sessions.unkept}</h2>${factList(written.map((name) => [t.fields[name], typed.get(name) ?? '']))}</section>`
}

function noteForm(
  here: Here,
  { caseFile, session, note }: NoteShown,
  path: string,
  f: ReturnType<typeof formOf>,
): Html {
  const s = here.t.sessions
  return html`${isHeld(session, caseFile.number) ? '' : html`<p class="notice">${s.signAfterAttendance} <a href="/sessions/${session.id}">${s.toAttendance}</a></p>`}
<form method="post" action="${path}" class="long">
<section class="card">${f.select(
    'module',
    modules.map((code) => [code, s.modules[code as keyof typeof s.modules]]),
    { optional: true },
  )}
${f.area('account', { rows: 10, hint: s.noVictim })}
${f.area('response', { optional: true })}
<div class="pair">${f.area('homework', { optional: true, rows: 3 })}${f.area('nextStep', { optional: true, rows: 3 })}</div></section>
<section class="card"><h2>${s.concernsTitle}</h2><p>${s.concernsLead}</p>${f.checks('concerns', f.codes('concern', codesOf('concern')), { optional: true })}
${f.radios(
  'severity',
  severities.map((code) => [code, s.severities[code]]),
)}</section>
<section class="card">${f.area('forSchool', { optional: true, rows: 2, hint: s.forSchoolHint })}</section>
<section class="card">${f.area('process', { optional: true, rows: 3, hint: s.processHint })}</section>
<p class="hint" role="status" hx-post="${path}" hx-trigger="input from:'closest form' delay:2s" hx-target="this">${note?.draft ? fill(s.keptAt, { time: shortMoment(here, note.draft.at) }) : ''}</p>
<div class="acts"><button class="primary" name="then" value="sign">${s.signButton}</button>
<button name="then" value="later">${s.keepButton}</button></div><p class="hint">${s.signHint}</p></form>`
}

const addendumForm = (here: Here, path: string, f: ReturnType<typeof formOf>): Html =>
  html`<form method="post" action="${path}/addenda" class="card long">${f.area('addendum', { rows: 3, hint: here.t.sessions.addendumHint })}
<button class="primary">${here.t.sessions.addendumButton}</button></form>`

/** One line below the form while it is typed: kept at this time, or why not. */
export function noteKept(here: Here, refusals: Refusal[]): Html {
  const { t, now } = here
  if (refusals.length === 0) return html`${fill(t.sessions.keptAt, { time: timeOf(now) })}`
  return html`<span class="problem">${t.sessions.notKept} ${refusals.map((refusal) => say(here, refusal)).join(' ')}</span>`
}
