import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { dueOnOf } from '../../src/casefile/questions.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { Room } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Shift } from '../../src/sessions/later.ts'
import { dayOf } from '../../src/time/days.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay, shortMoment } from '../parts/dates.ts'
import { formOf, say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { askingFields } from './change-forms.ts'
import { despiteField, ordinalIn, problemsIn, roomOptions } from './parts.ts'

export interface LaterRow extends Shift {
  /** what speaks against it, but does not forbid it */
  cautions: Refusal[]
}

export interface LaterShown {
  session: Session
  /** absent when the asker may not move them */
  caseFile?: CaseFile
  /** cases of which the later sessions may be asked for */
  known: CaseFile[]
  rooms: Room[]
  /** some of them have several youths */
  several: boolean
  rows?: LaterRow[]
  /** what is in the way of each where it would go */
  objections?: Refusal[]
}

/** A session and all later ones: where each would go and what is in the way, to be changed and moved in one step. */
export function laterPage(here: Here, shown: LaterShown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { session, caseFile, several, rows, rooms, objections = [] } = shown
  const { course, sessions: s } = here.t
  const path = `/sessions/${session.id}/later`
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: `${course.laterTitle} ${session.id}`,
    refused: refusals.length > 0,
    styles: ['sessions.css'],
    wide: true,
    body: html`${caseFile ? caseHead(here, caseFile, 'sessions') : ''}<div class="head">${caseFile ? html`<h2>${course.laterTitle}</h2>` : html`<h1>${course.laterTitle}</h1>`}<a href="/sessions/${session.id}">${s.toSession}</a></div>
${problemsIn(here, refusals, placeIn(here, shown))}
${
  caseFile
    ? html`<p class="lead">${course.laterLead}</p>${several ? html`<p class="notice">${course.laterGroup}</p>` : ''}
${whereForm(here, shown, path, f)}
${
  rows
    ? html`<form method="post" action="${path}" class="card">
<h2>${course.laterRows}</h2><input type="hidden" name="caseNumber" value="${caseFile.number}">
<div class="shifts">${rows.map((row, at) => shiftRow(here, { row, at, caseFile, rooms, typed }, [...refusals, ...objections]))}</div>
<div class="long">${askingFields(here, f)}
${despiteField(here, f, [...refusals, ...objections], typed)}</div>
<p class="hint">${course.laterNone}</p>
<div class="acts"><button class="primary">${fill(course.laterButton, { n: rows.length })}</button></div></form>`
    : ''
}`
    : ''
}`,
  })
}

/** Where the first of them goes; the others follow. */
function whereForm(here: Here, { known, rooms }: LaterShown, path: string, f: ReturnType<typeof formOf>): Html {
  const { course, sessions: s } = here.t
  return html`<form method="get" action="${path}" class="card">
<h2>${course.laterWhere}</h2><div class="pair">${f.text('sessionOn', { type: 'date' })}${f.text('startTime', { type: 'time' })}
${f.select('roomId', roomOptions(here, rooms), { optional: true, hint: s.roomStays })}
${
  known.length > 1
    ? f.select(
        'caseNumber',
        known.map(({ number, youth }) => [number, `${number} ${youth.name}`]),
      )
    : ''
}</div><button>${course.laterShow}</button></form>`
}

interface OneRow {
  row: LaterRow
  at: number
  caseFile: CaseFile
  rooms: Room[]
  typed: URLSearchParams
}

/** One session: its number and present time, its new time, and what is in the way. */
function shiftRow(here: Here, { row, at, caseFile, rooms, typed }: OneRow, refusals: Refusal[]): Html {
  const { t } = here
  const { session } = row
  const value = (name: string) => typed.get(`${name}-${at}`) ?? ''
  const wrong = refusals.filter(({ field }) => field?.endsWith(`-${at}`) && !field.startsWith('attendance'))
  const input = (name: 'sessionOn' | 'startTime', type: string) => {
    const bad = wrong.some(({ field }) => field === `${name}-${at}`)
    return html`<div class="field"><label for="${name}-${at}">${t.fields[name]}</label><input type="${type}" id="${name}-${at}" name="${name}-${at}" value="${value(name)}"${bad ? html` aria-invalid="true" aria-describedby="said-${at}"` : ''}></div>`
  }
  const room = html`<div class="field"><label for="roomId-${at}">${t.fields.roomId}</label><select id="roomId-${at}" name="roomId-${at}"><option value="">–</option>${roomOptions(here, rooms).map(([id, label]) => html`<option value="${id}"${id === value('roomId') ? html` selected` : ''}>${label}</option>`)}</select></div>`
  return html`<fieldset><legend>${ordinalIn(here, session, caseFile.number)} <small>${t.course.laterNow} ${shortMoment(here, session.startAt)}</small></legend>
<input type="hidden" name="id-${at}" value="${session.id}">${input('sessionOn', 'date')}${input('startTime', 'time')}${room}
<div class="said" id="said-${at}">${said(here, row, caseFile, wrong)}</div></fieldset>`
}

/** What is in the way of one, why it was pushed on, and what speaks against it. */
function said(
  here: Here,
  { session, startAt, pushed, cautions }: LaterRow,
  caseFile: CaseFile,
  wrong: Refusal[],
): Html {
  const { course } = here.t
  const due = dueOnOf(caseFile)
  const asked = pushed?.[0]
  const late = due !== undefined && dayOf(startAt) > due
  const stays = startAt === session.startAt
  return html`${wrong.map((one) => html`<p class="problem">${say(here, one)}</p>`)}${
    asked
      ? html`<p>${asked.reason === 'order-changed' ? course.laterPushedAlong : fill(course.laterPushed, { why: firstSentence(say(here, asked)) })}</p>`
      : ''
  }${[...cautions.map((one) => say(here, one)), ...(late ? [fill(course.laterDue, { due: shortDay(here, due) })] : [])].map((words) => html`<p class="caution">${words}</p>`)}${
    wrong.length === 0 ? html`<p class="hint">${stays ? course.laterKept : course.laterFine}</p>` : ''
  }`
}

/** What was in the way, without the advice to choose otherwise. */
const firstSentence = (words: string): string => words.split(/\.\s/)[0] ?? words

/** What a field is called: of a row, after the session's number. */
const placeIn =
  ({ t, ...here }: Here, { rows = [], caseFile }: LaterShown) =>
  (field: string): string | undefined => {
    const [, name = field, at = ''] = /^([a-zA-Z]+)-(\d+)$/.exec(field) ?? []
    const label = t.fields[name as keyof typeof t.fields]
    const row = rows[Number(at)]
    const whose = at && row && caseFile ? ordinalIn({ t, ...here }, row.session, caseFile.number) : ''
    return label && `${whose} ${label}`.trim()
  }
