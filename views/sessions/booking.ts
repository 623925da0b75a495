import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Row } from '../../src/casefile/row.ts'
import type { Session, Taken } from '../../src/casefile/session.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { Room } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { lengths } from '../../src/sessions/slot.ts'
import { plusMinutes, timeOf } from '../../src/time/days.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf, say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { despiteField, guardianName, ordinalIn, roomOptions } from './parts.ts'

export interface BookingShown {
  caseFile: CaseFile
  /** why this youth cannot be met at all now */
  shut: Refusal[]
  /** empty when the asker may not choose */
  counsellors: [id: string, name: string][]
  rooms: Room[]
  /** cases whose youths may be invited to a group */
  others: Pick<Row, 'number' | 'name'>[]
  /** missed sessions that nothing makes up for yet */
  missed: Session[]
}

type Form = ReturnType<typeof formOf>

/** The form for one session. While it is filled, what stands in the way is shown below the time. */
export function bookingPage(here: Here, shown: BookingShown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, shut, counsellors, rooms } = shown
  const { number } = caseFile
  const { sessions: s, course } = here.t
  const f = formOf(here, typed, refusals)
  const path = `/cases/${number}/sessions`
  const past = typed.has('past')
  const title = past ? course.bookPast : typed.get('catchesUp') ? course.bookCatchUp : s.bookTitle
  return layout(here, {
    title: `${title} ${number}`,
    refused: refusals.length > 0,
    styles: ['sessions.css'],
    body: html`${caseHead(here, caseFile, 'sessions')}<div class="head"><h2>${title}</h2><a href="${path}">${s.toList}</a></div>
${
  shut.length > 0
    ? html`<p class="notice">${shut.map((refusal) => say(here, refusal)).join(' ')}</p>`
    : html`${past ? html`<p class="lead">${course.pastLead}</p>` : ''}${f.problems()}
<form method="post" action="${path}" class="card long booking">
<div class="pair">${f.text('sessionOn', { type: 'date' })}${f.text('startTime', { type: 'time' })}
${f.text('minutes', { type: 'number', least: lengths.least, most: lengths.most, short: true })}</div>
<div class="pair">${f.select('kind', f.codes('sessionKind', codesOf('sessionKind')))}
${f.select('mode', f.codes('sessionMode', codesOf('sessionMode')))}
${f.select('roomId', roomOptions(here, rooms), { hint: s.roomHint })}
${counsellors.length > 0 ? f.select('counsellorId', counsellors) : ''}</div>
${guardianPart(here, f, shown)}
${groupPart(here, f, shown, typed)}
${catchUpPart(here, f, shown)}
${f.checks('past', [['yes', s.past]], { optional: true })}
${despiteField(here, f, refusals, typed)}
<div role="status" hx-post="${path}/preview" hx-trigger="${refusals.length > 0 ? '' : 'load, '}input from:'closest form' delay:500ms" hx-sync="this:replace" hx-target="this"></div>
<div class="acts"><button class="primary">${past ? course.pastButton : s.bookButton}</button></div>
</form>`
}`,
  })
}

/** Which guardian comes; one who is the only one is said and need not be chosen. Shown for sessions with a guardian. */
function guardianPart(here: Here, f: Form, { caseFile: { number, guardians } }: BookingShown): Html {
  const { t } = here
  const [only, ...others] = guardians
  const part = !only
    ? html`<p class="notice">${t.course.noGuardian} <a href="/cases/${number}/consents">${t.course.addGuardian}</a></p>`
    : others.length === 0
      ? html`<p><strong>${t.fields.guardian}</strong> ${guardianName(here, only)}</p>`
      : f.radios(
          'guardian',
          guardians.map((one, at) => [String(at), guardianName(here, one)]),
        )
  return html`<div class="with-guardian">${part}</div>`
}

/** Who else sits in it, those who were chosen first. Shown for groups. */
function groupPart(here: Here, f: Form, { others }: BookingShown, typed: URLSearchParams): Html {
  const { course } = here.t
  const chosen = new Set(typed.getAll('with'))
  const [first, rest] = [
    others.filter(({ number }) => chosen.has(number)),
    others.filter(({ number }) => !chosen.has(number)),
  ]
  const part =
    others.length === 0
      ? html`<p class="hint">${course.withNobody}</p>`
      : f.checks(
          'with',
          [...first, ...rest].map(({ number, name }) => [number, `${number} ${name}`]),
          { optional: true, hint: course.withHint },
        )
  return html`<div class="with-others">${part}</div>`
}

function catchUpPart(here: Here, f: Form, { caseFile: { number }, missed }: BookingShown): Html {
  const one = (session: Session) =>
    fill(here.t.course.oneOf, { ordinal: ordinalIn(here, session, number), when: shortMoment(here, session.startAt) })
  return missed.length === 0
    ? html``
    : f.select(
        'catchesUp',
        missed.map((session) => [session.id, one(session)]),
        { optional: true },
      )
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
