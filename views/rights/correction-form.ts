import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { askers } from '../../src/casefile/correct.ts'
import { slugOf } from '../../src/casefile/correction-form.ts'
import { codesOf } from '../../src/codebook/codebook.ts'
import type { School } from '../../src/people/person.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf } from '../parts/form.ts'
import { fill } from '../words.ts'
import { partName } from './correction.ts'

interface Shown {
  caseFile: CaseFile
  /** the part that is put right, `guardians/1` */
  path: string
  schools: School[]
}

/** One part of a case as it stands, to be put right, with who asked and why. */
export function correctionFormPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile, path } = shown
  const r = here.t.rights
  const f = formOf(here, typed, refusals)
  const base = `/cases/${caseFile.number}/correction`
  return layout(here, {
    title: `${r.title} ${caseFile.number}`,
    refused: refusals.length > 0,
    body: html`${caseHead(here, caseFile, 'overview')}${f.problems()}
<h2>${fill(r.formTitle, { part: partName(here, path) })}</h2>
<form method="post" action="${base}/${slugOf(path)}" class="card">${f.hidden('since')}
${fieldsFor(here, f, shown)}
${f.radios(
  'requestedBy',
  askers.map((asker) => [asker, r.askers[asker]]),
)}
${f.area('why', { rows: 3 })}
<button class="primary">${r.save}</button></form>
<p class="acts"><a href="${base}">${r.back}</a></p>`,
  })
}

function fieldsFor(here: Here, f: ReturnType<typeof formOf>, { path, schools }: Shown): Html {
  const all = (list: Parameters<typeof codesOf>[0]) => f.codes(list, codesOf(list))
  if (path === 'youth')
    return html`<div class="pair">${f.text('name', { autocomplete: 'off' })}
${f.text('birthDate', { type: 'date', hint: here.t.rights.birthDateHint })}</div>${f.radios('gender', all('gender'))}
${f.text('phone', { type: 'tel', optional: true, autocomplete: 'off' })}`
  if (path === 'school')
    return html`<div class="pair">${f.select('level', all('schoolLevel'))}
${f.select(
  'schoolId',
  schools.map(({ id, name }) => [id, name]),
  { optional: true },
)}
${f.text('grade', { type: 'number', least: 1, most: 6, optional: true, short: true })}</div>`
  if (path === 'referral') return referralFields(here, f)
  return html`<div class="pair">${f.select('guardianRelation', all('guardianRelation'))}
${f.text('guardianName', { optional: true, autocomplete: 'off' })}
${f.text('guardianPhone', { type: 'tel', optional: true, autocomplete: 'off' })}</div>`
}

function referralFields({ t }: Here, f: ReturnType<typeof formOf>): Html {
  const all = (list: Parameters<typeof codesOf>[0]) => f.codes(list, codesOf(list))
  const answers: [string, string][] = [
    ['yes', t.shared.yes],
    ['no', t.shared.no],
    ['unknown', t.shared.unknown],
  ]
  return html`<div class="pair">${f.select('source', all('referralSource'))}${f.select('basis', all('referralBasis'))}</div>
${f.checks('measures', all('schoolMeasure'), { optional: true })}
<div class="pair">${f.text('decisionNumber', { optional: true })}${f.text('decidedOn', { type: 'date', optional: true })}
${f.text('orderedHours', { type: 'number', least: 1, most: 500, optional: true, short: true })}
${f.text('orderedGuardianHours', { type: 'number', least: 1, most: 100, optional: true, short: true })}
${f.text('dueOn', { type: 'date', optional: true })}</div>
${f.checks('types', all('perpetrationType'))}${f.radios('spread', answers)}
${f.checks('channels', all('channel'), { optional: true })}${f.select('relation', all('relationToVictim'))}
${f.radios('sameSchool', answers)}${f.text('happenedOn', { type: 'date', optional: true })}
${f.area('needs', { optional: true })}${f.area('request', { optional: true })}`
}
