import { html } from 'hono/html'
import type { NoteText } from '../../src/casefile/course.ts'
import type { Here, Html } from '../here.ts'
import { shortMoment } from '../parts/dates.ts'
import { fill } from '../words.ts'
import type { NoteShown } from './note.ts'
import { codeIn } from './parts.ts'

/** A note to be read: signed, or still a draft of somebody else's. */
export function noteRead(here: Here, { note, people }: NoteShown): Html {
  const { t } = here
  const s = t.sessions
  const text = note?.signed ?? note?.draft
  if (!note || !text) return html`<p class="nothing">${s.noNote}</p>`
  const by = (one: { by: string; at: string }) =>
    fill(t.shared.by, { who: people.get(one.by) ?? one.by, when: shortMoment(here, one.at) })
  return html`<article class="card"><p><span class="mark ${note.signed ? 'good' : 'care'}">${note.signed ? s.signed : s.draft}</span> ${by(text)}</p>
${partsOf(here, text).map(([label, value]) => html`<h2>${label}</h2><p class="typed">${value}</p>`)}</article>
${
  note.addenda.length > 0
    ? html`<section class="card"><h2>${s.addenda}</h2><ul class="history">${note.addenda.map(
        (one) => html`<li>${one.text}
<small>${by(one)}</small></li>`,
      )}</ul></section>`
    : ''
}`
}

function partsOf(here: Here, text: NoteText): [label: string, value: string][] {
  const { t } = here
  const s = t.sessions
  const { module, concerns = [] } = text
  const flags = concerns.map(({ code, severity }) => `${codeIn(here, 'concern', code)} (${s.severities[severity]})`)
  const parts: [string, string | undefined][] = [
    [
      t.fields.module,
      module && Object.hasOwn(s.modules, module) ? s.modules[module as keyof typeof s.modules] : module,
    ],
    [t.fields.account, text.summary],
    [t.fields.response, text.response],
    [t.fields.homework, text.homework],
    [t.fields.nextStep, text.next],
    [t.fields.concerns, flags.join(', ')],
    [t.fields.forSchool, text.forSchool],
    [t.fields.process, text.process],
  ]
  return parts.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []))
}
