import { html } from 'hono/html'
import type { WaitingNote } from '../../src/sessions/note-list.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { daysAgo, shortDay, shortMoment } from '../parts/dates.ts'
import { type Column, stack } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { codeIn } from './parts.ts'

interface Shown {
  /** everybody's, not only the reader's */
  every: boolean
  missing: WaitingNote[]
  /** those that the reader is to sign as the lead; absent where the centre does not want that, or the reader is no lead */
  unread?: WaitingNote[]
  people: ReadonlyMap<string, string>
}

/** Notes that wait, the longest waiting first; a lead sees them by counsellor. */
export function noteListPage(here: Here, { every, missing, unread, people }: Shown): Html {
  const n = here.t.notes
  return layout(here, {
    title: n.title,
    wide: true,
    body: html`<h1>${n.title}</h1>
${unread ? html`<section><h2>${n.unread}</h2><p class="hint">${n.unreadLead}</p>${noteTable(here, n.unread, unread, n.unreadNone, people)}</section>` : ''}
<section><h2>${n.missing}</h2><p class="hint">${n.missingLead}</p>
${
  every && missing.length > 0
    ? byWriter(missing, people).map(
        ([who, notes]) =>
          html`<h3>${fill(n.countIn, { who, n: notes.length })}</h3>${noteTable(here, `${n.missing}: ${who}`, notes, n.missingNone)}`,
      )
    : noteTable(here, n.missing, missing, n.missingNone)
}</section>`,
  })
}

/** By name; each one's in their turn. */
function byWriter(notes: WaitingNote[], people: ReadonlyMap<string, string>): [who: string, notes: WaitingNote[]][] {
  const ids = [...new Set(notes.map(({ by }) => by))]
  return ids
    .map((id): [string, WaitingNote[]] => [people.get(id) ?? id, notes.filter(({ by }) => by === id)])
    .sort(([one], [other]) => one.localeCompare(other, 'ko'))
}

/** `people`: with a column for who wrote it */
function noteTable(
  here: Here,
  caption: string,
  notes: WaitingNote[],
  nothing: string,
  people?: ReadonlyMap<string, string>,
): Html {
  const { t } = here
  const n = t.notes
  const columns: Column[] = [
    ...[[n.heldOn, 'day'] as Column, t.cases.number, t.cases.youth, t.fields.kind],
    ...(people ? [t.sessions.counsellor] : []),
    ...[[n.waiting, 'number'] as Column, n.do],
  ]
  const line = (one: WaitingNote) => [
    shortMoment(here, one.startAt),
    html`<span translate="no">${one.cases.map(({ number }) => number).join(', ')}</span>`,
    one.cases.map(({ name }) => name).join(', '),
    codeIn(here, 'sessionKind', one.kind),
    ...(people ? [people.get(one.by) ?? one.by] : []),
    html`<span title="${shortDay(here, one.on)}">${fill(n.days, { n: daysAgo(here, one.on) })}</span>`,
    link(here, one),
  ]
  return stack(caption, columns, notes.map(line), nothing)
}

function link(here: Here, { what, cases, sessionId, startAt }: WaitingNote): Html {
  const { t } = here
  const n = t.notes
  const to =
    what === 'group-note' ? `/sessions/${sessionId}/group-note` : `/cases/${cases[0]?.number}/notes/${sessionId}`
  const writes = here.may('write a note')
  const group = writes ? n.writeGroup : n.toGroup
  const does = what === 'countersignature' ? n.readAndSign : what === 'group-note' ? group : writes ? n.write : n.read
  return html`<a href="${to}">${does}<span class="unseen"> ${cases[0]?.number} ${shortMoment(here, startAt)}</span></a>`
}
