import { html } from 'hono/html'
import type { LoggedDeed } from '../../src/people/may.ts'
import type { Person, Role } from '../../src/people/person.ts'
import type { LogEntry } from '../../src/store/store.ts'
import { type Moment, timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { type Column, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'

/** What somebody did to one case from one place, once or several times without anything else in between. */
export interface LogLine extends Omit<LogEntry, 'at'> {
  /** the earliest and the latest of them */
  first: Moment
  last: Moment
  times: number
}

export interface Paged<T> {
  items: T[]
  page: number
  pages: number
  total: number
}

/** Names and roles by person's id. */
export type People = ReadonlyMap<string, Pick<Person, 'name' | 'role'>>

/** Who did it, by name and role: of the centre, of a school, by a personal link, or nobody in particular. */
export function whoIn(here: Here, people: People, { by, role }: { by?: string; role?: string }): string {
  const { t } = here
  if (by === undefined) return t.log.nobody
  if (by === 'youth' || by === 'guardian') return t.log.byLink[by]
  const person = people.get(by)
  const as = isRole(here, role) ? role : person?.role
  return `${person?.name ?? by}${as ? ` (${t.shared.role[as]})` : ''}`
}

const isRole = ({ t }: Here, role = ''): role is Role => Object.hasOwn(t.shared.role, role)

/** A deed in words; one that no longer exists as it was logged. */
export const deedIn = ({ t }: Here, deed: string): string =>
  Object.hasOwn(t.deeds, deed) ? t.deeds[deed as LoggedDeed] : deed

/** A reason code in words; one that has none as it was logged. */
export const whyIn = ({ t }: Here, why = ''): string =>
  Object.hasOwn(t.log.why, why) ? t.log.why[why as keyof Here['t']['log']['why']] : why

/** What came of it, where it was not simply done. */
function outcome({ t }: Here, { decision, status, why }: LogLine): Html | string {
  if (decision === 'refused' && why !== 'second-factor-asked')
    return html`<span class="mark bad">${t.log.refused}</span>`
  return status >= 400 ? html`<span class="mark care">${t.log.notDone}</span>` : ''
}

/** Lines of the log to be read. With `caseIn` there is a column for the case, which it fills. */
export function lineTable(
  here: Here,
  caption: string,
  lines: LogLine[],
  people: People,
  caseIn?: (number: string | undefined) => Html | string,
): Html {
  const l = here.t.log
  const heads: Column[] = [[l.when, 'day'], l.who, ...(caseIn ? [l.case] : []), l.what, l.outcome, [l.fromWhere, 'day']]
  const cells = (line: LogLine) => [
    spanIn(here, line),
    whoIn(here, people, line),
    ...(caseIn ? [caseIn(line.caseNumber)] : []),
    html`${deedIn(here, line.deed)}${line.times > 1 ? html` <small>${fill(l.times, { n: line.times })}</small>` : ''}`,
    html`${outcome(here, line)}${line.why ? html` <span class="mark${line.why === 'break-glass' ? ' care' : ''}">${whyIn(here, line.why)}</span>` : ''}`,
    html`<span translate="no">${line.from ?? '–'}</span>`,
  ]
  return stack(caption, heads, lines.map(cells), l.nothing)
}

/** `2026-11-22 (일) 10:00`, or until when it was done again. */
function spanIn(here: Here, { first, last }: LogLine): string {
  const [from, to] = [shortMoment(here, first), shortMoment(here, last)]
  if (from === to) return from
  return from.slice(0, 10) === to.slice(0, 10) ? `${from}–${timeOf(last)}` : `${from} – ${to}`
}

/** The way to the other pages of a list; what was asked for goes along. */
export function pager(here: Here, path: string, asked: URLSearchParams, { page, pages }: Paged<unknown>): Html {
  if (pages <= 1) return html``
  const link = (to: number, label: string) => {
    if (to < 1 || to > pages) return ''
    const query = new URLSearchParams(asked)
    query.set('page', String(to))
    return html`<a class="button small" href="${path}?${query.toString()}">${label}</a>`
  }
  const { previous, next } = here.t.shared
  return html`<p class="acts">${link(page - 1, previous)}<span>${fill(here.t.shared.page, { n: page, all: pages })}</span>${link(page + 1, next)}</p>`
}
