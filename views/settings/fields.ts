import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import type { formOf } from '../parts/form.ts'

type Form = ReturnType<typeof formOf>

/** Whom a youth or a guardian calls. */
export const contactFields = ({ t }: Here, f: Form): Html =>
  html`<p>${t.settings.contactLead}</p><div class="pair">${f.text('contactPhone', { type: 'tel', autocomplete: 'off' })}${f.text('contactEmail', { type: 'email', autocomplete: 'off' })}</div>`

/** How long what is kept. */
export const retentionFields = (f: Form): Html =>
  html`<div class="pair">${f.text('caseYears', { type: 'number', least: 1, most: 5, short: true })}${f.text('declinedDays', { type: 'number', least: 30, most: 365, short: true })}${f.text('draftDays', { type: 'number', least: 7, most: 90, short: true })}</div>`
