import { html } from 'hono/html'
import type { Retention } from '../../src/casefile/retention.ts'
import type { RetentionPeriods } from '../../src/people/person.ts'
import { dayOf, daysBetween } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { longDay } from '../parts/dates.ts'
import { fill } from '../words.ts'

const looks = { open: '', running: 'info', held: 'care', due: 'bad' }

export const stateOfClock = ({ t }: Here, { state }: Retention): Html =>
  html`<span class="mark ${looks[state]}">${t.retention.state[state]}</span>`

/** `종결 뒤 3년` */
export const ruleIn = ({ t }: Here, rule: NonNullable<Retention['rule']>, periods: RetentionPeriods): string =>
  fill(t.retention.rules[rule], { n: rule === 'case-closed' ? periods.caseYears : periods.declinedDays })

/** How the clock of a case stands, in a sentence. */
export function clockSentence(here: Here, { state, dueOn }: Retention, { caseYears }: RetentionPeriods): string {
  const r = here.t.retention
  if (state === 'open' || dueOn === undefined) return fill(r.openText, { years: caseYears })
  if (state === 'held') return r.heldText
  const values = { day: longDay(here, dueOn), n: daysBetween(dayOf(here.now), dueOn) }
  return fill(state === 'due' ? r.dueText : r.runningText, values)
}

/** On a case's overview: the clock in short, and the ways to what can be done with the record as a whole. */
export function keptCard(here: Here, number: string, retention: Retention, periods: RetentionPeriods): Html {
  const { links, card } = here.t.retention
  const doors = [
    ['see a case', 'retention'],
    ['correct a case', 'correction'],
    ['hand out what is kept', 'pack'],
  ] as const
  return html`<section class="card"><h2>${card}</h2><p>${stateOfClock(here, retention)} ${clockSentence(here, retention, periods)}</p>
<ul class="history">${doors
    .filter(([deed]) => here.may(deed))
    .map(([, name]) => html`<li><a href="/cases/${number}/${name}">${links[name]}</a></li>`)}</ul></section>`
}
