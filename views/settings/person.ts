import { html } from 'hono/html'
import { hasFactor } from '../../src/people/factors.ts'
import { isLast } from '../../src/people/grants.ts'
import type { Person, School } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Moment } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { grantTable } from './grants.ts'
import { settingsHead } from './head.ts'
import { rightFields, roleOf, stateMark } from './people.ts'

interface Shown {
  person: Person
  people: Person[]
  schools: School[]
  seenAt?: Moment
}

/** One account, with everything that can be done to it; to one's own, only what is no right. */
export function personPage(here: Here, shown: Shown, typed = fieldsOf(shown.person), refusals: Refusal[] = []): Html {
  const { person, people, schools, seenAt } = shown
  const t = here.t.settings
  const f = formOf(here, filled(typed, person), refusals)
  const at = `/settings/people/${person.id}`
  const fixed = isLast(person, people) ? t.alone : person.id === here.person?.id ? t.ownAccount : undefined
  return layout(here, {
    title: t.account,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'people', person.name, stateMark(here, person))}${f.problems()}
<section class="card">${factList([
      [here.t.fields.email, person.email],
      [t.right, roleOf(here, person, schools)],
      [t.factors, hasFactor(person) ? here.t.shared.yes : here.t.shared.no],
      [t.seen, seenAt ? shortMoment(here, seenAt) : undefined],
      [t.linkUntil, person.invitation ? shortMoment(here, person.invitation.until) : undefined],
    ])}</section>
${fixed ? html`<p class="notice">${fixed}</p>` : person.ended ? back(here, at) : acts(here, f, at, schools)}
<form method="post" action="${at}" class="card"><h2>${t.correct}</h2><div class="pair">
${f.text('personName', { autocomplete: 'off' })}
${f.text('email', { type: 'email', autocomplete: 'off' })}</div>
<button>${t.save}</button></form>
<section><h2>${t.history}</h2>${grantTable(here, { history: grantsOf(person), people, schools }, { ofOne: true })}</section>`,
  })
}

const grantsOf = (person: Person) => (person.grants ?? []).map((grant) => ({ ...grant, person })).reverse()

const fieldsOf = (person: Person): URLSearchParams => filled(new URLSearchParams(), person)

/** What was typed into one of the forms; the others stand as they are. */
function filled(typed: URLSearchParams, { name, email, role, schoolId = '' }: Person): URLSearchParams {
  const kept = { personName: name, email, role, schoolId }
  return new URLSearchParams([...Object.entries(kept).filter(([field]) => !typed.has(field)), ...typed])
}

const back = ({ t }: Here, at: string): Html =>
  html`<form method="post" action="${at}/return" class="card"><h2>${t.settings.giveBack}</h2><p>${t.settings.giveBackLead}</p>
<button>${t.settings.giveBack}</button></form>`

function acts(here: Here, f: ReturnType<typeof formOf>, at: string, schools: School[]): Html {
  const t = here.t.settings
  return html`<form method="post" action="${at}/role" class="card"><h2>${t.changeRight}</h2><p>${t.changeRightLead}</p>
${rightFields(here, f, schools)}<button>${t.changeRight}</button></form>
<form method="post" action="${at}/invitation" class="card"><h2>${t.newLink}</h2><p>${t.newLinkLead}</p><button>${t.makeLink}</button></form>
<form method="post" action="${at}/factor-reset" class="card"><h2>${t.reset}</h2><p>${t.resetLead}</p>
${f.text('why')}<button class="danger">${t.reset}</button></form>
<form method="post" action="${at}/ending" class="card"><h2>${t.end}</h2><p>${t.endLead}</p><button class="danger">${t.end}</button></form>`
}
