import { html } from 'hono/html'
import type { Row } from '../../src/casefile/row.ts'
import type { School } from '../../src/people/person.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { daysAgo, shortDay } from '../parts/dates.ts'
import { type Column, stack, stageMark } from '../parts/lists.ts'
import { fill } from '../words.ts'

/** What waits for a decision, longest waiting first; below it, what was declined. */
export function triageQueuePage(here: Here, rows: Row[], schools: School[]): Html {
  const r = here.t.referral
  const schoolOf = new Map(schools.map(({ id, name }) => [id, name]))
  const heads: Column[] = [
    ...[r.number, r.youthColumn, r.school],
    [r.referredOn, 'day'],
    [r.waited, 'number'],
    [r.due, 'day'],
    r.stage,
  ]
  const line = (row: Row) => [
    html`<a href="/referrals/${row.number}">${row.number}</a>`,
    row.name,
    schoolOf.get(row.schoolId ?? '') ?? '–',
    shortDay(here, row.referredOn),
    fill(r.days, { n: daysAgo(here, row.referredOn) }),
    row.dueOn ?? '–',
    stageMark(here, row.stage),
  ]
  const open = rows.filter(({ stage }) => stage !== 'declined').reverse()
  const declined = rows.filter(({ stage }) => stage === 'declined')
  return layout(here, {
    title: r.queueTitle,
    wide: true,
    body: html`<div class="head"><h1>${r.queueTitle}</h1><a class="button" href="/referrals/new">${here.t.shared.doors.refer}</a></div>
${stack(r.queueTitle, heads, open.map(line), r.queueEmpty)}
${declined.length > 0 ? html`<h2>${r.decided.declined}</h2>${stack(r.decided.declined, heads, declined.map(line), '')}` : ''}`,
  })
}
