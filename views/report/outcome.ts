import { html } from 'hono/html'
import type { Settings } from '../../src/people/person.ts'
import type { Described } from '../../src/report/outcome.ts'
import { type Flow, missingExits } from '../../src/report/outcome-flow.ts'
import type { Refusal } from '../../src/result.ts'
import { scales } from '../../src/surveys/scales.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { chartScripts } from '../parts/chart.ts'
import { fill } from '../words.ts'
import { filterForm } from './filter-form.ts'
import { changesPart } from './outcome-change.ts'
import { closelyPart } from './outcome-closely.ts'
import { completionPart, laterParts, reliablePart, type ScaleView } from './outcome-groups.ts'
import { reportTabs } from './tabs.ts'

export interface ShownOutcome {
  flow: Flow
  scales: ScaleView[]
  /** looked at closely */
  chosen: ScaleView
  norms: Settings['norms']
  satisfaction: { n: number; described?: Described }
}

/** Change from intake to exit: who it is about first, then every scale. Without numbers: the form that was refused. */
export function outcomePage(here: Here, typed: URLSearchParams, refusals: Refusal[], shown?: ShownOutcome): Html {
  const t = here.t.outcome
  return layout(here, {
    title: t.title,
    refused: refusals.length > 0,
    wide: true,
    styles: ['report.css', 'outcome.css'],
    scripts: chartScripts,
    body: html`${reportTabs(here, 'outcome')}<h1>${t.title}</h1><p class="lead">${t.lead}</p>
${filterForm(here, '/report/outcome', typed, refusals, ['scale'])}
${shown ? all(here, typed, shown) : ''}`,
  })
}

const all = (here: Here, typed: URLSearchParams, { flow, scales, chosen, norms, satisfaction }: ShownOutcome): Html =>
  html`${flowPart(here, flow)}<p class="notice">${here.t.outcome.caveat}</p><p class="warning">${here.t.report.careful}</p>
${changesPart(here, scales)}${reliablePart(here, scales, norms)}${completionPart(here, scales)}${laterParts(here, scales)}
${satisfactionPart(here, satisfaction)}${closelyPart(here, scales, chosen, typed)}`

function flowPart(here: Here, flow: Flow): Html {
  const t = here.t.outcome
  const steps = (['accepted', 'intake', 'closed', 'exit', 'pairs'] as const).map((step) => [step, flow[step]] as const)
  const missing = Object.values(flow.missing).reduce((sum, one) => sum + one, 0)
  return html`<section class="card flow" aria-labelledby="flow-title"><h2 id="flow-title">${t.flow}</h2>
<ol>${steps.map(([step, n]) => html`<li><strong>${n}</strong> <span>${t.steps[step]}</span></li>`)}</ol>
${
  missing === 0
    ? html`<p>${t.missingNone}</p>`
    : html`<p>${fill(t.missing, { n: missing })}: ${missingExits
        .filter((why) => flow.missing[why] > 0)
        .map((why) => `${t.why[why]} ${flow.missing[why]}`)
        .join(' · ')}</p>`
}</section>`
}

function satisfactionPart(here: Here, { n, described }: ShownOutcome['satisfaction']): Html {
  const t = here.t.outcome
  const { from = 1, to = 5 } = scales.SAT ?? {}
  const said = described && {
    mean: described.mean.toFixed(2),
    sd: described.sd.toFixed(2),
    median: described.median.toFixed(2),
  }
  return html`<section class="part" id="satisfaction" aria-labelledby="satisfaction-title"><h2 id="satisfaction-title">${t.satisfaction}</h2><p>${fill(t.satisfactionLead, { from, to })} ${said ? fill(t.satisfactionSaid, { n, ...said }) : t.satisfactionNone}</p><p class="none">${t.notOutcome}</p></section>`
}
