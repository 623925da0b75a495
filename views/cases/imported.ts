import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Here, Html } from '../here.ts'
import { hoursMinutes } from '../parts/dates.ts'
import { fill } from '../words.ts'

/** Where it came from, and what was counted there: its sessions are in no diary. */
export function importedNote(here: Here, { imported }: CaseFile): Html {
  if (!imported) return html``
  const { reference, sessionsHeld: sessions, minutesHeld } = imported
  return html`<p class="notice">${fill(here.t.importing.markFrom, { reference, sessions, hours: hoursMinutes(here, minutesHeld) })}</p>`
}
