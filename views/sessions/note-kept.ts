import { html } from 'hono/html'
import type { Refusal } from '../../src/result.ts'
import { dayOf, type Moment, timeOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { say } from '../parts/form.ts'
import { fill } from '../words.ts'

/**
 * The foot of a form that is saved while it is typed: it stays in sight, says when the text was saved last, and holds
 * the buttons. `kept` is when the draft was saved that the form shows. Where another window kept another text, nothing
 * is saved by itself: whoever has compared the two presses the button.
 */
export function keptFoot(here: Here, path: string, kept: Moment | undefined, refusals: Refusal[]): Html {
  const { t } = here
  const elsewhere = refusals.find(({ reason }) => reason === 'note-kept-elsewhere')
  const live = html` hx-post="${path}" hx-trigger="input from:'closest form' delay:2s" hx-sync="queue last" hx-target="this" data-keeps="${t.notes.keeps}"`
  return html`<div class="note-foot"><p class="kept-line" role="status"${elsewhere ? '' : live}${refusals.length > 0 ? html` data-unkept` : ''} data-unsaved="${elsewhere ? say(here, elsewhere) : t.notes.unsaved}">${since(kept ?? '')}<span>${kept && refusals.length === 0 ? keptAt(here, kept) : ''}</span></p>
<div class="acts"><button class="primary" name="then" value="sign">${t.sessions.signButton}</button>
<button name="then" value="later">${t.sessions.keepButton}</button></div><p class="hint">${t.sessions.signHint}</p></div>`
}

/** That line once the page has asked to keep what was typed: kept, or why not. `kept` is absent where no page was shown. */
export function noteKept(here: Here, kept: Moment | undefined, refusals: Refusal[]): Html {
  const { t } = here
  const line =
    refusals.length === 0
      ? html`<span>${fill(t.sessions.keptAt, { time: timeOf(here.now) })}</span>`
      : html`<span class="problem">${t.sessions.notKept} ${refusals.map((refusal) => say(here, refusal)).join(' ')}${
          refusals.some(({ reason }) => reason === 'note-kept-elsewhere')
            ? ` ${fill(t.notes.compare, { button: t.sessions.keepButton })}`
            : ''
        }</span>`
  return html`${kept === undefined ? '' : since(kept)}${line}`
}

const since = (kept: Moment | '') => html`<input type="hidden" name="since" value="${kept}">`

const keptAt = (here: Here, at: Moment): string =>
  fill(here.t.sessions.keptAt, { time: dayOf(at) === dayOf(here.now) ? timeOf(at) : shortMoment(here, at) })
