import { html } from 'hono/html'
import type { DueCase, NamedDueCase, Queue } from '../../src/casefile/due.ts'
import type { RetentionPeriods } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { type Column, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { ruleIn } from './clock.ts'

interface Shown {
  periods: RetentionPeriods
  names: Map<string, string>
  /** for whoever may see the cases */
  named?: Queue<NamedDueCase>
  /** for whoever may not: no name is in it */
  bare?: Queue<DueCase>
}

/** As many as a page shows of each list; the longest due come first. */
const most = 100

/** What is due for erasure and what soon will be. One proposes, another approves. */
export function retentionQueuePage(here: Here, shown: Shown, refusals: Refusal[]): Html {
  const r = here.t.retention
  const { caseYears, declinedDays, draftDays } = shown.periods
  const cases = shown.named ?? shown.bare ?? { due: [], soon: [], held: [] }
  const list = (heading: string, all: DueCase[], nothing: string, acts: boolean) => {
    const title = fill(heading, { n: all.length })
    return html`<h2>${title}</h2>${all.length > most ? html`<p>${fill(r.first, { most })}</p>` : ''}${lines(here, shown, title, all.slice(0, most), nothing, acts)}`
  }
  return layout(here, {
    title: r.title,
    refused: refusals.length > 0,
    wide: true,
    body: html`<div class="head"><h1>${r.title}</h1><a class="button" href="/retention/records">${r.records}</a></div>
${formOf(here, new URLSearchParams(), refusals).problems()}
<p class="lead">${fill(r.lead, { years: caseYears, declined: declinedDays, drafts: draftDays })}</p>
${shown.bare ? html`<p class="notice">${r.namelessLead}</p>` : ''}
${list(r.due, cases.due, r.noneDue, true)}
${list(r.soon, cases.soon, r.noneSoon, false)}
${cases.held.length > 0 ? list(r.held, cases.held, '', false) : ''}`,
  })
}

function lines(here: Here, shown: Shown, title: string, cases: DueCase[], nothing: string, acts: boolean): Html {
  const r = here.t.retention
  const { due = [], soon = [], held = [] } = shown.named ?? {}
  const nameOf = new Map([...due, ...soon, ...held].map(({ number, name }) => [number, name]))
  const rows = cases.map((one): (Html | string)[] => [
    shown.named ? html`<a href="/cases/${one.number}/retention" translate="no">${one.number}</a>` : one.number,
    ...(shown.named ? [nameOf.get(one.number) ?? ''] : []),
    ruleIn(here, one.rule, shown.periods),
    one.since,
    one.dueOn,
    ...(acts ? [actOn(here, one, shown)] : []),
  ])
  const heads: Column[] = [r.number, ...(shown.named ? [r.youth] : []), r.rule, [r.since, 'day'], [r.dueOn, 'day']]
  return stack(title, [...heads, ...(acts ? [r.act] : [])], rows, nothing)
}

function actOn(here: Here, { number, rule, dueOn, proposed }: DueCase, { names }: Shown): Html | string {
  const r = here.t.retention
  if (rule === 'referral-declined') return r.byItself
  if (!proposed)
    return here.may('propose an erasure')
      ? html`<form method="post" action="/cases/${number}/retention/proposal"><input type="hidden" name="erasureDueOn" value="${dueOn}"><button class="small" name="then" value="queue" aria-label="${r.propose} ${number}">${r.propose}</button></form>`
      : r.notProposed
  const by = html`<small>${fill(r.proposedBy, { who: names.get(proposed.by) ?? proposed.by, when: shortMoment(here, proposed.at) })}</small>`
  if (proposed.by === here.person?.id) return html`${by}<br>${r.waits}`
  return html`${by}<details><summary>${r.approve} <span class="unseen">${number}</span></summary><form method="post" action="/retention/${number}/approval"><label class="choice"><input type="checkbox" name="sure" value="yes"> <span>${r.sure}</span></label><button class="danger small" aria-label="${r.approveNow} ${number}">${r.approveNow}</button></form></details>`
}
