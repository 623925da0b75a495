import { html } from 'hono/html'
import { isEnded, tellingClock } from '../../src/casefile/incident.ts'
import type { Incident } from '../../src/people/registers.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'

/** The 72 hours of an incident: hours left, hours overdue, or that everyone was told. */
export function hoursLeft(here: Here, incident: Incident): string {
  const r = here.t.registers
  const { running, overdue, hours } = tellingClock(incident, here.now)
  if (running) return fill(overdue ? r.late : r.left, { n: hours })
  return isEnded(incident) ? r.over : r.told
}

export function clockMark(here: Here, incident: Incident): Html {
  const { running, overdue } = tellingClock(incident, here.now)
  return html`<span class="mark ${overdue ? 'bad' : running ? 'care' : 'good'}">${hoursLeft(here, incident)}</span>`
}
