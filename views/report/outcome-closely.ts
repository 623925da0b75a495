import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import { chartBox, peopleChart } from '../parts/chart.ts'
import { fill } from '../words.ts'
import type { ScaleView } from './outcome-groups.ts'
import { changeIn, scoreIn, signed } from './score.ts'

/** One scale with a line and a dot for each youth: without names or numbers, and still not for others. */
export function closelyPart(here: Here, views: ScaleView[], chosen: ScaleView, typed: URLSearchParams): Html {
  const t = here.t.outcome
  const to = (scale: string) => {
    const choice = new URLSearchParams([...typed].filter(([name, value]) => value !== '' && name !== 'scale'))
    choice.set('scale', scale)
    return `/report/outcome?${choice}#closely`
  }
  return html`<section class="part" id="closely" aria-labelledby="closely-title"><h2 id="closely-title">${t.closely}</h2><p class="warning">${t.closelyLead}</p>
<nav class="contents" aria-label="${t.choose}"><ul>${views.map(
    ({ scale, about }) =>
      html`<li><a href="${to(scale)}"${scale === chosen.scale ? html` aria-current="true"` : ''}>${about[here.lang]}</a></li>`,
  )}</ul></nav>
${
  chosen.pairs.length === 0
    ? html`<p class="nothing">${t.nothing}</p>`
    : html`<div class="closely">${linesCard(here, chosen)}${dotsCard(here, chosen)}${followCard(here, chosen)}</div>`
}</section>`
}

const titleOf = (here: Here, { about }: ScaleView, what: string): string => `${about[here.lang]}: ${what}`
const axisOf = ({ about }: ScaleView) => ({
  ...{ from: about.from, to: about.to, better: about.better },
  unit: about.kind === 'knowledge' ? 'percent' : undefined,
})

function linesCard(here: Here, view: ScaleView): Html {
  const t = here.t.outcome
  const { about, pairs, before, after } = view
  const counts = { hoped: 0, same: 0, against: 0 }
  for (const { before, after } of pairs)
    if (before === after) counts.same++
    else if (after > before === (about.better === 'higher')) counts.hoped++
    else counts.against++
  const label = fill(t.linesChart, { ...counts, scale: about[here.lang], n: pairs.length })
  const box = peopleChart('lines', label, {
    ...{ ...axisOf(view), steps: `${t.before}|${t.after}` },
    mean: `${before?.mean},${after?.mean}`,
  })
  const rows = pairs.map(
    ({ before, after }) =>
      html`<tr data-values="${before},${after}"><td class="number">${scoreIn(about, before)}</td><td class="number">${scoreIn(about, after)}</td><td class="number">${changeIn(here, about, after - before)}</td></tr>`,
  )
  return folded(here, titleOf(here, view, t.oneByOne), t.linesLead, box, [t.before, t.after, t.difference], rows, [
    fill(t.directions, counts),
  ])
}

function dotsCard(here: Here, view: ScaleView): Html {
  const t = here.t.outcome
  const { about, dose } = view
  const label = fill(t.dotsChart, { scale: about[here.lang], n: dose.points.length })
  const { unit } = axisOf(view)
  const box = peopleChart('dots', label, { x: t.sessions, y: t.difference, unit })
  const rows = dose.points.map(
    ({ sessions, change }) =>
      html`<tr data-x="${sessions}" data-y="${change}"><td class="number">${sessions}</td><td class="number">${changeIn(here, about, change)}</td></tr>`,
  )
  return folded(here, titleOf(here, view, t.dose), '', box, [t.sessions, t.difference], rows, [
    fill(t.rhoSaid, { rho: signed(here, dose.rho), n: dose.points.length }),
  ])
}

/** The same youths before, after and at each follow-up; a line for each, since they are not the same youths. */
function followCard(here: Here, view: ScaleView): Html {
  const t = here.t.outcome
  const { about, followUps } = view
  const found = followUps.filter(({ means }) => means)
  if (found.length === 0) return html``
  const names = followUps.map(({ months }) => fill(t.months, { n: months }))
  const nameOf = (months: number, n: number) => fill(t.followRow, { months: fill(t.months, { n: months }), n })
  const rows = found.map(({ months, n, means }) => {
    const later = followUps.map((one) => (one.months === months ? (means?.later ?? '') : ''))
    const all = [means?.before, means?.after, means?.later].map((one) => scoreIn(about, one ?? 0))
    return html`<tr data-values="${[means?.before, means?.after, ...later].join(',')}"><th scope="row">${nameOf(months, n)}</th>${all.map((one) => html`<td class="number">${one}</td>`)}</tr>`
  })
  const label = fill(t.followChart, {
    scale: about[here.lang],
    rows: found.map(({ months, n }) => nameOf(months, n)).join(', '),
  })
  const box = chartBox(here, 'lines', label, { ...axisOf(view), steps: [t.before, t.after, ...names].join('|') })
  return html`<section class="card figure-card"><h3>${titleOf(here, view, t.followUps)}</h3>${box}<table><caption class="unseen">${t.followUps}</caption><thead><tr><th scope="col">${t.followUps}</th>${[t.before, t.after, t.later].map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table><p class="base">${t.followUpsLead}</p></section>`
}

/** A chart whose table is long and is folded away; without scripts it is what there is. */
function folded(
  here: Here,
  title: string,
  lead: string,
  box: Html,
  heads: string[],
  rows: Html[],
  notes: string[],
): Html {
  return html`<section class="card figure-card"><h3>${title}</h3>${lead ? html`<p class="counts">${lead}</p>` : ''}${box}
<details><summary>${here.t.outcome.numbers}</summary><table><caption class="unseen">${title}</caption><thead><tr>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></details>${notes.map((note) => html`<p class="base">${note}</p>`)}</section>`
}
