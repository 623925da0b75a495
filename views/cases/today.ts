import { html } from 'hono/html'
import type { Duties } from '../../src/casefile/duties.ts'
import type { Row } from '../../src/casefile/row.ts'
import type { Session } from '../../src/casefile/session.ts'
import type { Task } from '../../src/casefile/tasks.ts'
import { labelOf } from '../../src/codebook/codebook.ts'
import { diaryStatusOf } from '../../src/sessions/status.ts'
import type { Draft } from '../../src/store/store.ts'
import { dayOf, timeOf, weekdayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { monthName } from '../log/review.ts'
import { daysAgo, longDay } from '../parts/dates.ts'
import { table } from '../parts/lists.ts'
import { draftList } from '../referral/school-list.ts'
import { dutiesCard } from '../registers/duties.ts'
import { statusMark } from '../sessions/parts.ts'
import { fill } from '../words.ts'

interface Shown {
  sessions: Session[]
  /** numbers of the open cases that the reader may open */
  open: Set<string>
  tasks: Task[]
  triage?: Row[]
  loads?: { name: string; load: number }[]
  rooms: Map<string, string>
  drafts: Draft[]
  /** the month whose log nobody has gone through yet */
  toReview?: string
  /** for whoever looks after the records of the house */
  duties?: Duties
}

/** The day on one page. */
export function todayPage(here: Here, shown: Shown): Html {
  const t = here.t.today
  const today = dayOf(here.now)
  const weekday = here.t.shared.weekdays[weekdayOf(today) - 1] ?? ''
  const body = here.may('see the case list')
    ? html`<div class="columns"><div><section><h2>${t.sessions}</h2>${sessionTable(here, shown)}</section>
<section><h2>${t.tasks}</h2>${taskList(here, shown)}</section></div>
<div>${dutiesCard(here, shown.duties)}${triageCard(here, shown.triage)}${loadCard(here, shown.loads)}${draftList(here, shown.drafts)}</div></div>`
    : html`<p class="lead">${t.adminLead}</p>${shown.toReview ? taskList(here, shown) : ''}${dutiesCard(here, shown.duties)}`
  return layout(here, {
    title: t.title,
    wide: true,
    body: html`<h1>${t.title} <small>${fill(t.hello, { day: longDay(here, today), weekday })}</small></h1>${body}`,
  })
}

function sessionTable(here: Here, { sessions, open, rooms }: Shown): Html {
  const t = here.t.today
  // whoever stands in sees the session, not the case
  const linked = (number: string) => (open.has(number) ? html`<a href="/cases/${number}">${number}</a>` : number)
  const cases = ({ attendees }: Session) =>
    attendees.map(({ caseNumber }, at) => html`${at > 0 ? ', ' : ''}${linked(caseNumber)}`)
  const rows = sessions.map(
    (one) => html`<tr><th scope="row"><a href="/sessions/${one.id}">${timeOf(one.startAt)}</a></th>
<td translate="no">${cases(one)}</td><td>${labelOf('sessionKind', one.kind, here.lang)}</td>
<td>${rooms.get(one.roomId ?? '') ?? labelOf('sessionMode', one.mode, here.lang)}</td><td>${statusMark(here, diaryStatusOf(one, here.now))}</td></tr>`,
  )
  return table(t.sessions, [t.time, t.case, t.kind, t.room, t.state], rows, t.noSessions)
}

/** Going through last month's log is about no case, and comes first. */
function taskList(here: Here, { tasks, toReview }: Pick<Shown, 'tasks' | 'toReview'>): Html {
  const t = here.t.today
  if (tasks.length === 0 && !toReview) return html`<p class="nothing">${t.noTasks}</p>`
  return html`<ul class="tasks card">${
    toReview
      ? html`<li><a href="/log?month=${toReview}">${fill(here.t.log.due, { month: monthName(here, toReview) })}</a></li>`
      : ''
  }${tasks.map(
    ({ number, name, what, path, values }) =>
      html`<li class="${what === 'overdue' || what === 'unmarked' ? 'pressing' : ''}"><a href="/cases/${number}${path}"><span translate="no">${number}</span> ${name}</a> <span>${fill(t[what], values)}</span></li>`,
  )}</ul>`
}

function triageCard(here: Here, rows: Row[] | undefined): Html {
  const t = here.t.today
  if (!rows) return html``
  const oldest = Math.max(0, ...rows.map(({ referredOn }) => daysAgo(here, referredOn)))
  return html`<section class="card"><h2><a href="/referrals">${fill(t.triage, { n: rows.length })}</a></h2>${rows.length > 0 ? html`<p>${fill(t.oldest, { n: oldest })}</p>` : ''}</section>`
}

function loadCard(here: Here, loads: Shown['loads']): Html {
  if (!loads) return html``
  return html`<section class="card"><h2>${here.t.today.loads}</h2><ul class="history">${loads.map(
    ({ name, load }) => html`<li>${name} <strong>${load}</strong></li>`,
  )}</ul></section>`
}
