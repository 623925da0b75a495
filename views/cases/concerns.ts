import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { severities } from '../../src/casefile/concern.ts'
import type { Concern } from '../../src/casefile/course.ts'
import { codesOf, labelOf } from '../../src/codebook/codebook.ts'
import type { Alarm } from '../../src/people/registers.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { alarmList } from './alarms.ts'

interface Shown {
  caseFile: CaseFile
  names: ReadonlyMap<string, string>
  alarms: Alarm[]
}

/** What must be watched with this youth and what was settled, each with who, when and how; and raising another. */
export function concernsCard(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { cases: c, duties: d } = here.t
  const { number, concerns } = shown.caseFile
  const raises = here.may('raise a concern')
  if (concerns.length === 0 && !raises) return html``
  return html`<section class="card" id="concerns"><div class="head"><h2>${c.concernsTitle}</h2>${
    here.may('see duties to report') ? html`<a href="/cases/${number}/reports">${d.toReports}</a>` : ''
  }</div>${alarmList(here, shown)}${
    concerns.length === 0
      ? html`<p>${d.noConcerns}</p>`
      : html`<ul class="history">${concerns.map((one, at) => concernLine(here, shown, one, at))}</ul>`
  }${raises ? raiseForm(here, number, typed, refusals) : ''}</section>`
}

function concernLine(here: Here, { caseFile, names }: Shown, concern: Concern, at: number): Html {
  const c = here.t.cases
  const { code, severity, from, settled } = concern
  const signed = ({ by, at: when }: { by: string; at: string }) =>
    fill(here.t.shared.by, { who: by === 'youth' ? c.byYouth : (names.get(by) ?? by), when: shortMoment(here, when) })
  const mark = settled ? '' : severity === 'urgent' ? 'bad' : severity === 'watch' ? 'care' : ''
  return html`<li><span class="mark ${mark}">${settled ? c.settled : c.severity[severity]}</span> ${labelOf('concern', code, here.lang)} <small>${c.concernFrom[from]} · ${signed(concern)}</small>${
    settled
      ? html`<br><small>${settled.how} · ${signed(settled)}</small>`
      : !here.may('settle a concern')
        ? ''
        : html`<details><summary>${c.settle}</summary><form method="post" action="/cases/${caseFile.number}/concerns/${at}/settlement" class="inline"><label for="how-${at}">${c.how}</label><input type="text" id="how-${at}" name="how"><button class="small">${c.settle}</button></form></details>`
  }</li>`
}

/** Folded away until it is wanted; it comes back open when it was refused. */
function raiseForm(here: Here, number: string, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { duties: d, sessions: s } = here.t
  const sent = typed.has('concern') || typed.has('severity')
  const f = formOf(here, sent ? typed : new URLSearchParams({ severity: 'urgent' }), sent ? refusals : [])
  return html`<details${sent ? html` open` : ''}><summary>${d.raise}</summary><form method="post" action="/cases/${number}/concerns" class="long"><p class="hint">${d.raiseLead}</p>
${f.select('concern', f.codes('concern', codesOf('concern')))}
${f.radios(
  'severity',
  severities.map((code) => [code, s.severities[code]]),
)}
<button class="primary">${d.raise}</button></form></details>`
}
