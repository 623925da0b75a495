import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { isGroup, type Session } from '../../src/casefile/session.ts'
import type { Refusal } from '../../src/result.ts'
import { hasNote } from '../../src/sessions/note.ts'
import { hasBegun } from '../../src/sessions/status.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { addendumForm, isElsewhere, keptElsewhere, moduleField, unkept } from './note.ts'
import { keptFoot } from './note-kept.ts'
import { noteRead, signedBy, textRead } from './note-read.ts'
import { codeIn } from './parts.ts'

interface Shown {
  session: Session
  /** the attending cases that the reader may know of, and whether the case itself is open to them */
  attending: { caseFile: CaseFile; open: boolean }[]
  /** the reader may write it, if nothing else stands against it */
  writes: boolean
  against?: Refusal
  people: ReadonlyMap<string, string>
}

/** The note on what a group did as a whole: a form until it is signed, then to be read and added to. */
export function groupNotePage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { session, writes, against, people } = shown
  const n = here.t.notes
  const { groupNote } = session
  const f = formOf(here, typed, refusals)
  const path = `/sessions/${session.id}/group-note`
  const writable = writes && !against
  return layout(here, {
    title: `${n.group} ${session.id}`,
    refused: refusals.length > 0,
    styles: ['note.css'],
    scripts: ['note.js'],
    body: html`<div class="head"><h1>${n.group} <small>${codeIn(here, 'sessionKind', session.kind)} · ${shortMoment(here, session.startAt)}</small></h1><a href="/sessions/${session.id}">${here.t.sessions.toSession}</a></div>
${f.problems()}
<p class="notice">${n.groupLead}</p>
${ownNotes(here, shown)}
${writable ? groupForm(here, session, path, f, refusals) : noteRead(here, groupNote, people)}
${groupNote?.signed && writes ? addendumForm(here, path, f) : ''}
${writable ? '' : unkept(here, typed)}`,
  })
}

function groupForm(
  here: Here,
  { groupNote }: Session,
  path: string,
  f: ReturnType<typeof formOf>,
  refusals: Refusal[],
): Html {
  const draft = groupNote?.draft
  return html`<form method="post" action="${path}" class="long note"><section class="card">${f.area('goals', { optional: true, rows: 2 })}
${moduleField(here, f)}
${f.area('account', { rows: 14, hint: here.t.sessions.noVictim })}
${f.area('homework', { optional: true, rows: 3 })}
${f.area('nextStep', { optional: true, rows: 3 })}</section>
${keptFoot(here, path, draft?.at, refusals)}</form>
${draft && isElsewhere(refusals) ? keptElsewhere(here, textRead(here, draft)) : ''}`
}

/** The way to each youth's own note, as far as the reader may know of them. */
function ownNotes(here: Here, { session, attending }: Shown): Html {
  const noted = attending.filter(({ caseFile }) => hasNote(caseFile, session, here.now))
  if (noted.length === 0) return html``
  return html`<nav class="own-notes" aria-label="${here.t.notes.groupOwn}"><strong>${here.t.notes.groupOwn}</strong> ${noted.map(
    ({ caseFile: { number, youth } }) =>
      html`<a href="/cases/${number}/notes/${session.id}"><span translate="no">${number}</span> ${youth.name}</a>`,
  )}</nav>`
}

/** Beside a youth's own note: what the group did, to read. */
export function groupBeside(here: Here, session: Session, people: ReadonlyMap<string, string>): Html {
  const { t } = here
  const { groupNote } = session
  const text = groupNote?.signed ?? groupNote?.draft
  return html`<section class="card group-beside" aria-labelledby="group-note"><h2 id="group-note">${t.notes.group}</h2>${
    text
      ? html`<p><span class="mark ${groupNote?.signed ? 'good' : 'care'}">${groupNote?.signed ? t.sessions.signed : t.sessions.draft}</span> <small>${signedBy(here, people, text)}</small></p>${textRead(here, text)}${groupNote?.addenda.map((one) => html`<p class="typed">${one.text} <small>${signedBy(here, people, one)}</small></p>`)}`
      : html`<p>${t.notes.groupMissing}</p>`
  }<p><a href="/sessions/${session.id}/group-note">${t.notes.toGroup}</a></p></section>`
}

/** On the session's page: whether the note on the group is there, and the way to it. */
export function groupNoteLine(here: Here, session: Session): Html {
  const { t } = here
  if (!isGroup(session) || session.cancelled || !hasBegun(session, here.now) || !here.may('read a note')) return html``
  const { signed, draft } = session.groupNote ?? {}
  const state = signed ? t.sessions.signed : draft ? t.sessions.draft : t.sessions.status['awaiting-note']
  return html`<section class="card"><div class="head"><h2>${t.notes.group} <span class="mark ${signed ? 'good' : 'care'}">${state}</span></h2><a class="button" href="/sessions/${session.id}/group-note">${signed || !here.may('write a note') ? t.sessions.readNote : t.notes.writeGroup}</a></div></section>`
}
