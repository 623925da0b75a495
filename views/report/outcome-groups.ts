import { html } from 'hono/html'
import type { Settings } from '../../src/people/person.ts'
import type { ScaleOutcome } from '../../src/report/outcome.ts'
import type { Completion, Dose, FollowedUp, Group } from '../../src/report/outcome-groups.ts'
import type { Here, Html } from '../here.ts'
import { type Column, table } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { changeIn, scoreIn, signed } from './score.ts'

/** One scale with all that stands beside its change. */
export interface ScaleView extends ScaleOutcome {
  completion: Completion
  dose: Dose
  followUps: FollowedUp[]
}

const number = (head: string): Column => [head, 'number']

/** Every cell after the scale's name is a number, but for those columns that are said to be words. */
const plain = ({ t }: Here, title: string, heads: Column[], rows: (Html | string | number)[][]): Html =>
  table(
    fill(t.outcome.tableOf, { title }),
    heads,
    rows.map(
      ([first = '', ...others]) =>
        html`<tr><th scope="row">${first}</th>${others.map((value, at) => html`<td${typeof heads[at + 1] === 'string' ? '' : html` class="number"`}>${value}</td>`)}</tr>`,
    ),
    '',
  )
const part = (id: string, title: string, lead: string, body: Html): Html =>
  html`<section class="part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p>${lead}</p>${body}</section>`

/** Reliable change where a scale has norms; of the others, why there is none. */
export function reliablePart(here: Here, views: ScaleView[], norms: Settings['norms'] = {}): Html {
  const t = here.t.outcome
  const without = views.filter(({ reliable }) => !reliable).map(({ about }) => about[here.lang])
  const rows = views.flatMap(({ scale, about, pairs, reliable }) =>
    reliable
      ? [
          [
            ...[about[here.lang], pairs.length, reliable.improved, reliable.unchanged, reliable.worse],
            scoreIn(about, reliable.least),
            norms[scale]?.source ?? t.none,
          ],
        ]
      : [],
  )
  const heads = [t.scale, ...[t.pairs, t.improved, t.unchanged, t.worse, t.least].map(number), t.norm]
  const blocked = without.length > 0 ? fill(t.noNorms, { scales: without.join(', ') }) : ''
  return part(
    'reliable',
    t.reliable,
    t.reliableLead,
    html`${rows.length > 0 ? plain(here, t.reliable, heads, rows) : ''}${blocked ? html`<p class="notice">${blocked} ${here.may('settle the figures') ? html`<a href="/report/settings">${t.toNorms}</a>` : ''}</p>` : ''}`,
  )
}

/** Those who completed beside those who left otherwise. */
export function completionPart(here: Here, views: ScaleView[]): Html {
  const t = here.t.outcome
  const cells = ({ about }: ScaleView, group: Group): string[] => [
    String(group.n),
    group.mean === undefined ? t.none : `${scoreIn(about, group.mean)} (${scoreIn(about, group.sd ?? 0)})`,
    group.change === undefined ? t.none : `${changeIn(here, about, group.change)} (${group.pairs})`,
  ]
  const heads = [t.completed, t.ended].flatMap((who) =>
    [t.people, t.intakeMean, t.changeOfPairs].map((what) => number(`${who}: ${what}`)),
  )
  const rows = views.map((one) => [
    one.about[here.lang],
    ...cells(one, one.completion.completed),
    ...cells(one, one.completion.ended),
  ])
  return part('completion', t.groups, t.groupsLead, plain(here, t.groups, [t.scale, ...heads], rows))
}

/** Sessions beside change, and what was answered after the closing. */
export function laterParts(here: Here, views: ScaleView[]): Html {
  const t = here.t.outcome
  const months = views[0]?.followUps.map((one) => one.months) ?? []
  const doseRows = views.map(({ about, dose }) => [about[here.lang], dose.points.length, signed(here, dose.rho)])
  const followRows = views.map(({ about, followUps }) => [
    about[here.lang],
    ...followUps.map(({ n, means }) =>
      means
        ? html`${[means.before, means.after, means.later].map((value) => scoreIn(about, value)).join(' → ')} <small>(${n})</small>`
        : t.none,
    ),
  ])
  const followHeads = months.map((n) => number(fill(t.triple, { months: fill(t.months, { n }) })))
  return html`${part('dose', t.dose, t.doseLead, plain(here, t.dose, [t.scale, number(t.pairs), number(t.rho)], doseRows))}
${part('follow-ups', t.followUps, t.followUpsLead, plain(here, t.followUps, [t.scale, ...followHeads], followRows))}`
}
