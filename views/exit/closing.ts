import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { closingOf } from '../../src/casefile/questions.ts'
import { creditedMinutesOf, heldOf, missedOf, type Session } from '../../src/casefile/session.ts'
import { codesOf, labelOf } from '../../src/codebook/codebook.ts'
import type { OpenThing } from '../../src/exit/close.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import { owedNote } from '../cases/reports.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { hoursMinutes, shortDay, shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { outdatedNote, papersCard } from './certificates.ts'

interface Shown {
  caseFile: CaseFile
  sessions: Session[]
  open: OpenThing[]
  names: Map<string, string>
}

/** What was planned and held, what is still open, and the closing itself. */
export function closingPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, open } = shown
  const t = here.t.exit
  const f = formOf(here, typed, refusals)
  const closed = closingOf(caseFile) !== undefined
  return layout(here, {
    title: `${t.title} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'closing')}${f.problems()}
${owedNote(here, caseFile)}${outdatedNote(here, caseFile, shown.sessions)}
${delivered(here, shown)}
${
  closed
    ? ''
    : html`${
        open.length === 0
          ? html`<p class="done">${t.nothingOpen}</p>`
          : html`<section class="warning"><h2>${t.open}</h2><ul>${open.map((thing) => html`<li>${openThing(here, thing)}</li>`)}</ul><p>${t.openLead}</p></section>`
      }
<section class="card"><h2>${t.close}</h2><form method="post" action="/cases/${caseFile.number}/closing">
<div class="pair">${f.text('closedOn', { type: 'date' })}${f.select('reason', f.codes('closureReason', codesOf('closureReason')))}</div>
${f.area('closingSummary', { optional: open.length === 0 })}<button class="primary">${t.button}</button></form></section>`
}
${papersCard(here, caseFile)}
${past(here, shown)}
${
  closed && here.may('reopen a case')
    ? html`<section class="card"><h2>${t.reopen}</h2><form method="post" action="/cases/${caseFile.number}/closing/reopening">${f.text('why')}<button>${t.reopen}</button></form></section>`
    : ''
}`,
  })
}

/** Something that is not finished, in words. */
export const openThing = (here: Here, thing: OpenThing): string =>
  fill(here.t.exit.things[thing.what], {
    ...thing,
    done: 'creditedMinutes' in thing ? hoursMinutes(here, thing.creditedMinutes) : '',
  })

function delivered(here: Here, { caseFile: { number, plan }, sessions }: Shown): Html {
  const t = here.t.exit
  const held = heldOf(sessions, number).length
  return html`<section class="card"><h2>${t.delivered}</h2>${factList([
    [t.planned, plan?.sessions ?? '–'],
    [t.held, held],
    [t.missed, missedOf(sessions, number).length],
    [t.credited, hoursMinutes(here, creditedMinutesOf(sessions, number))],
  ])}</section>`
}

function past(here: Here, { caseFile: { closings }, names }: Shown): Html {
  if (closings.length === 0) return html``
  const t = here.t.exit
  return html`<section class="card"><h2>${t.closings}</h2><ul class="history">${closings.map(
    ({ on, reason, summary, by, at, reopened }) =>
      html`<li><strong>${labelOf('closureReason', reason, here.lang)}</strong> ${shortDay(here, on)} <small>${names.get(by) ?? by} · ${shortMoment(here, at)}</small>${summary ? html`<br>${summary}` : ''}${
        reopened
          ? html`<br><span class="mark care">${t.reopened}</span> ${reopened.why} <small>${names.get(reopened.by) ?? reopened.by} · ${shortMoment(here, reopened.at)}</small>`
          : ''
      }</li>`,
  )}</ul></section>`
}
