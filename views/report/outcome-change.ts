import { html } from 'hono/html'
import type { Described, ScaleOutcome } from '../../src/report/outcome.ts'
import { mostExact } from '../../src/report/statistics/wilcoxon.ts'
import type { Here, Html } from '../here.ts'
import { chartBox } from '../parts/chart.ts'
import { type Column, table } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { changeIn, pIn, scoreIn, signed } from './score.ts'

const number = (head: string): Column => [head, 'number']
const cell = (value: Html | string | number): Html => html`<td class="number">${value}</td>`

/** Change on every scale: attitudes and knowledge apart, since they are measured differently; then the closer numbers. */
export function changesPart(here: Here, outcomes: ScaleOutcome[]): Html {
  const t = here.t.outcome
  const isKnowledge = ({ about }: ScaleOutcome) => about.kind === 'knowledge'
  const attitudes = outcomes.filter((one) => !isKnowledge(one))
  const { from = 1, to = 5 } = attitudes[0]?.about ?? {}
  return html`<section class="part" id="changes" aria-labelledby="changes-title"><h2 id="changes-title">${t.changes}</h2>
${meansCard(here, 'attitudes', t.attitudes, fill(t.attitudesLead, { from, to }), attitudes)}
${meansCard(here, 'knowledge', t.knowledge, t.knowledgeLead, outcomes.filter(isKnowledge))}
<section class="card" aria-labelledby="ranks-title"><h3 id="ranks-title">${t.ranks}</h3>${ranksTable(here, outcomes)}<p class="none">${t.notPrinted}</p>
<details><summary>${t.method}</summary><ul>${t.methods.map((one) => html`<li>${fill(one, { most: mostExact })}</li>`)}</ul></details></section></section>`
}

/** Means with intervals as a chart, drawn from the table below it. */
function meansCard(here: Here, id: string, title: string, lead: string, outcomes: ScaleOutcome[]): Html {
  const t = here.t.outcome
  const about = outcomes[0]?.about
  const said = outcomes.flatMap(({ about, before, after }) => {
    if (!before || !after) return []
    const [first, last] = [scoreIn(about, before.mean), scoreIn(about, after.mean)]
    return [fill(t.chartRow, { scale: about[here.lang], before: first, after: last })]
  })
  if (!about || said.length === 0)
    return html`<section class="card"><h3>${title}</h3><p class="nothing">${t.nothing}</p></section>`
  const heads = [
    t.scale,
    number(t.pairs),
    number(t.meanBefore),
    number(t.meanAfter),
    number(t.change),
    number(t.effect),
  ]
  return html`<section class="card figure-card" aria-labelledby="${id}-title"><h3 id="${id}-title">${title}</h3><p class="counts">${lead}</p>
${chartBox(here, 'means', fill(t.chart, { title, rows: said.join(', ') }), {
  ...{ before: t.before, after: t.after, from: about.from, to: about.to },
  unit: about.kind === 'knowledge' ? 'percent' : undefined,
})}
${table(
  fill(t.tableOf, { title }),
  heads,
  outcomes.map((one) => meansRow(here, one)),
  t.nothing,
)}<p class="base">${t.base}</p></section>`
}

function meansRow(here: Here, { scale, about, pairs, before, after, numbers, effect }: ScaleOutcome): Html {
  const t = here.t.outcome
  const mean = (part?: Described) =>
    part ? html`${scoreIn(about, part.mean)} <small>(${scoreIn(about, part.sd)})</small>` : t.none
  const ends = (name: string, part?: Described) =>
    part
      ? html` data-${name}="${part.mean}"${part.interval ? html` data-${name}-low="${part.interval.low}" data-${name}-high="${part.interval.high}"` : ''}`
      : html` data-skip`
  const { mean: moved = 0, low = 0, high = 0 } = numbers?.change ?? {}
  const said = [moved, low, high].map((value) => changeIn(here, about, value))
  return html`<tr data-scale="${scale}"${ends('before', before)}${ends('after', after)}><th scope="row">${about[here.lang]} <small>${t.hoped[about.better]}</small></th>${cell(pairs.length)}${cell(mean(before))}${cell(mean(after))}${cell(
    numbers ? html`${said[0]} <small>(${said[1]} ~ ${said[2]})</small>` : t.none,
  )}${cell(signed(here, effect?.gz))}</tr>`
}

/** What goes by rank, what several tests at once make of it, and who could not be compared. */
function ranksTable(here: Here, outcomes: ScaleOutcome[]): Html {
  const t = here.t.outcome
  const heads = [t.medianBefore, t.medianAfter, t.rank, t.p, t.holm, t.effectAv, t.apart, t.unscored]
  const middle = ({ about }: ScaleOutcome, part?: Described) =>
    part
      ? html`${scoreIn(about, part.median)} <small>(${part.quartiles.map((at) => scoreIn(about, at)).join(' ~ ')})</small>`
      : t.none
  const rows = outcomes.map((one) => {
    const { about, before, after, rank, holm, effect, apart, unscored } = one
    return html`<tr><th scope="row">${about[here.lang]}</th>${cell(middle(one, before))}${cell(middle(one, after))}${cell(
      signed(here, rank.rankBiserial),
    )}${cell(pIn(here, rank.p))}${cell(pIn(here, holm))}${cell(signed(here, effect?.gav))}${cell(apart.wording + apart.language)}${cell(unscored)}</tr>`
  })
  return table(fill(t.tableOf, { title: t.ranks }), [t.scale, ...heads.map(number)], rows, t.nothing)
}
