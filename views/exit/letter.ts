import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Letter } from '../../src/exit/letter.ts'
import type { Settings } from '../../src/people/person.ts'
import type { Result } from '../../src/result.ts'
import { type Day, dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { hoursMinutes, shortDay } from '../parts/dates.ts'
import { say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { paperDay } from './certificate-paper.ts'

interface Shown {
  caseFile: CaseFile
  letter: Result<Letter>
  /** the school that referred, by name */
  school?: string
  programme: string
  contact: NonNullable<Settings['contact']>
}

/** The progress letter on A4, or why there is none. */
export function letterPage(here: Here, shown: Shown): Html {
  const l = here.t.letter
  const { letter, caseFile } = shown
  return layout(here, {
    title: `${l.title} ${caseFile.number}`,
    styles: ['certificate.css'],
    body: html`<div class="no-print"><p><a href="/cases/${caseFile.number}/certificates">${here.t.certificates.back}</a></p>${
      letter.ok
        ? html`<p class="notice">${l.print}</p>`
        : html`<h1>${l.title}</h1><section class="warning"><h2>${l.cannot}</h2><ul>${letter.refusals.map((refusal) => html`<li>${say(here, refusal)}</li>`)}</ul></section>`
    }</div>${letter.ok ? paper(here, letter.value, shown) : ''}`,
  })
}

function paper(here: Here, letter: Letter, { school = '', programme, contact }: Shown): Html {
  const l = here.t.letter
  const today = paperDay(here, dayOf(here.now))
  const reach = [contact.phone, contact.email].filter(Boolean).join(' · ')
  return html`<article class="paper letter">${here.demo ? html`<p class="stamp">${here.t.certificates.paper.demo}</p>` : ''}
<p class="number">${l.number} <span translate="no">${letter.number}</span></p>
<h1>${l.title}</h1><p class="to">${fill(l.to, { school })}</p>
<dl>${lines(here, letter, programme).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<p class="says">${l.says}</p><p class="only">${l.onlyDates}</p>
<p class="on">${today}</p>
<p class="issuer"><strong>${here.centre}</strong><span class="seal">${l.seal}</span></p>
${reach ? html`<footer><p>${l.contact}: ${reach}</p></footer>` : ''}</article>`
}

function lines(here: Here, letter: Letter, programme: string): [string, string | Html][] {
  const l = here.t.letter
  const { name, grade, referredOn, dueOn, planned, orderedHours, heldOn, missedOn, creditedMinutes, next, closedOn } =
    letter
  const times = (n: number) => fill(l.sessionCount, { n })
  const days = (on: Day[]) =>
    on.length === 0
      ? l.none
      : html`<strong>${times(on.length)}</strong><ul>${on.map((day) => html`<li>${shortDay(here, day)}</li>`)}</ul>`
  const all: [string, string | Html | undefined][] = [
    [l.name, html`<strong>${name}</strong>${grade ? html` (${fill(here.t.shared.grade, { n: grade })})` : ''}`],
    [l.course, programme],
    [l.referredOn, paperDay(here, referredOn)],
    [l.state, closedOn ? fill(l.status.ended, { on: paperDay(here, closedOn) }) : l.status.going],
    [l.planned, planned === undefined ? undefined : times(planned)],
    [l.attended, days(heldOn)],
    [l.missed, days(missedOn)],
    [l.hours, hoursMinutes(here, creditedMinutes)],
    [l.ordered, orderedHours === undefined ? undefined : fill(l.orderedOf, { n: orderedHours })],
    [l.due, dueOn && paperDay(here, dueOn)],
    [l.next, closedOn ? undefined : next ? shortDay(here, dayOf(next)) : l.noNext],
  ]
  return all.filter((one): one is [string, string | Html] => one[1] !== undefined)
}
