import { html } from 'hono/html'
import { codesOf } from '../../src/codebook/codebook.ts'
import { mostSessions } from '../../src/sessions/series-wish.ts'
import { lengths } from '../../src/sessions/slot.ts'
import type { Days } from '../../src/time/hours.ts'
import type { Here, Html } from '../here.ts'
import type { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { guardianName, roomOptions, weekOf } from './parts.ts'
import type { SeriesShown } from './series.ts'

type Form = ReturnType<typeof formOf>

/** What is wanted, and what is known of the youth's week. */
export function wishForm(here: Here, shown: SeriesShown, f: Form): Html {
  const { t } = here
  const s = t.series
  const { caseFile, rooms, counsellors, others } = shown
  const { number, guardians } = caseFile
  const days = t.shared.weekdays.map((name, at): [string, string] => [String(at + 1), name])
  const named = guardians.map((one, at): [string, string] => [String(at), guardianName(here, one)])
  return html`<form method="get" action="/cases/${number}/sessions/plan" class="card booking wish"><h3>${s.wishTitle}</h3>
${weekFacts(here, shown)}
<p class="hint">${caseFile.freeTimes ? s.wishFree : s.wishHint}</p>
<div class="pair">${f.text('count', { type: 'number', least: 1, most: mostSessions })}
${f.text('minutes', { type: 'number', least: lengths.least, most: lengths.most })}
${f.text('fromOn', { type: 'date' })}
${f.text('startTime', { type: 'time', optional: true })}
${f.select('roomId', roomOptions(here, rooms), { optional: true, unchosen: s.anyRoom })}
${f.select('kind', f.codes('sessionKind', codesOf('sessionKind')))}
${f.select('mode', f.codes('sessionMode', codesOf('sessionMode')))}
${counsellors.length > 0 ? f.select('counsellorId', counsellors) : ''}</div>
${f.checks('weekdays', days, { optional: true, hint: s.weekdaysHint })}
${named.length > 1 ? html`<div class="with-guardian">${f.radios('guardian', named)}</div>` : ''}
${others.length > 0 ? html`<div class="with-others">${f.checks('with', others, { optional: true })}</div>` : ''}
<div class="acts"><button>${s.search}</button></div></form>`
}

function weekFacts(here: Here, { caseFile: { number, freeTimes }, school }: SeriesShown): Html {
  const s = here.t.series
  const noted = freeTimes ? weekOf(here, freeTimes.hours) : s.noFree
  const edit = html` <a href="/cases/${number}/sessions/free-times">${s.editFree}</a>`
  return factList([
    [s.freeTitle, html`${noted}${here.may('plan the sessions') ? edit : ''}`],
    [s.lessons, school?.lessons && weekOf(here, school.lessons)],
    [s.exams, school?.exams && examsIn(school.exams)],
  ])
}

const examsIn = (exams: (Days & { name?: string })[]): string =>
  exams.map(({ from, to, name }) => [name, `${from} – ${to}`].filter(Boolean).join(' ')).join(', ')
