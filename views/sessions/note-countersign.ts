import { html } from 'hono/html'
import { awaitsLead } from '../../src/sessions/note-countersign.ts'
import type { Here, Html } from '../here.ts'
import type { formOf } from '../parts/form.ts'
import type { NoteShown } from './note.ts'
import { signedBy } from './note-read.ts'

/** Where the centre wants the lead to sign as well: that it waits, the form for it, or that it was done. */
export function leadPart(here: Here, shown: NoteShown, path: string, f: ReturnType<typeof formOf>): Html {
  const n = here.t.notes
  const { note, people, countersignedFrom, countersigns } = shown
  if (!note?.signed) return html``
  const { countersigned } = note
  if (countersigned)
    return html`<section class="card"><p><span class="mark good">${n.countersign}</span> ${n.leadSigned} <small>${signedBy(here, people, countersigned)}</small></p>${countersigned.remark ? html`<p class="typed">${countersigned.remark}</p>` : ''}</section>`
  if (!awaitsLead(note, countersignedFrom)) return html``
  if (!countersigns) return html`<p class="notice">${n.awaitsLead}</p>`
  return html`<form method="post" action="${path}/countersignature" class="card long"><h2>${n.countersign}</h2><p class="hint">${n.countersignHint}</p>
${f.area('leadRemark', { optional: true, rows: 3 })}
<button class="primary">${n.countersignButton}</button></form>`
}
