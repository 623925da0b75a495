import { html } from 'hono/html'
import type { Row } from '../../src/casefile/row.ts'
import type { Person } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf, say } from '../parts/form.ts'
import { stack, stageMark } from '../parts/lists.ts'
import { fill } from '../words.ts'

interface Shown {
  fromId: string
  /** who has cases, with how many open ones */
  from: { id: string; name: string; load: number }[]
  to: Person[]
  /** the open cases of whoever was chosen */
  rows?: Row[]
}

/** Giving many cases away: from whom, which, to whom. What stands in the way is said at the case. */
export function reassignPage(here: Here, shown: Shown, typed?: URLSearchParams, refusals: Refusal[] = []): Html {
  const { fromId, from, rows } = shown
  const a = here.t.absences
  const atCase = (number: string) => refusals.filter(({ field }) => field === number)
  const ofForm = refusals.filter(({ field }) => !rows?.some(({ number }) => number === field))
  const told: Refusal[] =
    ofForm.length < refusals.length ? [...ofForm, { reason: 'hand-over-stays', field: 'leave' }] : ofForm
  const f = formOf(here, typed ?? new URLSearchParams(), told)
  const whose = formOf(
    here,
    new URLSearchParams({ fromId }),
    refusals.filter(({ field }) => field === 'fromId'),
  )
  return layout(here, {
    title: a.reassignTitle,
    refused: refusals.length > 0,
    body: html`<h1>${a.reassignTitle}</h1><p class="lead">${a.reassignLead}</p>${f.problems()}
<form method="get" action="/cases/reassignment" class="card">${whose.select(
      'fromId',
      from.map(({ id, name, load }) => [id, `${name} (${load})`]),
    )}<button>${a.showCases}</button></form>
${rows ? giving(here, shown, rows, { f, typed, atCase }) : ''}`,
  })
}

interface Form {
  f: ReturnType<typeof formOf>
  typed?: URLSearchParams
  atCase: (number: string) => Refusal[]
}

function giving(here: Here, { fromId, to }: Shown, rows: Row[], { f, typed, atCase }: Form): Html {
  const a = here.t.absences
  if (rows.length === 0) return html`<p class="nothing">${a.nobodyHas}</p>`
  const chosen = new Set(typed ? typed.getAll('cases') : rows.map(({ number }) => number))
  const line = ({ number, name, stage, bookedAt }: Row) => {
    const coming = bookedAt.filter((at) => at > here.now)
    return [
      html`<label class="choice"><input type="checkbox" name="cases" value="${number}"${chosen.has(number) ? html` checked` : ''} aria-label="${fill(a.chosenCase, { number, name })}"> <span translate="no">${number}</span></label>`,
      html`<a href="/cases/${number}">${name}</a>${atCase(number).map((one) => html`<p class="problem">${say(here, one)}</p>`)}`,
      stageMark(here, stage),
      coming[0] ? shortMoment(here, coming[0]) : '–',
      coming.length > 0 ? fill(a.booked, { n: coming.length }) : '–',
    ]
  }
  const c = here.t.cases
  return html`<form method="post" action="/cases/reassignment"><input type="hidden" name="fromId" value="${fromId}">
${stack(a.casesHead, [c.number, c.youth, c.stage, [c.next, 'day'], c.progress], rows.map(line), a.nobodyHas)}
<section class="card"><div class="pair">${f.select(
    'toId',
    to.map(({ id, name }) => [id, name]),
  )}${f.text('why', { optional: true, autocomplete: 'off' })}</div>
${f.checks('leave', [['yes', a.leaveYes]], { optional: true })}
<button class="primary">${a.reassignButton}</button></section></form>`
}
