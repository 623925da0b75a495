import { html } from 'hono/html'
import type { Row } from '../../src/casefile/row.ts'
import type { School } from '../../src/people/person.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { daysAgo, shortDay } from '../parts/dates.ts'
import { stageMark, table } from '../parts/lists.ts'
import { fill } from '../words.ts'

/** What waits for a decision, longest waiting first; below it, what was declined. */
export function triageQueuePage(here: Here, rows: Row[], schools: School[]): Html {
  const r = here.t.referral
  const schoolOf = new Map(schools.map(({ id, name }) => [id, name]))
  const heads = [r.number, r.youthColumn, r.school, r.referredOn, r.waited, r.due, r.stage]
  const line = (row: Row) => html`<tr><th scope="row"><a href="/referrals/${row.number}">${row.number}</a></th>
<td>${row.name}</td><td>${schoolOf.get(row.schoolId ?? '') ?? '–'}</td><td class="day">${shortDay(here, row.referredOn)}</td>
<td class="number">${fill(r.days, { n: daysAgo(here, row.referredOn) })}</td><td class="day">${row.dueOn ?? '–'}</td><td>${stageMark(here, row.stage)}</td></tr>`
  const open = rows.filter(({ stage }) => stage !== 'declined').reverse()
  const declined = rows.filter(({ stage }) => stage === 'declined')
  return layout(here, {
    title: r.queueTitle,
    wide: true,
    body: html`<div class="head"><h1>${r.queueTitle}</h1><a class="button" href="/referrals/new">${here.t.shared.doors.refer}</a></div>
${table(r.queueTitle, heads, open.map(line), r.queueEmpty)}
${declined.length > 0 ? html`<h2>${r.decided.declined}</h2>${table(r.decided.declined, heads, declined.map(line), '')}` : ''}`,
  })
}
