import { html } from 'hono/html'
import { timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { type Column, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { deedIn, whoIn, whyIn } from './lines.ts'
import type { Month, PersonSum } from './review.ts'

/** More numbers than this in a row are counted instead. */
const mostNumbers = 12

/** A case by its number, which leads to what was done to it; a restricted one that is kept from the reader by no number. */
export function caseIn(here: Here, { month, hidden }: Pick<Month, 'month' | 'hidden'>, number?: string): Html | string {
  if (!number) return '–'
  if (hidden.has(number)) return here.t.log.hiddenCase
  return html`<a href="/log/entries?month=${month}&amp;case=${number}" translate="no">${number}</a>`
}

const section = (title: string, body: Html, lead = ''): Html =>
  html`<section><h2>${title}</h2>${lead ? html`<p>${lead}</p>` : ''}${body}</section>`

export function emergencyList(here: Here, month: Month): Html {
  const l = here.t.log
  const heads: Column[] = [[l.when, 'day'], l.who, l.case, l.reason]
  const rows = month.emergencies.map(({ entry, why, gone, until }) => [
    `${shortMoment(here, entry.at)}${until ? `–${timeOf(until)}` : ''}`,
    whoIn(here, month.people, entry),
    caseIn(here, month, entry.caseNumber),
    why ?? (gone ? l.reasonGone : l.reasonForLead),
  ])
  return section(l.emergencies, stack(l.emergencies, heads, rows, l.emergenciesNone))
}

export function othersTable(here: Here, month: Month): Html {
  const l = here.t.log
  const rows = month.others.map(({ by, role, numbers }) => {
    const more = numbers.length - mostNumbers
    const shown = numbers.slice(0, mostNumbers).map((one, at) => html`${at > 0 ? ', ' : ''}${caseIn(here, month, one)}`)
    return [
      whoIn(here, month.people, { by, role }),
      String(numbers.length),
      html`${shown}${more > 0 ? html` ${fill(l.more, { n: more })}` : ''}`,
    ]
  })
  const table = stack(l.others, [l.who, [l.number, 'number'], l.case], rows, l.othersNone)
  return section(l.others, table, l.othersLead)
}

export function refusalTable(here: Here, month: Month): Html {
  const l = here.t.log
  const rows = month.sum.people.flatMap((person) =>
    [...person.refused].map(([deed, times]) => [
      whoIn(here, month.people, person),
      html`<a href="/log/entries?${query(month.month, person, deed)}&amp;decision=refused">${deedIn(here, deed)}</a>`,
      fill(l.count, { n: times }),
    ]),
  )
  return section(l.refusals, stack(l.refusals, [l.who, l.what, [l.number, 'number']], rows, l.refusalsNone))
}

export function downloadTable(here: Here, month: Month): Html {
  const l = here.t.log
  const rows = month.sum.downloads.map((entry) => [
    shortMoment(here, entry.at),
    whoIn(here, month.people, entry),
    deedIn(here, entry.deed),
    caseIn(here, month, entry.caseNumber),
    whyIn(here, entry.why) || l.noReason,
  ])
  const heads: Column[] = [[l.when, 'day'], l.who, l.what, l.case, l.reason]
  return section(l.downloads, stack(l.downloads, heads, rows, l.downloadsNone))
}

export function lateTable(here: Here, month: Month): Html {
  const l = here.t.log
  const rows = month.sum.late.map((entry) => [
    shortMoment(here, entry.at),
    whoIn(here, month.people, entry),
    html`<span translate="no">${entry.from ?? '–'}</span>`,
  ])
  return section(l.late, stack(l.late, [[l.when, 'day'], l.who, l.fromWhere], rows, l.lateNone))
}

export function rightsTable(here: Here, month: Month): Html {
  const l = here.t.log
  const rows = month.rights.map(({ at, by, whom, what, role }) => [
    shortMoment(here, at),
    month.people.get(whom)?.name ?? whom,
    `${l.grants[what]} (${here.t.shared.role[role]})`,
    month.people.get(by)?.name ?? by,
  ])
  return section(l.rights, stack(l.rights, [[l.when, 'day'], l.who, l.rightsWhat, l.rightsBy], rows, l.rightsNone))
}

/** Everyone who did anything, with what they did, folded away. */
export function byPerson(here: Here, month: Month): Html {
  const l = here.t.log
  const heads: Column[] = [l.who, [l.entries, 'number'], [l.refusals, 'number'], [l.case, 'number'], l.byDeed]
  const rows = month.sum.people.map((person) => [
    html`<a href="/log/entries?${query(month.month, person)}">${whoIn(here, month.people, person)}</a>`,
    String(person.entries),
    String([...person.refused.values()].reduce((all, n) => all + n, 0)),
    String(person.cases.size),
    html`<details><summary>${fill(l.count, { n: person.deeds.size })}</summary><ul class="history">${[...person.deeds]
      .sort(([, a], [, b]) => b - a)
      .map(
        ([deed, times]) =>
          html`<li><a href="/log/entries?${query(month.month, person, deed)}">${deedIn(here, deed)}</a> <strong>${times}</strong></li>`,
      )}</ul></details>`,
  ])
  return section(l.byPerson, stack(l.byPerson, heads, rows, l.nothing))
}

const query = (month: string, { by }: Pick<PersonSum, 'by'>, deed?: string): string =>
  new URLSearchParams({ month, person: by ?? 'nobody', ...(deed && { deed }) }).toString()
