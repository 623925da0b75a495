import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { fill } from '../words.ts'
import { deedIn, type LogLine, lineTable, type Paged, type People, pager } from './lines.ts'
import { caseIn } from './month.ts'
import { monthName } from './review.ts'

/** What is asked of the log; absent is everything. */
export interface Asked {
  month: string
  person?: string
  deed?: string
  case?: string
  decision?: 'allowed' | 'refused'
}

interface Shown {
  asked: Asked
  lines: Paged<LogLine>
  people: People
  hidden: ReadonlySet<string>
}

/** The entries of a month, found by person, deed, case and outcome. */
export function entriesPage(here: Here, { asked, lines, people, hidden }: Shown): Html {
  const l = here.t.log
  const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
  const persons = [...people].map(([id, { name }]): [string, string] => [id, name])
  const deeds = Object.keys(here.t.deeds).map((deed): [string, string] => [deed, deedIn(here, deed)])
  const by = (a: [string, string], b: [string, string]) => a[1].localeCompare(b[1], here.lang)
  const select = (name: 'person' | 'deed' | 'decision', label: string, options: [string, string][]) =>
    html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">${l.all}</option>${options.map(
      ([value, words]) =>
        html`<option value="${value}"${asked[name] === value ? html` selected` : ''}>${words}</option>`,
    )}</select></div>`
  return layout(here, {
    title: l.list,
    wide: true,
    body: html`<div class="head"><h1>${l.list} <small>${monthName(here, asked.month)}</small></h1><a href="/log?month=${asked.month}">${l.backToReview}</a></div>
<form method="get" action="/log/entries" class="filter"><input type="hidden" name="month" value="${asked.month}">
<div class="field"><label for="case">${l.case}</label><input type="text" id="case" name="case" value="${asked.case ?? ''}" autocomplete="off"></div>
${select('person', l.who, [...persons.sort(by), ['nobody', l.nobody]])}${select('deed', l.what, deeds.sort(by))}
${select('decision', l.decision, [
  ['allowed', l.allowed],
  ['refused', l.refused],
])}<button>${l.filter}</button></form>
<p><small>${fill(l.found, { n: lines.total })}</small></p>
${lineTable(here, l.list, lines.items, people, (number) => caseIn(here, { month: asked.month, hidden }, number))}
${pager(here, '/log/entries', kept, lines)}`,
  })
}
