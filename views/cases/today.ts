import { html } from 'hono/html'
import type { Duties } from '../../src/casefile/duties.ts'
import type { Row } from '../../src/casefile/row.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { Task } from '../../src/casefile/tasks.ts'
import type { Absence } from '../../src/people/registers.ts'
import type { Draft } from '../../src/store/store.ts'
import { dayOf, weekdayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { longDay } from '../parts/dates.ts'
import { draftList } from '../referral/school-list.ts'
import { dutiesCard } from '../registers/duties.ts'
import { fill } from '../words.ts'
import { countersignCard, loadCard, messagesCard, waitingCard } from './today-centre.ts'
import { awayCard, coveringCard } from './today-people.ts'
import { nextCard, sessionTable } from './today-sessions.ts'
import { reviewTask, taskGroups } from './today-tasks.ts'

export interface TodayShown {
  /** open cases of the reader, those in which they stand in too; of the lead all */
  cases: Row[]
  sessions: Session[]
  /** of the reader's own */
  next?: Session
  tasks: Task[]
  rooms: Map<string, string>
  /** names by person's id */
  names: ReadonlyMap<string, string>
  /** who is away today, and for whom the reader stands in or will */
  away: Absence[]
  covering: Absence[]
  drafts: Draft[]
  /** the month whose log nobody has gone through yet */
  toReview?: string
  /** for whoever looks after the records of the house */
  duties?: Duties
  /** for the lead */
  centre?: {
    waiting: Row[]
    loads: { id: string; name: string; load: number; sessions: number }[]
    /** notes that wait for a second signature */
    countersign: number
    /** reminders that somebody may have to see to */
    messages: number
  }
}

/** The day on one page: a counsellor's own, or the centre's. */
export function todayPage(here: Here, shown: TodayShown): Html {
  const t = here.t.today
  const today = dayOf(here.now)
  const weekday = here.t.shared.weekdays[weekdayOf(today) - 1] ?? ''
  const body = here.may('see the case list')
    ? html`<div class="columns"><div>${shown.centre ? '' : nextCard(here, shown)}
<section><h2>${t.sessions}</h2>${sessionTable(here, shown)}</section>
<section><h2>${t.tasks}</h2>${reviewTask(here, shown.toReview)}${taskGroups(here, shown)}</section></div>
<div>${waitingCard(here, shown)}${countersignCard(here, shown)}${messagesCard(here, shown)}${loadCard(here, shown)}${coveringCard(here, shown)}${awayCard(here, shown)}${dutiesCard(here, shown.duties)}${draftList(here, shown.drafts)}</div></div>`
    : html`<p class="lead">${t.adminLead}</p>${reviewTask(here, shown.toReview)}${dutiesCard(here, shown.duties)}`
  return layout(here, {
    title: t.title,
    wide: true,
    styles: ['today.css'],
    body: html`<h1>${t.title} <small>${fill(t.hello, { day: longDay(here, today), weekday })}</small></h1>${body}`,
  })
}
