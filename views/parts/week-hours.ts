import { html } from 'hono/html'
import { weekFields } from '../../src/people/week-hours.ts'
import type { Html } from '../here.ts'
import type { formOf } from './form.ts'

/** From when to when, by weekday. */
export const weekHoursFields = (f: ReturnType<typeof formOf>): Html =>
  html`<div class="pair week">${weekFields.map(
    ([from, to]) =>
      html`<div class="row">${f.text(from, { type: 'time', short: true })}${f.text(to, { type: 'time', short: true })}</div>`,
  )}</div>`
