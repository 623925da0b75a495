import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { Room } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { askingFields } from './change-forms.ts'
import { type LaterRow, shiftRow } from './later-row.ts'
import { despiteField, ordinalIn, problemsIn, roomOptions } from './parts.ts'

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
  const looked = shown.objections !== undefined
  const { course, sessions: s } = here.t
  const path = `/sessions/${session.id}/later`
  const f = formOf(here, withFirst(typed), refusals)
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
<div class="shifts">${rows.map((row, at) => shiftRow(here, { row, at, caseFile, rooms, typed, looked }, [...refusals, ...objections]))}</div>
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

/** What was sent row by row says where the first of them goes, too. */
function withFirst(typed: URLSearchParams): URLSearchParams {
  const fields = new URLSearchParams(typed)
  for (const name of ['sessionOn', 'startTime']) if (!fields.has(name)) fields.set(name, typed.get(`${name}-0`) ?? '')
  return fields
}

/** Where the first of them goes; the others follow. */
function whereForm(here: Here, { known, rooms }: LaterShown, path: string, f: ReturnType<typeof formOf>): Html {
  const { course, sessions: s } = here.t
  return html`<form method="get" action="${path}" class="card">
<h2>${course.laterWhere}</h2><div class="pair">${
    known.length > 1
      ? f.select(
          'caseNumber',
          known.map(({ number, youth }) => [number, `${number} ${youth.name}`]),
        )
      : ''
  }
${f.text('sessionOn', { type: 'date' })}${f.text('startTime', { type: 'time' })}
${f.select('roomId', roomOptions(here, rooms), { optional: true, hint: s.roomStays })}</div><button>${course.laterShow}</button></form>`
}

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
