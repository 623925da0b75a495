import { html } from 'hono/html'
import type { Settings } from '../../src/people/person.ts'
import { normScales, thresholds } from '../../src/report/settings.ts'
import type { Refusal } from '../../src/result.ts'
import { scales } from '../../src/surveys/scales.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { table } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { reportTabs } from './tabs.ts'

interface Shown {
  norms: NonNullable<Settings['norms']>
  names: Map<string, string>
}

/** The rules by which figures are made; two forms, each with what was typed in it. */
export function figureSettingsPage(
  here: Here,
  shown: Shown,
  typed: { rules: URLSearchParams; norm: URLSearchParams },
  refusals: Refusal[],
): Html {
  const t = here.t.figureRules
  const [rules, norm] = [formOf(here, typed.rules, refusals), formOf(here, typed.norm, refusals)]
  const { least, most } = thresholds
  const options = normScales().map((scale): [string, string] => [scale, nameOf(here, scale)])
  return layout(here, {
    title: t.title,
    refused: refusals.length > 0,
    body: html`${reportTabs(here, 'settings')}<h1>${t.title}</h1>${rules.problems()}
<form method="post" action="/report/settings">
<section class="card"><h2>${t.hiding}</h2><p>${t.hidingLead}</p>${rules.text('threshold', { type: 'number', least, most, short: true, hint: fill(t.thresholdHint, thresholds) })}</section>
<section class="card"><h2>${t.programme}</h2><p>${t.programmeLead}</p><div class="pair">${rules.text('programmeKo', { optional: true, autocomplete: 'off' })}${rules.text('programmeEn', { optional: true, autocomplete: 'off' })}</div></section>
<p class="acts"><button class="primary">${here.t.settings.save}</button></p></form>
<section aria-labelledby="norms"><h2 id="norms">${t.norms}</h2><p>${t.normsLead}</p>${normsTable(here, shown)}
<section class="card"><h3>${t.add}</h3><p>${t.addLead}</p><form method="post" action="/report/settings/norms">
${norm.select('scale', options)}<div class="pair">${norm.text('sd', { hint: t.sdHint, autocomplete: 'off' })}${norm.text('reliability', { hint: t.reliabilityHint, autocomplete: 'off' })}</div>${norm.text('normSource', { hint: t.sourceHint, autocomplete: 'off' })}
<button class="primary">${t.add}</button></form></section></section>`,
  })
}

const nameOf = ({ lang }: Here, scale: string): string => scales[scale]?.[lang] ?? scale

function normsTable(here: Here, { norms, names }: Shown): Html {
  const t = here.t.figureRules
  const rows = Object.entries(norms).map(
    ([scale, { sd, reliability, source, by, at }]) =>
      html`<tr><th scope="row">${nameOf(here, scale)}</th><td class="number">${sd}</td><td class="number">${reliability}</td><td>${source}</td><td>${names.get(by) ?? by} <small>${shortMoment(here, at)}</small></td><td><form method="post" action="/report/settings/norms/removal"><input type="hidden" name="scale" value="${scale}"><button class="small" aria-label="${fill(t.removeOf, { scale: nameOf(here, scale) })}">${t.remove}</button></form></td></tr>`,
  )
  return table(
    fill(here.t.outcome.tableOf, { title: t.norms }),
    [t.scale, [t.sd, 'number'], [t.reliability, 'number'], t.source, t.settled, t.remove],
    rows,
    t.none,
  )
}
