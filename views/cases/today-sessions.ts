import { html } from 'hono/html'
import type { Session } from '../../src/casefile/session.ts'
import { labelOf } from '../../src/codebook/codebook.ts'
import { diaryStatusOf } from '../../src/sessions/status.ts'
import { dayOf, plusMinutes, timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { shortDay } from '../parts/dates.ts'
import { stack } from '../parts/lists.ts'
import { ordinalIn, statusMark } from '../sessions/parts.ts'
import { fill } from '../words.ts'
import type { TodayShown } from './today.ts'

/** Within how many minutes it is said how soon a session begins. */
const soon = 90

/** The one thing to look at: the session that is under way, or the one that comes next. */
export function nextCard(here: Here, shown: TodayShown): Html {
  const t = here.t.today
  const { next } = shown
  if (!next) return html`<section class="card upcoming"><h2>${t.nextHead}</h2><p>${t.noNext}</p></section>`
  const { startAt, minutes } = next
  const begun = startAt <= here.now
  const on = dayOf(startAt)
  const left = Math.round((Date.parse(startAt) - Date.parse(here.now)) / 60_000)
  const day = on === dayOf(here.now) ? '' : `${shortDay(here, on)} `
  return html`<section class="card upcoming"><h2>${begun ? t.nowHead : t.nextHead}</h2>
<p class="begins"><strong>${day}${timeOf(startAt)}</strong> <span>– ${timeOf(plusMinutes(startAt, minutes))} · ${placeOf(here, next, shown)}</span>${!begun && left <= soon ? html` <span class="mark info">${fill(t.inMinutes, { n: left })}</span>` : ''}</p>
<ul class="attending">${next.attendees.map((one) => html`<li>${attendee(here, next, one.caseNumber, shown)}${toCase(here, next, one.caseNumber, shown)}</li>`)}</ul>
<p class="acts"><a class="button primary" href="/sessions/${next.id}">${t.toSession}</a></p></section>`
}

/** `2026-0042 김민준 · 5회기`. */
const attendee = (here: Here, session: Session, caseNumber: string, { cases }: TodayShown): Html => {
  const name = cases.find(({ number }) => number === caseNumber)?.name ?? ''
  return html`<span><span translate="no">${caseNumber}</span> <strong>${name}</strong> · ${ordinalIn(here, session, caseNumber)}</span>`
}

/** Whoever stands in for one session only sees the session, not the case. */
function toCase({ t }: Here, { id }: Session, number: string, { cases }: TodayShown): Html {
  const unseen = html`<span class="unseen"> ${number}</span>`
  const open = cases.some((row) => row.number === number)
  return html` <span class="ways"><a href="/cases/${number}/notes/${id}">${t.today.toNote}${unseen}</a>${open ? html` <a href="/cases/${number}">${t.today.toCase}${unseen}</a>` : ''}</span>`
}

const placeOf = ({ lang }: Here, { roomId = '', mode }: Session, { rooms }: TodayShown): string =>
  rooms.get(roomId) ?? labelOf('sessionMode', mode, lang)

export function sessionTable(here: Here, shown: TodayShown): Html {
  const t = here.t.today
  const { sessions, cases, names } = shown
  const known = new Map(cases.map((row) => [row.number, row.name]))
  // the lead's are everybody's; a counsellor's may be somebody else's in whose place they stand
  const others = sessions.some(({ counsellorId }) => counsellorId !== here.person?.id)
  const whom = (session: Session) =>
    session.attendees.map(({ caseNumber }, at) => {
      const name = known.get(caseNumber)
      const who = html`<span translate="no">${caseNumber}</span>${name ? ` ${name}` : ''}`
      return html`${at > 0 ? html`<br>` : ''}${name ? html`<a href="/cases/${caseNumber}">${who}</a>` : who} <small>${ordinalIn(here, session, caseNumber)}</small>`
    })
  const line = (one: Session) => [
    html`<a href="/sessions/${one.id}">${timeOf(one.startAt)}</a>`,
    html`${whom(one)}`,
    labelOf('sessionKind', one.kind, here.lang),
    placeOf(here, one, shown),
    ...(others ? [names.get(one.counsellorId) ?? one.counsellorId] : []),
    statusMark(here, diaryStatusOf(one, here.now)),
  ]
  const heads = [t.time, t.case, t.kind, t.room, ...(others ? [t.counsellor] : []), t.state]
  return stack(t.sessions, heads, sessions.map(line), t.noSessions)
}
