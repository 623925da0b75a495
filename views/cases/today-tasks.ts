import { html } from 'hono/html'
import { inKinds, pressingKinds, type Task, type TaskKind } from '../../src/casefile/tasks.ts'
import type { Here, Html } from '../here.ts'
import { monthName } from '../log/review.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { clockWords } from './alarms.ts'
import type { TodayShown } from './today.ts'

/** How many of a kind stand open; the rest is folded away. */
const most = 10

/** Going through last month's log is about no case, and comes first. */
export const reviewTask = (here: Here, month: string | undefined): Html =>
  month
    ? html`<p class="card review"><a href="/log?month=${month}">${fill(here.t.log.due, { month: monthName(here, month) })}</a></p>`
    : html``

/** What is to be done, kind by kind. For the lead, whose list is the whole centre's, most kinds are folded. */
export function taskGroups(here: Here, { tasks, centre, names }: TodayShown): Html {
  const t = here.t.today
  if (tasks.length === 0) return html`<p class="nothing">${t.noTasks}</p>`
  const whose = ({ counsellorId = '' }: Task) => {
    if (centre) return html` <small>${names.get(counsellorId) ?? ''}</small>`
    return counsellorId === here.person?.id ? '' : html` <span class="mark info">${t.instead}</span>`
  }
  const line = (task: Task) =>
    html`<li><a href="/cases/${task.number}${task.path}"><span translate="no">${task.number}</span> ${task.name}</a>${whose(task)} <span class="said">${said(here, task)}</span></li>`
  const lines = (these: Task[]) =>
    html`<ul class="tasks">${these.slice(0, most).map(line)}</ul>${
      these.length > most
        ? html`<details><summary>${fill(t.rest, { n: these.length - most })}</summary><ul class="tasks">${these.slice(most).map(line)}</ul></details>`
        : ''
    }`
  const head = (kind: TaskKind, these: Task[]) => html`${t.kinds[kind]} <span class="count">${these.length}</span>`
  return html`<div class="card task-kinds">${inKinds(tasks).map(([kind, these]) => {
    const pressing = pressingKinds.includes(kind)
    const look = `task-kind${pressing ? ' pressing' : ''}`
    return centre
      ? html`<details class="${look}"${pressing ? html` open` : ''}><summary>${head(kind, these)}</summary>${lines(these)}</details>`
      : html`<section class="${look}"><h3>${head(kind, these)}</h3>${lines(these)}</section>`
  })}</div>`
}

/** Kinds of which only the number is said. */
const counted: readonly TaskKind[] = ['report', 'unmarked', 'note', 'survey', 'concern']

/** How much, since when, by when. */
function said(here: Here, { what, values, nextAt, lookBy }: Task): string {
  const t = here.t.today
  if (lookBy) return clockWords(here, lookBy)
  // one of it is what the line stands for
  if (counted.includes(what) && values.n === 1) return ''
  if (what !== 'unseen') return what in t.lines ? fill(t.lines[what as keyof typeof t.lines], values) : ''
  const since = fill(values.ever ? t.lines.unseen : t.neverSeen, values)
  return `${since} · ${nextAt ? fill(t.nextIs, { when: shortMoment(here, nextAt) }) : t.noneBooked}`
}
