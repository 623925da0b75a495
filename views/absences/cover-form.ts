import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import type { AbsenceShown } from './absence.ts'

/** Who stands in, and in which cases: all of them at first, later those that were chosen. */
export function coverForm(
  here: Here,
  { absence, rows, colleagues, away }: AbsenceShown,
  typed = fieldsOf(absence, rows),
  refusals: Refusal[] = [],
): Html {
  const a = here.t.absences
  const f = formOf(here, typed, refusals)
  const title = absence.coveredBy ? a.arrangeAgain : a.arrange
  if (rows.length === 0) return html``
  const cases = rows.map(({ number, name, restrictedTo }): [string, string] => [
    number,
    [number, name, restrictedTo && `(${a.restricted})`].filter(Boolean).join(' '),
  ])
  const hint = away.length > 0 ? fill(a.alsoAway, { names: away.map(({ name }) => name).join(', ') }) : undefined
  const form = html`${f.problems()}<p>${a.arrangeLead}</p>
<form method="post" action="/absences/${absence.id}/cover" class="long">${f.select(
    'coveredBy',
    colleagues.map(({ id, name }) => [id, name]),
    { hint },
  )}
${f.checks('cases', cases)}
${f.checks('sessionsToo', [['yes', a.sessionsTooYes]], { optional: true })}
<button class="primary">${a.arrangeButton}</button></form>`
  if (colleagues.length === 0) return html`<section class="card"><h2>${title}</h2><p>${a.nobodyFree}</p></section>`
  return absence.coveredBy && refusals.length === 0
    ? html`<details class="card"><summary>${title}</summary>${form}</details>`
    : html`<section class="card"><h2>${title}</h2>${form}</section>`
}

function fieldsOf({ coveredBy, cases }: AbsenceShown['absence'], rows: AbsenceShown['rows']): URLSearchParams {
  const chosen = coveredBy ? cases : rows.map(({ number }) => number)
  return new URLSearchParams([
    ['coveredBy', coveredBy ?? ''],
    ...(coveredBy ? [] : [['sessionsToo', 'yes']]),
    ...chosen.map((number) => ['cases', number]),
  ] as [string, string][])
}
