import { html } from 'hono/html'
import type { Printed } from '../../src/casefile/outcome.ts'
import { type Day, dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { hoursMinutes, longDay } from '../parts/dates.ts'
import { qrCode } from '../parts/qr.ts'
import { fill, type Words, wordsOf } from '../words.ts'

interface Paper {
  printed: Printed
  /** where this house is reached: the check page is there */
  origin: string
  revoked?: boolean
}

/**
 * A certificate as it is printed, one sheet of A4: in the reader's language, with the other one small beside it, since
 * whoever is handed it may read either. Nothing on it says what the course is about.
 */
export function certificatePaper(here: Here, { printed, origin, revoked = false }: Paper): Html {
  const p = here.t.certificates.paper
  const other = wordsOf(here.lang === 'ko' ? 'en' : 'ko')
  const o = other.certificates.paper
  const foreign = here.lang === 'ko' ? 'en' : 'ko'
  const says = printed.as === 'completed' ? 'saysCompleted' : 'saysAttended'
  const both = (name: 'seal' | 'checkTitle' | 'code') => html`${p[name]} <small lang="${foreign}">${o[name]}</small>`
  return html`<article class="paper${revoked ? ' void' : ''}">
${revoked ? html`<p class="stamp">${p.invalid}</p>` : here.demo ? html`<p class="stamp">${p.demo}</p>` : ''}
<p class="number">${p.number} <span translate="no">${printed.number}</span></p>
<h1>${p[printed.as]}<small lang="${foreign}">${o[printed.as]}</small></h1>
<dl>${lines(here, printed).map(
    ([name, value]) => html`<div><dt>${p[name]}<small lang="${foreign}">${o[name]}</small></dt><dd>${value}</dd></div>`,
  )}</dl>
<p class="says">${p[says]}<small lang="${foreign}">${o[says]}</small></p>
<p class="on">${paperDay(here, dayOf(printed.at))}</p>
<p class="issuer"><strong>${printed.issuer}</strong><span class="seal">${both('seal')}</span></p>
<footer>${qrCode(`${origin}/certificates/${printed.code}`, p.qr)}<div><h2>${both('checkTitle')}</h2><p>${p.checkLead}</p><p><span translate="no">${origin}/certificates</span></p>
<p>${both('code')} <strong class="code" translate="no">${printed.code}</strong></p></div></footer>
</article>`
}

type Line = [name: keyof Words['certificates']['paper'], value: string | Html]

/** What it states, in the order in which it is read; what nobody ordered has no line. */
function lines(here: Here, printed: Printed): Line[] {
  const p = here.t.certificates.paper
  const { name, from, to, sessions, minutes, orderedHours, decisionNumber, decidedOn } = printed
  const decided = decidedOn ? paperDay(here, decidedOn) : undefined
  const decision = decisionNumber && decided ? fill(p.decisionOf, { number: decisionNumber, on: decided }) : undefined
  const all: [Line[0], Line[1] | undefined][] = [
    ['name', html`<strong>${name}</strong>`],
    ['course', courseOf(here, printed)],
    ['days', fill(p.span, { from: paperDay(here, from), to: paperDay(here, to) })],
    ['sessions', fill(p.sessionCount, { n: sessions })],
    ['hours', hoursMinutes(here, minutes)],
    ['ordered', orderedHours === undefined ? undefined : hoursMinutes(here, orderedHours * 60)],
    ['basis', basisOf(here, printed)],
    ['decision', decision ?? decisionNumber ?? decided],
  ]
  return all.filter((one): one is Line => one[1] !== undefined)
}

/** A day as a paper says it: in English `2026-09-11`, which no reader takes for November. */
export const paperDay = (here: Here, on: Day): string => (here.lang === 'en' ? on : longDay(here, on))

/** What the course is called, on the paper and on its check page. */
export function courseOf(here: Here, { programme, whose }: Printed): string {
  const course = programme[here.lang]
  return whose === 'guardian' ? fill(here.t.certificates.paper.guardianCourse, { course }) : course
}

const schoolBases = ['measure-5', 'added-education', 'principal-urgent']
const courtBases = ['attendance-order', 'court-added-counselling']

/** The legal basis in its neutral short form; a guardian's education has an article of its own. */
function basisOf(here: Here, { basis, whose }: Printed): string {
  const { bases, guardianBases } = here.t.certificates
  if (whose === 'guardian' && schoolBases.includes(basis)) return guardianBases.school
  if (whose === 'guardian' && courtBases.includes(basis)) return guardianBases.court
  return Object.hasOwn(bases, basis) ? bases[basis as keyof typeof bases] : bases.other
}
