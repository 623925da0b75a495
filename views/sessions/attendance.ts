import { html } from 'hono/html'
import { attendeeOf, heldCodes, type Session } from '../../src/casefile/session.ts'
import { markCodes } from '../../src/sessions/attend.ts'
import type { Here, Html } from '../here.ts'
import { say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { attendanceIn } from './parts.ts'
import type { SessionForm } from './session.ts'

/**
 * Who came. A session may have several youths, so ids end in the youth's place on the page; the first has the plain
 * ones, to which the list of problems leads.
 */
export function attendanceForm(here: Here, session: Session, number: string, at: number, refused?: SessionForm): Html {
  const { t } = here
  const s = t.sessions
  const before = attendeeOf(session, number)?.attendance
  const mine = refused && (refused.typed.get('caseNumber') ?? number) === number ? refused : undefined
  const code = mine ? mine.typed.get('attendance') : before?.code
  // what the empty field would mean anyway is left out, or it would stand in the way of a correction
  const partly = before && heldCodes.includes(before.code) && before.creditedMinutes < session.minutes
  const credited = mine ? mine.typed.get('creditedMinutes') : partly ? before.creditedMinutes : ''
  const id = (name: string) => (at === 0 ? name : `${name}-${at}`)
  const problem = (name: string) => {
    const found = mine?.refusals.find(({ field }) => field === name)
    return found ? html`<p class="problem" id="${id(name)}-problem">${say(here, found)}</p>` : ''
  }
  const wrong = (name: string) => (mine?.refusals.some(({ field }) => field === name) ? ' wrong' : '')
  const codes = markCodes.map(
    (mark, place) =>
      html`<label class="choice"><input type="radio" name="attendance" value="${mark}"${place === 0 ? html` id="${id('attendance')}"` : ''}${code === mark ? html` checked` : ''}> <span>${attendanceIn(here, mark)}</span></label>`,
  )
  return html`<form method="post" action="/sessions/${session.id}/attendance" hx-post="/sessions/${session.id}/attendance" hx-target="#content" hx-select="#content" hx-swap="outerMorph">
<input type="hidden" name="caseNumber" value="${number}">
<fieldset class="field${wrong('attendance')}"><legend>${t.fields.attendance}</legend>${problem('attendance')}<div class="choices">${codes}</div></fieldset>
<div class="field${wrong('creditedMinutes')}"><label for="${id('creditedMinutes')}">${t.fields.creditedMinutes}</label><p class="hint" id="${id('creditedMinutes')}-hint">${fill(s.creditedHint, { n: session.minutes })}</p>${problem('creditedMinutes')}
<input class="short" type="number" id="${id('creditedMinutes')}" name="creditedMinutes" value="${credited ?? ''}" min="0" max="${session.minutes}" aria-describedby="${id('creditedMinutes')}-hint"></div>
<button class="primary">${before ? s.markAgain : s.mark}</button></form>`
}
