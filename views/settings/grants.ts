import { html } from 'hono/html'
import type { Grant, Person, School } from '../../src/people/person.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { stack } from '../parts/lists.ts'
import { settingsHead } from './head.ts'
import { roleOf } from './people.ts'

interface Shown {
  /** newest first */
  history: (Grant & { person: Person })[]
  people: Person[]
  schools: School[]
}

/** Who gave whom which right, and took it. */
export function grantsPage(here: Here, shown: Shown): Html {
  const t = here.t.settings
  return layout(here, {
    title: t.tabs.grants,
    wide: true,
    body: html`${settingsHead(here, 'grants', t.tabs.grants)}<p class="lead">${t.grantsLead}</p>${grantTable(here, shown, { ofOne: false })}`,
  })
}

/** The same as a table; of one person it need not say of whom. */
export function grantTable(here: Here, { history, people, schools }: Shown, { ofOne }: { ofOne: boolean }): Html {
  const t = here.t.settings
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? t.unknownPerson
  const line = ({ at, by, what, why = '', person, ...right }: Shown['history'][number]) => [
    shortMoment(here, at),
    ...(ofOne ? [] : [person.name]),
    t.grants[what],
    roleOf(here, right, schools),
    nameOf(by),
    why,
  ]
  const columns = [
    [t.when, 'day'] as [string, 'day'],
    ...(ofOne ? [] : [t.whom]),
    t.what,
    t.right,
    t.who,
    here.t.fields.why,
  ]
  return stack(t.tabs.grants, columns, history.map(line), t.noGrants)
}
