import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { codesOf, labelOf } from '../../src/codebook/codebook.ts'
import type { Missing } from '../../src/consent/gate.ts'
import { textVersion, ways } from '../../src/consent/give.ts'
import type { Refusal } from '../../src/result.ts'
import { caseHead } from '../cases/head.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { formOf, say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { answerList } from './answers.ts'
import { asked } from './asks.ts'
import { linksCard } from './links.ts'
import { giverName } from './people.ts'
import { type TextValues, textOf } from './texts.ts'

export interface Shown {
  caseFile: CaseFile
  missing: Missing[]
  names: Map<string, string>
  today: string
  /** what the explanations name */
  values: TextValues
}

/** Who agreed to what, what is missing, and the form for what was said today. */
export function consentsPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const { caseFile } = shown
  const { t } = here
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: `${t.consent.title} ${caseFile.number}`,
    refused: refusals.length > 0,
    wide: true,
    body: html`${caseHead(here, caseFile, 'consents')}
${f.problems()}
${asked(here, shown)}
<section class="card"><h2>${t.consent.recorded}</h2>${answerList(here, shown)}</section>
${linksCard(here, caseFile, f)}
${here.may('record a consent') ? recordForms(here, caseFile, f, typed, refusals) : ''}
<details class="card"><summary>${t.consent.texts}</summary><p>${fill(t.consent.textsLead, { version: textVersion })}</p>
${(['youth', 'guardian'] as const).map((audience) => explanations(here, audience, shown.values))}</details>`,
  })
}

/** What was said today, and a guardian who was not named before. */
function recordForms(
  here: Here,
  caseFile: CaseFile,
  f: ReturnType<typeof formOf>,
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const { t } = here
  const givers: [string, string][] = [
    ['youth', giverName(here, caseFile, { whose: 'youth' })],
    ...caseFile.guardians.map((_, guardian): [string, string] => [
      `guardian-${guardian}`,
      giverName(here, caseFile, { whose: 'guardian', guardian }),
    ]),
  ]
  return html`<section class="card"><h2>${t.consent.record}</h2><p>${t.consent.recordLead}</p>
<form method="post" action="/cases/${caseFile.number}/consents">
<div class="pair">${f.radios('giver', givers)}${f.radios(
    'route',
    ways.map((route) => [route, t.consent.routes[route]]),
  )}${f.text('answeredOn', { type: 'date' })}</div>
${kindsAsked(here, typed, refusals)}
<button class="primary">${t.consent.save}</button></form></section>
<details class="card"><summary>${t.consent.addGuardian}</summary>
<form method="post" action="/cases/${caseFile.number}/consents/guardians"><div class="pair">
${f.select('guardianRelation', f.codes('guardianRelation', codesOf('guardianRelation')))}
${f.text('guardianName', { optional: true, autocomplete: 'off' })}
${f.text('guardianPhone', { type: 'tel', optional: true, autocomplete: 'off' })}</div><button>${t.consent.add}</button></form></details>`
}

/** All that is explained to one of them, to be read aloud or printed. */
function explanations(here: Here, audience: 'youth' | 'guardian', values: TextValues): Html {
  const each = codesOf('consentKind').flatMap((kind): Html[] => {
    const text = textOf(kind, audience, here.lang, values)
    if (!text) return []
    const { title, say, lines } = text
    const line = ({ label, text, important }: (typeof lines)[number]) =>
      html`<br>${label}: ${important ? html`<strong>${text}</strong>` : text}`
    return [
      html`<dt>${title} <small>${labelOf('consentKind', kind, here.lang)}</small></dt><dd>${say}${lines.map(line)}</dd>`,
    ]
  })
  return html`<h3>${here.t.consent.giver[audience]}</h3><dl class="texts">${each}</dl>`
}

/** One line a kind: yes, no, or not asked. Nothing is ticked beforehand but "not asked". */
function kindsAsked(here: Here, typed: URLSearchParams, refusals: Refusal[]): Html {
  const c = here.t.consent
  const box = (kind: string, value: string, label: string, at: number) =>
    html`<label class="choice"><input type="radio" name="${kind}" value="${value}"${at === 0 ? html` id="${kind}"` : ''}${(typed.get(kind) ?? '') === value ? html` checked` : ''}> <span>${label}</span></label>`
  const problem = (kind: string) => {
    const found = refusals.find(({ field }) => field === kind)
    return found ? html`<p class="problem">${say(here, found)}</p>` : ''
  }
  return html`<div class="asked">${codesOf('consentKind').map(
    (
      kind,
    ) => html`<fieldset class="field"><legend>${labelOf('consentKind', kind, here.lang)}</legend>${problem(kind)}<div class="row">
${box(kind, 'given', c.answers.given, 0)}${box(kind, 'refused', c.answers.refused, 1)}${box(kind, '', c.notAsked, 2)}</div></fieldset>`,
  )}</div>`
}
