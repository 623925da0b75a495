import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { type Corrected, correctionsOf, partAt } from '../../src/casefile/correct.ts'
import { partsOf, slugOf } from '../../src/casefile/correction-form.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { factList } from '../parts/lists.ts'
import { fill } from '../words.ts'
import { fieldTitle, placeWords } from './places.ts'
import { type Known, valueWords } from './value-words.ts'

/** What can be put right in a case, as it stands, and what was put right before. */
export function correctionsPage(here: Here, caseFile: CaseFile, known: Known): Html {
  const r = here.t.rights
  const { number } = caseFile
  return layout(here, {
    title: `${r.title} ${number}`,
    wide: true,
    body: html`${caseHead(here, caseFile, 'overview')}<h2>${r.title}</h2>
<p class="lead">${r.lead}</p><p class="notice">${r.notes}</p>
${partsOf(caseFile).map(
  (path) =>
    html`<section class="card"><div class="head"><h2>${partName(here, path)}</h2><a class="button small" href="/cases/${number}/correction/${slugOf(path)}" aria-label="${fill(r.formTitle, { part: partName(here, path) })}">${r.fix}</a></div>${standing(here, caseFile, path, known)}</section>`,
)}
<section class="card"><h2>${r.history}</h2>${history(here, correctionsOf(caseFile), known)}</section>`,
  })
}

/** `guardians/1` is the second guardian. */
export function partName({ t }: Here, path: string): string {
  const [name = '', at = '0'] = path.split('/')
  return fill(t.rights.parts[name as keyof typeof t.rights.parts], { n: Number(at) + 1 })
}

/** Not for the form: who referred and when, and other youths. */
const notHere = ['mustNotMeet', 'concerns', 'guardianTold', 'referrer', 'on', 'by', 'at', 'amended']

function standing(here: Here, caseFile: CaseFile, path: string, known: Known): Html {
  const values = Object.entries(partAt(caseFile, path) ?? {}).filter(
    ([key]) => path !== 'referral' || ![...notHere, 'schoolId'].includes(key),
  )
  return factList(
    values.map(([key, value]): [string, string] => {
      const all = Array.isArray(value) ? value : [value]
      const words = all.map((one, at) =>
        valueWords(here, known, `${path}/${key}${Array.isArray(value) ? `/${at}` : ''}`, one),
      )
      return [fieldTitle(here, path, key), words.join(', ') || '–']
    }),
  )
}

function history(here: Here, corrections: Corrected[], known: Known): Html {
  const r = here.t.rights
  if (corrections.length === 0) return html`<p>${r.noHistory}</p>`
  const words = (place: string, value: unknown) =>
    value === undefined || value === null || value === '' ? r.empty : valueWords(here, known, place, value)
  const lines = ({ what, changed }: Corrected) =>
    what.map((place) => {
      const was = changed.filter(({ path }) => path === place || path.startsWith(`${place}/`))
      const change = was
        .map(({ path, before, after }) => fill(r.change, { before: words(path, before), after: words(path, after) }))
        .join(', ')
      return html`<li>${placeWords(here, place)}: ${change || r.added}</li>`
    })
  return html`<ul class="history">${corrections.map(
    (one) => html`<li><strong>${r.askers[one.askedBy]}</strong> ${one.why}
<small>${known.people.get(one.by) ?? one.by} · ${shortMoment(here, one.at)}</small><ul>${lines(one)}</ul></li>`,
  )}</ul>`
}
