import { html } from 'hono/html'
import { hasFactor } from '../../src/people/factors.ts'
import { accountStateOf, isLast, roles } from '../../src/people/grants.ts'
import type { Person, School } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Moment } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { settingsHead } from './head.ts'

interface Shown {
  people: Person[]
  schools: School[]
  /** when each was seen last */
  seen: Map<string, Moment | undefined>
}

/** Everyone who has an account or had one; those who left stand last. */
export function peoplePage(here: Here, { people, schools, seen }: Shown): Html {
  const t = here.t.settings
  const line = (person: Person) => {
    const seenAt = seen.get(person.id)
    return [
      html`<a href="/settings/people/${person.id}">${person.name}</a>`,
      person.email,
      roleOf(here, person, schools),
      stateMark(here, person),
      hasFactor(person) ? here.t.shared.yes : here.t.shared.no,
      seenAt ? shortMoment(here, seenAt) : '–',
    ]
  }
  const inOrder = [...people].sort((one, other) => Number(one.ended !== undefined) - Number(other.ended !== undefined))
  const columns = [t.name, here.t.fields.email, t.right, t.state, t.factors, [t.seen, 'day'] as [string, 'day']]
  const alone = people.some((person) => isLast(person, people))
  return layout(here, {
    title: t.tabs.people,
    wide: true,
    body: html`${settingsHead(here, 'people', t.tabs.people, html`<a class="button primary" href="/settings/people/new">${t.invite}</a>`)}
${alone ? html`<p class="notice">${t.alone}</p>` : ''}
${stack(t.tabs.people, columns, inOrder.map(line), t.nobody)}`,
  })
}

/** A new account. */
export function newPersonPage(here: Here, schools: School[], typed: URLSearchParams, refusals: Refusal[]): Html {
  const t = here.t.settings
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: t.invite,
    refused: refusals.length > 0,
    body: html`${settingsHead(here, 'people', t.invite)}<p class="lead">${t.inviteLead}</p>${f.problems()}
<form method="post" action="/settings/people" class="card">
${f.text('personName', { autocomplete: 'off' })}
${f.text('email', { type: 'email', autocomplete: 'off', hint: t.emailHint })}
${rightFields(here, f, schools)}
<button class="primary">${t.makeLink}</button></form>`,
  })
}

/** Role, and the school of a school's account. */
export const rightFields = (here: Here, f: ReturnType<typeof formOf>, schools: School[]): Html =>
  html`${f.radios(
    'role',
    roles.map((role) => [role, here.t.settings.mayDo[role]]),
  )}${f.select(
    'schoolId',
    schools.map(({ id, name }) => [id, name]),
    { optional: true, hint: here.t.settings.schoolHint },
  )}`

export function roleOf({ t }: Here, { role, schoolId }: Pick<Person, 'role' | 'schoolId'>, schools: School[]): string {
  const school = schools.find(({ id }) => id === schoolId)
  return school ? `${t.shared.role[role]} · ${school.name}` : t.shared.role[role]
}

const looks = { 'in-use': 'good', invited: 'info', 'link-over': 'care', ended: '' } as const

export function stateMark(here: Here, person: Person): Html {
  const state = accountStateOf(person, here.now)
  return html`<span class="mark ${looks[state]}">${here.t.settings.states[state]}</span>`
}
