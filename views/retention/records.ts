import { html } from 'hono/html'
import type { Destruction } from '../../src/people/registers.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { stack } from '../parts/lists.ts'

/** That something was destroyed, by which rule and by whom; to be printed too. */
export function destructionRecordsPage(here: Here, records: Destruction[], names: Map<string, string>): Html {
  const r = here.t.retention
  const by = ({ by: who, at }: { by: string; at: string }) =>
    html`${who === 'rule' ? r.byRule : (names.get(who) ?? who)} <small>${shortMoment(here, at)}</small>`
  const rows = records.map((one) => [
    html`<span translate="no">${one.caseNumber}</span>`,
    r.ruleNames[one.rule],
    one.dueOn,
    by(one.proposed),
    by(one.approved),
    r.hows[one.how],
  ])
  return layout(here, {
    title: r.records,
    wide: true,
    body: html`<h1>${r.records}</h1><p class="lead">${r.recordsLead}</p>
${stack(r.records, [r.number, r.rule, [r.dueOn, 'day'], r.proposed, r.approved, r.how], rows, r.noRecords)}
<p class="acts"><a href="/retention">${r.toQueue}</a></p>`,
  })
}
