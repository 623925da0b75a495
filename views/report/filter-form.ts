import { html } from 'hono/html'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { formOf } from '../parts/form.ts'

/** Which youths a page of the report counts, chosen by address. `kept` are choices of the page that stay. */
export function filterForm(
  here: Here,
  action: string,
  typed: URLSearchParams,
  refusals: Refusal[],
  kept: readonly string[] = [],
): Html {
  const r = here.t.report
  const f = formOf(here, typed, refusals)
  const choice = (name: 'schoolLevel' | 'basis', list: 'schoolLevel' | 'referralBasis') =>
    f.select(name, f.codes(list, codesOf(list)), { unchosen: r.all })
  const isChosen = [...typed].some(([name, value]) => value !== '' && !kept.includes(name))
  return html`${f.problems()}<form method="get" action="${action}" class="card choosing" aria-label="${r.filter}">${kept
    .filter((name) => typed.get(name))
    .map((name) => f.hidden(name))}
${f.text('from', { type: 'date' })}${f.text('to', { type: 'date' })}
${choice('schoolLevel', 'schoolLevel')}${choice('basis', 'referralBasis')}
<div class="acts"><button class="primary">${r.apply}</button>${
    isChosen ? html`<a class="button" href="${action}">${r.reset}</a>` : ''
  }</div></form>`
}
