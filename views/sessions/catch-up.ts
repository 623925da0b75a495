import { html } from 'hono/html'
import { isMissed, type Session } from '../../src/casefile/session.ts'
import { toCatchUp } from '../../src/sessions/book.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { ordinalIn } from './parts.ts'

/** A missed session and what makes up for it, as far as it is known: either of them, seen from the other. */
function pairOf(session: Session, number: string, sessions: Session[]) {
  return {
    missed: sessions.find(({ id }) => id === session.catchesUp),
    instead: sessions.find((one) => one.catchesUp === session.id && !one.cancelled && !isMissed(one, number)),
    open: toCatchUp(sessions, number).some(({ id }) => id === session.id),
  }
}

/** Which missed session it makes up for, which one makes up for it, or the way to book that. */
export function catchingUp(here: Here, session: Session, number: string, sessions: Session[]): Html {
  const { course } = here.t
  const { missed, instead, open } = pairOf(session, number, sessions)
  const link = (one: Session, words: string) =>
    html`<p><a href="/sessions/${one.id}">${fill(words, { ordinal: ordinalIn(here, one, number) })}</a> <small>${shortMoment(here, one.startAt)}</small></p>`
  return html`${missed ? link(missed, course.catchesUp) : ''}${instead ? link(instead, course.caughtUpBy) : ''}${
    open && here.may('book a session') ? html`<p><a href="${wayTo(session, number)}">${course.bookCatchUp}</a></p>` : ''
  }`
}

/** The same in a line of the list. */
export function catchUpLine(here: Here, session: Session, number: string, sessions: Session[]): Html {
  const { course } = here.t
  const { missed, instead, open } = pairOf(session, number, sessions)
  const words = [
    missed && fill(course.catchesUp, { ordinal: ordinalIn(here, missed, number) }),
    instead && fill(course.caughtUpBy, { ordinal: ordinalIn(here, instead, number) }),
  ]
  return html`${words.map((one) => (one ? html`<br><small>${one}</small>` : ''))}${
    open && here.may('book a session')
      ? html`<br><small><a href="${wayTo(session, number)}">${course.bookCatchUp}</a></small>`
      : ''
  }`
}

const wayTo = ({ id }: Session, number: string): string => `/cases/${number}/sessions/new?catchesUp=${id}`
