import { html } from 'hono/html'
import { calendarViews, stepFrom } from '../../src/sessions/calendar.ts'
import { dayOf } from '../../src/time/days.ts'
import type { Here, Html } from '../here.ts'
import { type Calendar, calendarAt } from './calendar-parts.ts'

/** Before, now, after. */
export const moves = (here: Here, { asked }: Calendar): Html => {
  const { before, now, after } = here.t.calendar
  const link = (on: string, key: string, words: string) =>
    html`<li><a class="button small" href="${calendarAt(asked, { on })}" aria-keyshortcuts="${key}">${words}</a></li>`
  return html`<ul class="moves">${link(stepFrom(asked, -1), 'ArrowLeft', before[asked.view])}${link(dayOf(here.now), 't', now[asked.view])}${link(stepFrom(asked, 1), 'ArrowRight', after[asked.view])}</ul>`
}

export const views = (here: Here, { asked }: Calendar): Html =>
  html`<nav class="views" aria-label="${here.t.calendar.choices}"><ul>${calendarViews.map(
    (view) =>
      html`<li><a href="${calendarAt(asked, { view })}" aria-keyshortcuts="${view.slice(0, 1)}"${view === asked.view ? html` aria-current="page"` : ''}>${here.t.calendar.views[view]}</a></li>`,
  )}</ul></nav>`

/** Whose, for whoever sees every calendar; and by room, for everyone. */
export function choosers(here: Here, { asked, counsellors, rooms }: Calendar): Html {
  const c = here.t.calendar
  const every = here.may('see every calendar')
  const option = (id: string, name: string, chosen = '') =>
    html`<option value="${id}"${id === chosen ? html` selected` : ''}>${name}</option>`
  return html`<form method="get" action="/calendar" class="acts"><input type="hidden" name="view" value="${asked.view}"><input type="hidden" name="on" value="${asked.on}">
${every ? html`<label>${here.t.sessions.counsellor} <select name="of">${option('', c.everyone, asked.of)}${counsellors.map(({ id, name }) => option(id, name, asked.of))}</select></label>` : ''}
<label>${c.by} <select name="room">${option('', every ? c.byCounsellor : c.mine, asked.room)}${option('all', c.allRooms, asked.room)}${rooms.map(({ id, name }) => option(id, name, asked.room))}</select></label><button class="small">${c.show}</button></form>`
}

/** Shown by the script that listens to them: letters alone must be possible to turn off (WCAG 2.1.4). */
export const keysHint = (here: Here): Html => {
  const { keys: k } = here.t.calendar
  return html`<div class="keys" id="keys" hidden><p class="hint"><kbd>←</kbd> <kbd>→</kbd> ${k.move} · <kbd>t</kbd> ${k.now} · <kbd>d</kbd> <kbd>w</kbd> <kbd>m</kbd> ${k.views}</p><button type="button" class="small" aria-pressed="true">${k.use}</button></div>`
}
