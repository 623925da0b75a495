import { html } from 'hono/html'
import { duties, isEnded, steps, tellingClock } from '../../src/casefile/incident.ts'
import type { Incident } from '../../src/people/registers.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { clockMark } from './clock.ts'

/** One incident: its 72 hours, whom to tell what, and what was done so far. */
export function incidentPage(
  here: Here,
  incident: Incident,
  names: Map<string, string>,
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const r = here.t.registers
  const f = formOf(here, typed, refusals)
  const title = fill(r.incidentTitle, { id: incident.id })
  const by = (one: { by: string; at: string }) =>
    fill(r.byWhom, { who: names.get(one.by) ?? one.by, when: shortMoment(here, one.at) })
  return layout(here, {
    title,
    refused: refusals.length > 0,
    body: html`<div class="head"><h1>${title}</h1>${clockMark(here, incident)}</div>
${f.problems()}
${dutyCard(here, incident)}
<section class="card"><h2>${r.kinds[incident.what]}</h2><p class="typed">${incident.description}</p>
${factList([
  [r.knownAt, shortMoment(here, incident.knownAt)],
  [r.people, incident.people === undefined ? undefined : fill(r.peopleOf, { n: incident.people })],
  [r.cases, incident.caseNumbers.join(', ')],
  [r.when, by(incident)],
])}</section>
<section class="card"><h2>${r.stepsTitle}</h2>${
      incident.steps.length === 0
        ? html`<p>${r.noSteps}</p>`
        : html`<ul class="history">${incident.steps.map(
            (one) => html`<li>${r.steps[one.step]}${
              one.text
                ? html`
${one.text}`
                : ''
            }
<small>${by(one)}</small></li>`,
          )}</ul>`
    }</section>
${
  isEnded(incident)
    ? ''
    : html`<section class="card"><h2>${r.addStep}</h2><form method="post" action="/incidents/${incident.id}/steps">${f.radios(
        'stepTaken',
        steps.map((step) => [step, r.steps[step]]),
      )}${f.area('stepText', { optional: true, rows: 3 })}<button class="primary">${r.addStep}</button></form></section>`
}
<p class="acts"><a href="/incidents">${r.toIncidents}</a></p>`,
  })
}

/** Whom to tell by when, and what the law wants to be said. */
function dutyCard(here: Here, incident: Incident): Html {
  const r = here.t.registers
  const { until, running } = tellingClock(incident, here.now)
  const doneAt = (duty: string) => incident.steps.find(({ step }) => step === duty)?.at
  const lines = duties.map((duty) => {
    const at = doneAt(duty)
    return html`<li><span class="mark ${at ? 'good' : 'care'}">${at ? fill(r.doneAt, { when: shortMoment(here, at) }) : r.notYet}</span> ${r.duties[duty]}</li>`
  })
  return html`<section class="${running ? 'warning' : 'card'}"><h2>${fill(r.until, { when: shortMoment(here, until) })}</h2>
<ul class="history">${lines}</ul><h3>${r.tellTitle}</h3><ul>${r.tell.map((item) => html`<li>${item}</li>`)}</ul><p>${r.tellSome}</p></section>`
}
