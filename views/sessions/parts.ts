import { html } from 'hono/html'
import { type ListName, labelOf } from '../../src/codebook/codebook.ts'
import type { SessionStatus } from '../../src/sessions/status.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'

const looks: Record<SessionStatus, string> = {
  booked: 'info',
  held: 'good',
  'awaiting-note': 'care',
  'awaiting-attendance': 'care',
  missed: 'bad',
  cancelled: '',
}

/** What became of a session, as a mark. */
export const statusMark = ({ t }: Here, status: SessionStatus): Html =>
  html`<span class="mark ${looks[status]}">${t.sessions.status[status]}</span>`

export const codeIn = ({ lang }: Here, list: ListName, code: string): string => labelOf(list, code, lang)

/** `3회기`. */
export const ordinalOf = ({ t }: Here, n: number): string => fill(t.sessions.ordinal, { n })
