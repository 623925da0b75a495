import { html } from 'hono/html'
import type { Grant } from '../../src/people/person.ts'
import type { LogReview } from '../../src/people/registers.ts'
import type { Refusal } from '../../src/result.ts'
import type { LogEntry } from '../../src/store/store.ts'
import type { Moment } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import type { People } from './lines.ts'
import { byPerson, downloadTable, emergencyList, lateTable, othersTable, refusalTable, rightsTable } from './month.ts'

/** What the log of a month comes to. */
export interface MonthSum {
  entries: number
  /** of the last entry */
  lastHash: string
  people: PersonSum[]
  emergencies: LogEntry[]
  downloads: LogEntry[]
  /** signed in outside opening hours */
  late: LogEntry[]
}

/** What one person did in a month, in one role. */
export interface PersonSum {
  by?: string
  role?: string
  entries: number
  /** how often, by deed */
  refused: Map<string, number>
  deeds: Map<string, number>
  /** cases by number; whether one was opened in an emergency */
  cases: Map<string, boolean>
}

export interface Month {
  month: string
  before: string
  after: string
  /** over, so that its review can be recorded */
  over: boolean
  sum: MonthSum
  people: People
  /** numbers of the cases that the reader may not know of */
  hidden: ReadonlySet<string>
  /** openings in an emergency; the reason where the reader may know it, `gone` when the case was erased */
  emergencies: { entry: LogEntry; why?: string; gone?: boolean; until?: Moment }[]
  /** who opened cases that are not theirs */
  others: { by?: string; role?: string; numbers: string[] }[]
  rights: (Grant & { whom: string })[]
  reviews: LogReview[]
  trouble: boolean
}

export const monthName = ({ t }: Here, month: string): string =>
  fill(t.log.month, { y: month.slice(0, 4), m: Number(month.slice(5)) })

/** A month of the log before whoever answers for it: what stands out first, then all of it, then the review. */
export function reviewPage(here: Here, shown: Month, typed: URLSearchParams, refusals: Refusal[]): Html {
  const l = here.t.log
  const { month, before, after, sum } = shown
  const link = (to: string, words: string) => html`<a class="button small" href="/log?month=${to}">${words}</a>`
  return layout(here, {
    title: l.title,
    refused: refusals.length > 0,
    wide: true,
    body: html`<div class="head"><h1>${l.title} <small>${monthName(here, month)}</small></h1><div class="acts week-acts">${link(before, l.monthBefore)}${link(after, l.monthAfter)}<a class="button small" href="/log/entries?month=${month}">${l.toList}</a></div></div>
<p class="lead">${l.lead}</p>
${formOf(here, typed, refusals).problems()}
${shown.trouble ? html`<section class="warning"><h2>${l.chain}</h2><p>${l.chainTrouble}</p></section>` : ''}
${sum.entries === 0 ? html`<p class="nothing">${l.nothingLogged}</p>` : html`${atAGlance(here, shown)}${emergencyList(here, shown)}${othersTable(here, shown)}${refusalTable(here, shown)}${downloadTable(here, shown)}${lateTable(here, shown)}${rightsTable(here, shown)}${byPerson(here, shown)}`}
${reviewCard(here, shown, typed, refusals)}
${earlier(here, shown)}`,
  })
}

function atAGlance(here: Here, { sum, emergencies, rights }: Month): Html {
  const l = here.t.log
  const refused = sum.people.flatMap((one) => [...one.refused.values()]).reduce((all, n) => all + n, 0)
  const count = (n: number) => fill(l.count, { n })
  return html`<section class="card"><h2>${l.counts}</h2>${factList([
    [l.entries, count(sum.entries)],
    [l.people, fill(l.peopleCount, { n: new Set(sum.people.map(({ by }) => by).filter(Boolean)).size })],
    [l.emergencies, count(emergencies.length)],
    [l.refusals, count(refused)],
    [l.downloads, count(sum.downloads.length)],
    [l.late, count(sum.late.length)],
    [l.rights, count(rights.length)],
  ])}</section>`
}

function reviewCard(
  here: Here,
  { month, over, sum, people, reviews }: Month,
  typed: URLSearchParams,
  refusals: Refusal[],
) {
  const l = here.t.log
  const f = formOf(here, typed, refusals)
  const own = reviews.filter((one) => one.month === month)
  return html`<section class="card"><h2>${l.review}</h2>${own.length > 0 ? html`<ul class="history">${own.map((one) => reviewLine(here, people, one))}</ul>` : html`<p>${over ? l.notReviewed : l.notOver}</p>`}
${
  over && sum.entries > 0
    ? html`<form method="post" action="/log/reviews"><input type="hidden" name="month" value="${month}"><p>${l.reviewLead}</p>${f.area('remarks', { optional: true, rows: 3 })}<button class="primary">${l.reviewButton}</button></form>`
    : ''
}</section>`
}

function earlier(here: Here, { month, people, reviews }: Month): Html {
  const l = here.t.log
  const others = reviews.filter((one) => one.month !== month).sort((a, b) => (a.month < b.month ? 1 : -1))
  return html`<section class="card"><h2>${l.history}</h2>${
    others.length === 0
      ? html`<p>${l.historyNone}</p>`
      : html`<ul class="history">${others.map((one) => reviewLine(here, people, one, monthName(here, one.month)))}</ul>`
  }</section>`
}

function reviewLine(here: Here, people: People, { by, at, month, entries, remarks }: LogReview, name?: string): Html {
  const who = people.get(by)?.name ?? by
  const said = fill(here.t.log.reviewedBy, { who, when: shortMoment(here, at), n: entries })
  return html`<li>${name ? html`<a href="/log?month=${month}">${name}</a> ` : ''}<small>${said}</small>${remarks ? html`<br>${remarks}` : ''}</li>`
}
