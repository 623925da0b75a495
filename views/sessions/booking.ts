import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Session, Taken } from '../../src/casefile/session.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { Refusal } from '../../src/result.ts'
import { lengths } from '../../src/sessions/slot.ts'
import { plusMinutes, timeOf } from '../../src/time/days.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf, say } from '../parts/form.ts'
import { fill } from '../words.ts'

export interface BookingShown {
  caseFile: CaseFile
  /** why this youth cannot be met at all now */
  shut: Refusal[]
  /** empty when the asker may not choose */
  counsellors: [id: string, name: string][]
  rooms: [id: string, name: string][]
}

/** The form for one session. While it is filled, what stands in the way is shown below the time. */
export function bookingPage(here: Here, shown: BookingShown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, shut, counsellors, rooms } = shown
  const { number } = caseFile
  const s = here.t.sessions
  const f = formOf(here, typed, refusals)
  const path = `/cases/${number}/sessions`
  return layout(here, {
    title: `${s.bookTitle} ${number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'sessions')}<div class="head"><h2>${s.bookTitle}</h2><a href="${path}">${s.toList}</a></div>
${
  shut.length > 0
    ? html`<p class="notice">${shut.map((refusal) => say(here, refusal)).join(' ')}</p>`
    : html`${f.problems()}
<form method="post" action="${path}" class="card long">
<div class="pair">${f.text('sessionOn', { type: 'date' })}${f.text('startTime', { type: 'time' })}
${f.text('minutes', { type: 'number', least: lengths.least, most: lengths.most, short: true })}</div>
<div class="pair">${f.select('kind', f.codes('sessionKind', codesOf('sessionKind')))}
${f.select('mode', f.codes('sessionMode', codesOf('sessionMode')))}
${f.select('roomId', rooms, { hint: s.roomHint })}
${counsellors.length > 0 ? f.select('counsellorId', counsellors) : ''}</div>
${f.checks('past', [['yes', s.past]], { optional: true })}
<div role="status" hx-post="${path}/preview" hx-trigger="${refusals.length > 0 ? '' : 'load, '}input from:'closest form' delay:500ms" hx-target="this"></div>
<div class="acts"><button class="primary">${s.bookButton}</button></div>
</form>`
}`,
  })
}

/** What would come of the form as it stands; nothing at all while it is not filled. */
export function bookingPreview(here: Here, refusals: Refusal[], beside?: (Session | Taken)[]): Html {
  const s = here.t.sessions
  if (refusals.length > 0)
    return html`<div class="warning"><ul>${refusals.map((refusal) => html`<li>${say(here, refusal)}</li>`)}</ul></div>`
  if (!beside) return html``
  const span = ({ startAt, minutes }: Session | Taken) => `${timeOf(startAt)}–${timeOf(plusMinutes(startAt, minutes))}`
  const whose = (one: Session | Taken) =>
    'taken' in one ? s.taken : one.attendees.map(({ caseNumber }) => caseNumber).join(', ')
  const others = beside.map((one) => `${span(one)} ${whose(one)}`)
  return html`<p class="notice">${s.free} ${others.length > 0 ? fill(s.beside, { list: others.join(' · ') }) : s.nothingBeside}</p>`
}
