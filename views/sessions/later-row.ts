import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { dueOnOf } from '../../src/casefile/questions.ts'
import type { Room } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Shift } from '../../src/sessions/later.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { shortDay, shortMoment } from '../parts/dates.ts'
import { say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { ordinalIn, roomOptions } from './parts.ts'

export interface LaterRow extends Shift {
  /** what speaks against it, but does not forbid it */
  cautions: Refusal[]
}

interface OneRow {
  row: LaterRow
  at: number
  caseFile: CaseFile
  rooms: Room[]
  typed: URLSearchParams
  /** whether what is in its way was looked up */
  looked: boolean
}

/** One session: its number and present time, its new time, and what is in the way. */
export function shiftRow(here: Here, { row, at, caseFile, rooms, typed, looked }: OneRow, refusals: Refusal[]): Html {
  const { t } = here
  const { session } = row
  const value = (name: string) => typed.get(`${name}-${at}`) ?? ''
  const wrong = refusals.filter(({ field }) => field?.endsWith(`-${at}`) && !field.startsWith('attendance'))
  const input = (name: 'sessionOn' | 'startTime', type: string) => {
    const bad = wrong.some(({ field }) => field === `${name}-${at}`)
    return html`<div class="field"><label for="${name}-${at}">${t.fields[name]}</label><input type="${type}" id="${name}-${at}" name="${name}-${at}" value="${value(name)}"${bad ? html` aria-invalid="true" aria-describedby="said-${at}"` : ''}></div>`
  }
  const room = html`<div class="field"><label for="roomId-${at}">${t.fields.roomId}</label><select id="roomId-${at}" name="roomId-${at}"><option value="">–</option>${roomOptions(here, rooms).map(([id, label]) => html`<option value="${id}"${id === value('roomId') ? html` selected` : ''}>${label}</option>`)}</select></div>`
  return html`<fieldset><legend>${ordinalIn(here, session, caseFile.number)} <small>${t.course.laterNow} ${shortMoment(here, session.startAt)}</small></legend>
<input type="hidden" name="id-${at}" value="${session.id}">${input('sessionOn', 'date')}${input('startTime', 'time')}${room}
<div class="said" id="said-${at}">${said(here, row, caseFile, wrong, looked)}</div></fieldset>`
}

/** What is in the way of one, why it was pushed on, and what speaks against it. */
function said(
  here: Here,
  { session, startAt, pushed, cautions }: LaterRow,
  caseFile: CaseFile,
  wrong: Refusal[],
  looked: boolean,
): Html {
  const { course } = here.t
  const due = dueOnOf(caseFile)
  const asked = pushed?.[0]
  const late = due !== undefined && dayOf(startAt) > due
  const stays = startAt === session.startAt
  return html`${wrong.map((one) => html`<p class="problem">${say(here, one)}</p>`)}${
    asked
      ? html`<p>${asked.reason === 'order-changed' ? course.laterPushedAlong : fill(course.laterPushed, { why: firstSentence(say(here, asked)) })}</p>`
      : ''
  }${[...cautions.map((one) => say(here, one)), ...(late ? [fill(course.laterDue, { due: shortDay(here, due) })] : [])].map((words) => html`<p class="caution">${words}</p>`)}${
    looked && wrong.length === 0 ? html`<p class="hint">${stays ? course.laterKept : course.laterFine}</p>` : ''
  }`
}

/** What was in the way, without the advice to choose otherwise. */
const firstSentence = (words: string): string => words.split(/\.\s/)[0] ?? words
