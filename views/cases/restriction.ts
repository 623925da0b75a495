import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import type { Person } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { caseHead } from './head.ts'

interface Shown {
  caseFile: CaseFile
  /** who may be named */
  nameable: Person[]
  names: ReadonlyMap<string, string>
}

/** Keeping a case to a few: a colleague's child, or somebody whom people of the centre know. */
export function restrictionPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, nameable } = shown
  const a = here.t.access
  const f = formOf(here, typed, refusals)
  const path = `/cases/${caseFile.number}/restriction`
  const people = nameable.map(({ id, name, role }): [string, string] => [id, `${name} (${here.t.shared.role[role]})`])
  return layout(here, {
    title: `${a.restrictionTitle} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'overview')}<h2>${a.restrictionTitle}</h2><p class="lead">${a.restrictionLead}</p>
${f.problems()}
${stands(here, shown, path)}
<form method="post" action="${path}" class="card long">${f.checks('restrictedTo', people, { hint: a.restrictedToHint })}
${f.area('why', { rows: 3 })}
<button class="primary">${caseFile.restricted ? a.restrictAgain : a.restrict}</button></form>`,
  })
}

function stands(here: Here, { caseFile: { restricted }, names }: Shown, path: string): Html {
  const a = here.t.access
  if (!restricted) return html`<p>${a.notRestricted}</p>`
  const who = names.get(restricted.by) ?? restricted.by
  return html`<section class="card">${factList([
    [here.t.fields.restrictedTo, restricted.to.map((id) => names.get(id) ?? id).join(', ')],
    [here.t.fields.why, restricted.why],
    [a.restrictedBy, fill(here.t.shared.by, { who, when: shortMoment(here, restricted.at) })],
  ])}<form method="post" action="${path}/lifting" class="acts"><button class="danger">${a.lift}</button></form></section>`
}
