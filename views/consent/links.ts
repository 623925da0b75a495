import { html } from 'hono/html'
import type { CaseFile, PersonalLink } from '../../src/casefile/casefile.ts'
import { isAccepted } from '../../src/casefile/questions.ts'
import { linkStateOf } from '../../src/consent/issue-link.ts'
import { isSameName } from '../../src/consent/sheet.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import type { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { giverName } from './people.ts'

/** Links by which youth and guardians come to their own page: what became of each, and a form for another. */
export function linksCard(here: Here, caseFile: CaseFile, f: ReturnType<typeof formOf>): Html {
  if (!isAccepted(caseFile) || !here.may('issue a personal link')) return html``
  const l = here.t.consent.links
  const people: [string, string][] = [
    ['youth', giverName(here, caseFile, { whose: 'youth' })],
    ...caseFile.guardians.map((_, guardian): [string, string] => [
      `guardian-${guardian}`,
      giverName(here, caseFile, { whose: 'guardian', guardian }),
    ]),
  ]
  const lines = caseFile.links.map((link) => line(here, caseFile, link)).reverse()
  return html`<section class="card"><h2>${l.title}</h2><p>${l.lead}</p>
${lines.length > 0 ? stack(l.title, [l.whose, l.issued, l.state, l.signed, l.act], lines, '') : ''}
<form method="post" action="/cases/${caseFile.number}/consents/links">${f.radios('whose', people, { hint: l.hint })}<button>${l.issue}</button></form></section>`
}

function line(here: Here, caseFile: CaseFile, link: PersonalLink): (Html | string)[] {
  const l = here.t.consent.links
  const whose = giverName(here, caseFile, link)
  const state = linkStateOf(link, here.now)
  const when = { answered: link.answered, waiting: link.answerBy, late: link.expiresAt, expired: link.expiresAt }
  const at = state === 'revoked' ? link.revoked?.at : when[state]
  return [
    whose,
    shortMoment(here, link.at),
    html`<span class="mark${state === 'answered' ? ' good' : state === 'waiting' ? ' info' : ''}">${l.states[state]}</span> <small>${at ? fill(l.when[state], { when: shortMoment(here, at) }) : ''}</small>`,
    signed(here, caseFile, link),
    state === 'revoked' || state === 'expired'
      ? ''
      : html`<form method="post" action="/cases/${caseFile.number}/consents/links/${link.id}/revocation"><button class="plain" aria-label="${fill(l.revokeOf, { whose })}">${l.revoke}</button></form>`,
  ]
}

/** The name that was typed beside the answers, and whether it is the one on file: the page they saw did not say. */
export function signed(here: Here, { guardians }: CaseFile, { guardian, signedName }: PersonalLink): Html {
  const l = here.t.consent.links
  if (!signedName) return html``
  const known = guardians[guardian ?? -1]?.name
  const mark = !known
    ? html`<small>${l.nameUnknown}</small>`
    : isSameName(known, signedName)
      ? html`<span class="mark good">${l.nameSame}</span>`
      : html`<span class="mark care">${l.nameOther}</span>`
  return html`${signedName} ${mark}`
}
