import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { attendeeOf, heldCodes, type Session } from '../../src/casefile/session.ts'
import { markCodes } from '../../src/sessions/attend.ts'
import type { Here, Html } from '../here.ts'
import { say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { attendanceIn, ordinalIn } from './parts.ts'
import type { SessionForm } from './session.ts'

/** Who came of a group, all in one form: a row for each youth, with what is wrong at their own fields. */
export function groupAttendanceForm(here: Here, session: Session, files: CaseFile[], refused?: SessionForm): Html {
  const { course, sessions: s } = here.t
  const path = `/sessions/${session.id}/attendance/all`
  const marked = files.every(({ number }) => attendeeOf(session, number)?.attendance)
  const form = html`<form method="post" action="${path}" hx-post="${path}" hx-target="#content" hx-select="#content" hx-swap="outerMorph">
<p class="hint">${fill(course.groupLead, { n: session.minutes })}</p>
<div class="people">${files.map((file) => personRow(here, session, file, refused))}</div>
<div class="acts"><button class="primary">${marked ? s.markAgain : s.mark}</button></div></form>`
  return marked
    ? html`<details class="card"${refused ? html` open` : ''}><summary>${s.markAgain}</summary>${form}</details>`
    : html`<section class="card"><h2>${course.groupTitle}</h2>${form}</section>`
}

function personRow(here: Here, session: Session, { number, youth }: CaseFile, refused?: SessionForm): Html {
  const { t } = here
  const before = attendeeOf(session, number)?.attendance
  const partly = before && heldCodes.includes(before.code) && before.creditedMinutes < session.minutes
  const [code, credited] = [`attendance-${number}`, `creditedMinutes-${number}`]
  const chosen = refused ? refused.typed.get(code) : before?.code
  const minutes = refused ? refused.typed.get(credited) : partly ? before.creditedMinutes : ''
  const problems = (refused?.refusals ?? []).filter(({ field }) => field === code || field === credited)
  const wrong = problems.length > 0
  const said = wrong ? html` aria-describedby="${code}-problem"` : ''
  const choices = markCodes.map(
    (mark, place) =>
      html`<label class="choice"><input type="radio" name="${code}" value="${mark}"${place === 0 ? html` id="${code}"` : ''}${chosen === mark ? html` checked` : ''}> <span>${attendanceIn(here, mark)}</span></label>`,
  )
  return html`<fieldset class="field${wrong ? ' wrong' : ''}"${said}><legend>${number} ${youth.name} <small>${ordinalIn(here, session, number)}</small></legend>${wrong ? html`<p class="problem" id="${code}-problem">${problems.map((one) => say(here, one)).join(' ')}</p>` : ''}
<div class="choices">${choices}</div>
<div class="minutes"><label for="${credited}">${t.fields.creditedMinutes}</label><input type="number" id="${credited}" name="${credited}" value="${minutes ?? ''}" min="0" max="${session.minutes}"></div></fieldset>`
}
