import { html } from 'hono/html'
import type { Note, NoteText } from '../../src/casefile/course.ts'
import type { GroupNote, GroupText } from '../../src/casefile/session.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'
import { codeIn } from './parts.ts'

/** A note or the note on a group to be read: signed, or a draft; then what was added to it, each with who and when. */
export function noteRead(here: Here, note: Note | GroupNote | undefined, people: ReadonlyMap<string, string>): Html {
  const { t } = here
  const s = t.sessions
  const text = note?.signed ?? note?.draft
  if (!note || !text) return html`<p class="nothing">${s.noNote}</p>`
  return html`<article class="card"><p><span class="mark ${note.signed ? 'good' : 'care'}">${note.signed ? s.signed : s.draft}</span> ${signedBy(here, people, text)}</p>
${textRead(here, text)}</article>
${
  note.addenda.length > 0
    ? html`<section class="card"><h2>${s.addenda}</h2><ul class="history">${note.addenda.map(
        (one) => html`<li>${one.text}
<small>${signedBy(here, people, one)}</small></li>`,
      )}</ul></section>`
    : ''
}`
}

/** Who and when. */
export const signedBy = (here: Here, people: ReadonlyMap<string, string>, { by, at }: { by: string; at: string }) =>
  fill(here.t.shared.by, { who: people.get(by) ?? by, when: shortMoment(here, at) })

/** Every part that was written, under its name, in the order of the form. */
export const textRead = (here: Here, text: NoteText | GroupText): Html =>
  html`<dl class="texts">${partsOf(here, text).map(([label, value]) => html`<dt>${label}</dt><dd class="typed">${value}</dd>`)}</dl>`

function partsOf({ t, ...here }: Here, text: NoteText & GroupText): [label: string, value: string][] {
  const s = t.sessions
  const { module, concerns = [] } = text
  const flags = concerns.map(
    ({ code, severity }) => `${codeIn({ t, ...here }, 'concern', code)} (${s.severities[severity]})`,
  )
  const parts: [string, string | undefined][] = [
    [t.fields.goals, text.goals],
    [
      t.fields.module,
      module && Object.hasOwn(s.modules, module) ? s.modules[module as keyof typeof s.modules] : module,
    ],
    [t.fields.account, text.summary],
    [t.fields.response, text.response],
    [t.fields.homework, text.homework],
    [t.fields.concerns, flags.join(', ')],
    [t.fields.nextStep, text.next],
    [t.fields.forSchool, text.forSchool],
    [t.fields.process, text.process],
  ]
  return parts.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []))
}
