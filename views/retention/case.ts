import { html } from 'hono/html'
import type { CaseFile, Signature } from '../../src/casefile/casefile.ts'
import type { Retention } from '../../src/casefile/retention.ts'
import type { RetentionPeriods } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay, shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { clockSentence, ruleIn, stateOfClock } from './clock.ts'

interface Shown {
  caseFile: CaseFile
  retention: Retention
  periods: RetentionPeriods
  names: Map<string, string>
}

/** The clock of one case: which rule applies, when the name goes, what stays, and what holds it back. */
export function caseRetentionPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, retention, periods } = shown
  const r = here.t.retention
  const { rule, since, dueOn } = retention
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: `${r.caseTitle} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'overview')}
${f.problems()}
<section class="card"><div class="head"><h2>${r.caseTitle}</h2>${stateOfClock(here, retention)}</div>
<p>${clockSentence(here, retention, periods)}</p>
${factList([
  [r.rule, rule && `${r.ruleNames[rule]} · ${ruleIn(here, rule, periods)}`],
  [r.since, since && shortDay(here, since)],
  [r.dueOn, dueOn && shortDay(here, dueOn)],
])}
<dl class="texts"><dt>${r.goes}</dt><dd>${r.goesItems}</dd><dt>${r.stays}</dt><dd>${r.staysItems}</dd></dl>
<p><small>${r.reopens}</small></p></section>
${proposalCard(here, shown)}
${holdCard(here, shown, f)}
${here.may('see what is due for erasure') ? html`<p><a href="/retention">${r.toQueue}</a></p>` : ''}`,
  })
}

const said = (here: Here, sentence: string, { by, at }: Signature, names: Map<string, string>): string =>
  fill(sentence, { who: names.get(by) ?? by, when: shortMoment(here, at) })

/** Shown while the case may go: propose it, or take the proposal back. */
function proposalCard(here: Here, { caseFile, retention, names }: Shown): Html {
  const r = here.t.retention
  const { state, proposed, dueOn } = retention
  if (state !== 'due' || !here.may('propose an erasure')) return html``
  const base = `/cases/${caseFile.number}/retention/proposal`
  // what was seen goes along, so that it is still there after a second factor was asked for
  const seen = html`<input type="hidden" name="erasureDueOn" value="${dueOn}">`
  return html`<section class="card"><h2>${r.proposal}</h2><p>${r.proposalLead}</p>${
    proposed
      ? html`<p>${said(here, r.proposedBy, proposed, names)}</p><form method="post" action="${base}/withdrawal">${seen}<button>${r.takeBack}</button></form>`
      : html`<form method="post" action="${base}">${seen}<button class="danger">${r.propose}</button></form>`
  }</section>`
}

function holdCard(here: Here, { caseFile, retention, names }: Shown, f: ReturnType<typeof formOf>): Html {
  const r = here.t.retention
  const mayHold = here.may('hold a case back from erasure')
  if (caseFile.holds.length === 0 && !mayHold) return html``
  const past = caseFile.holds.map(
    ({ why, lifted, ...held }) => html`<li>${why}
<small>${said(here, r.heldBy, held, names)}${lifted ? ` / ${said(here, r.liftedBy, lifted, names)}` : ''}</small></li>`,
  )
  const base = `/cases/${caseFile.number}/retention/hold`
  const act = retention.hold
    ? html`<form method="post" action="${base}/lifting"><button>${r.lift}</button></form>`
    : html`<p>${r.holdLead}</p><form method="post" action="${base}">${f.area('why', { rows: 2 })}<button>${r.holdNow}</button></form>`
  return html`<section class="card"><h2>${r.hold}</h2>${past.length > 0 ? html`<ul class="history">${past}</ul>` : ''}${mayHold ? act : ''}</section>`
}
