import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { attendeeOf, type Session, trackOf } from '../../src/casefile/session.ts'
import { type ListName, labelOf } from '../../src/codebook/codebook.ts'
import type { Room } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { isAboutMeeting } from '../../src/sessions/apart.ts'
import type { SessionStatus } from '../../src/sessions/status.ts'
import type { WeekHours } from '../../src/time/hours.ts'
import type { Here, Html } from '../here.ts'
import { type formOf, say } from '../parts/form.ts'
import { fill } from '../words.ts'

const looks: Record<SessionStatus, string> = {
  booked: 'info',
  held: 'good',
  'awaiting-note': 'care',
  'awaiting-attendance': 'care',
  missed: 'bad',
  cancelled: '',
}

/** What became of a session, as a mark. */
export const statusMark = ({ t }: Here, status: SessionStatus): Html =>
  html`<span class="mark ${looks[status]}">${t.sessions.status[status]}</span>`

export const codeIn = ({ lang }: Here, list: ListName, code: string): string => labelOf(list, code, lang)

/** How it went, without what the code list tells its reader in brackets. */
export const attendanceIn = ({ lang }: Here, code: string): string =>
  labelOf('attendance', code, lang).replace(/\s*\([^)]*\)$/, '')

/** `3회기`, `보호자 2회기`: the number that a session carries for one of its cases, on its own track. */
export function ordinalIn({ t }: Here, session: Session, caseNumber: string): string {
  const { ordinal } = t.sessions
  const { guardianOrdinal, liaisonOrdinal } = t.course
  const words = { youth: ordinal, guardian: guardianOrdinal, liaison: liaisonOrdinal }[trackOf(session.kind)]
  return fill(words, { n: attendeeOf(session, caseNumber)?.ordinal ?? 0 })
}

export const guardianName = ({ lang }: Here, { relation, name = '' }: CaseFile['guardians'][number]): string =>
  `${labelOf('guardianRelation', relation, lang)} ${name}`.trim()

/** Rooms to choose from; one that has hours of its own says so. */
export const roomOptions = (here: Here, rooms: Room[]): [id: string, label: string][] =>
  rooms.map(({ id, name, hours }) => [
    id,
    hours ? fill(here.t.course.roomHours, { room: name, hours: weekOf(here, hours) }) : name,
  ])

/** `월–수 13:00–20:00, 금 09:00–12:00`. */
export function weekOf({ t }: Here, hours: WeekHours): string {
  const spans: { first: number; last: number; hours: string }[] = []
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const open = hours[day]
    const last = spans.at(-1)
    if (!open) continue
    const text = `${open.from}–${open.to}`
    if (last?.last === day - 1 && last.hours === text) last.last = day
    else spans.push({ first: day, last: day, hours: text })
  }
  const name = (day: number) => t.shared.weekdays[day - 1] ?? ''
  return spans
    .map(({ first, last, hours: text }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${text}`)
    .join(', ')
}

/** Where youths would meet who must not: the lead may say why they may, everyone else is told who can. */
export function despiteField(
  here: Here,
  f: ReturnType<typeof formOf>,
  refusals: Refusal[],
  typed?: URLSearchParams,
): Html {
  const { despiteHint, leadMayAllow } = here.t.course
  const asked = refusals.some(isAboutMeeting) || Boolean(typed?.get('despite'))
  if (!asked) return html``
  return here.may('let youths meet')
    ? f.area('despite', { rows: 2, optional: true, hint: despiteHint })
    : html`<p class="notice">${leadMayAllow}</p>`
}

/** Everything that is wrong on a page whose fields come in rows; `place` says in words where a field stands. */
export const problemsIn = (here: Here, refusals: Refusal[], place: (field: string) => string | undefined): Html =>
  refusals.length === 0
    ? html``
    : html`<div class="problems" role="alert" tabindex="-1" autofocus><h2>${here.t.shared.problems}</h2><ul>${refusals.map(
        (refusal) => {
          const where = refusal.field && place(refusal.field)
          return html`<li>${where ? html`<a href="#${refusal.field}">${where}: ${say(here, refusal)}</a>` : say(here, refusal)}</li>`
        },
      )}</ul></div>`
