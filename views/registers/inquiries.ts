import { html } from 'hono/html'
import { given, inquiryStateOf, purposes } from '../../src/casefile/inquiry.ts'
import type { Inquiry } from '../../src/people/registers.ts'
import type { Refusal } from '../../src/result.ts'
import type { Here, Html } from '../here.ts'
import { layout } from '../layout.ts'
import { shortMoment } from '../parts/dates.ts'
import { formOf } from '../parts/form.ts'
import { stack } from '../parts/lists.ts'
import { fill, wordsOf } from '../words.ts'

interface Shown {
  inquiries: Inquiry[]
  names: Map<string, string>
}

const looks = { refused: '', awaiting: 'care', answered: 'info' }

/** What is said to whoever asks from outside, who asked, and what became of it. */
export function inquiriesPage(here: Here, shown: Shown, typed: URLSearchParams, refusals: Refusal[]): Html {
  const r = here.t.registers
  const f = formOf(here, typed, refusals)
  return layout(here, {
    title: r.inquiriesTitle,
    refused: refusals.length > 0,
    wide: true,
    body: html`<h1>${r.inquiriesTitle}</h1><p class="lead">${r.inquiriesLead}</p>
${f.problems()}
<section class="card"><h2>${r.sentenceTitle}</h2>${(['ko', 'en'] as const).map(
      (lang) => html`<p class="lead" lang="${lang}">${wordsOf(lang).registers.sentence}</p>`,
    )}</section>
${register(here, shown)}
${here.may('answer an inquiry') ? inquiryForm(here, f) : ''}`,
  })
}

function inquiryForm(here: Here, f: ReturnType<typeof formOf>): Html {
  const r = here.t.registers
  return html`<section class="card"><h2>${r.recordInquiry}</h2><form method="post" action="/inquiries">
<div class="pair">${f.text('asker')}${f.text('requestNumber', { optional: true })}</div>
${f.radios(
  'askedFor',
  purposes.map((purpose) => [purpose, r.purposes[purpose]]),
)}
${f.radios(
  'verdict',
  (['refuse', 'answer'] as const).map((verdict) => [verdict, r.answers[verdict]]),
  { hint: r.answerHint },
)}
<div class="pair">${f.text('caseNumber', { optional: true })}</div>
${f.checks(
  'give',
  given.map((one) => [one, r.given[one]]),
  { optional: true },
)}
<button class="primary">${r.saveInquiry}</button></form></section>`
}

function register(here: Here, { inquiries, names }: Shown): Html {
  const r = here.t.registers
  const by = (sentence: string, { by: who, at }: { by: string; at: string }) =>
    html`<br><small>${fill(sentence, { who: names.get(who) ?? who, when: shortMoment(here, at) })}</small>`
  const rows = inquiries.map((one) => {
    const state = inquiryStateOf(one)
    return [
      html`<span translate="no">${one.id}</span>`,
      html`${one.asker}${one.document ? html`<br><small>${one.document}</small>` : ''}`,
      r.purposes[one.purpose],
      one.caseNumber ?? '–',
      html`${one.give?.map((part) => r.given[part]).join(', ') ?? '–'}`,
      html`<span class="mark ${looks[state]}">${r.states[state]}</span>${by(r.byWhom, one)}${one.approved ? by(r.approvedBy, one.approved) : ''}${one.declined ? by(r.declinedBy, one.declined) : ''}`,
      state === 'awaiting' ? settling(here, one) : '',
    ]
  })
  const heads = [r.number, r.from, r.purpose, r.caseNumber, r.give, r.state, r.act]
  return stack(r.inquiriesTitle, heads, rows, r.noInquiries)
}

/** Two buttons for the second person, and none for the first. */
function settling(here: Here, { id, by }: Inquiry): Html | string {
  const r = here.t.registers
  if (by === here.person?.id) return r.awaits
  return html`<form method="post" action="/inquiries/${id}/approval"><button class="small" aria-label="${r.approve} ${id}">${r.approve}</button></form><form method="post" action="/inquiries/${id}/refusal"><button class="small" aria-label="${r.decline} ${id}">${r.decline}</button></form>`
}
