import { html } from 'hono/html'
import { codesLeft } from '../../src/people/factors.ts'
import type { Person } from '../../src/people/person.ts'
import type { Visit } from '../../src/store/store.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortDay, shortMoment } from '../parts/dates.ts'
import { factList, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'

interface Shown {
  person: Person
  visits: Visit[]
  /** hash of the visit under way */
  own?: string
}

/** From how few recovery codes on it is time for new ones. */
const few = 3

/** One's own account on one page. */
export function accountPage(here: Here, shown: Shown): Html {
  const t = here.t.account
  const { person } = shown
  return layout(here, {
    title: t.title,
    body: html`<h1>${t.title}</h1>
<section class="card"><h2>${t.access}</h2>
${factList([
  [t.name, person.name],
  [t.role, here.t.shared.role[person.role]],
  [here.t.fields.email, person.email],
])}
<p class="acts"><a class="button" href="/account/password">${t.changePassword}</a> <a class="button" href="/notices">${here.t.log.notices.title}</a>${here.may('write a note') || here.may('follow own referrals') ? html` <a class="button" href="/account/reminders">${here.t.reminders.own.title}</a>` : ''}${here.may('settle the own hours') ? html` <a class="button" href="/account/hours">${here.t.absences.hoursTitle}</a>` : ''}${here.may('keep a calendar feed') ? html` <a class="button" href="/account/feed">${here.t.calendar.feed.title}</a>` : ''}</p></section>
${factorCard(here, person)}
${visitList(here, shown)}`,
  })
}

function factorCard(here: Here, person: Person): Html {
  const t = here.t.account
  const { passkeys = [], totp } = person.factors ?? {}
  const left = codesLeft(person)
  return html`<section class="card"><h2>${t.factors.title}</h2>
${person.factors && left <= few ? html`<p class="warning">${fill(t.factors.codesFew, { n: left })}</p>` : ''}
${factList([
  [t.passkey.title, passkeys.length > 0 ? passkeys.map(({ name }) => name).join(', ') : t.factors.none],
  [t.app.title, totp ? fill(t.factors.since, { on: shortDay(here, dayOf(totp.at)) }) : t.factors.none],
  [t.factors.codes, fill(t.factors.codesLeft, { n: left })],
])}
<p class="acts"><a class="button" href="/account/factors">${t.factors.manage}</a></p></section>`
}

function visitList(here: Here, { visits, own }: Shown): Html {
  const t = here.t.account.visits
  const end = (hash: string) =>
    hash === own
      ? html`<span class="mark good">${t.here}</span>`
      : html`<form method="post" action="/account/visits/ending"><input type="hidden" name="visit" value="${hash}"><button class="small">${t.end}</button></form>`
  const rows = visits.map(({ hash, device, from, startedAt, seenAt }) => [
    device ?? t.unknown,
    from ?? '–',
    shortMoment(here, startedAt),
    shortMoment(here, seenAt),
    end(hash),
  ])
  const others = visits.some(({ hash }) => hash !== own)
  return html`<section><h2>${t.title}</h2><p>${t.lead}</p>
${stack(t.title, [t.device, t.from, [t.started, 'day'], [t.seen, 'day'], t.state], rows, '–')}
${others ? html`<form method="post" action="/account/visits/ending"><button class="danger">${t.endAll}</button></form>` : ''}</section>`
}
