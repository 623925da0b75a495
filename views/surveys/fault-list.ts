import { html } from 'hono/html'
import type { Fault, Place } from '../../src/surveys/faults.ts'
import type { Here, Html } from '../here.ts'
import { fill } from '../words.ts'

/** Whoever mends a file mends the first ones first, and often others with them. */
const mostShown = 30

/** What is wrong with a definition: where, and what to do, a line each. */
export function faultList(here: Here, faults: Fault[]): Html {
  const v = here.t.versions
  const more = faults.length - mostShown
  return html`<section class="card faults"><h2>${fill(v.faultsTitle, { n: faults.length })}</h2><ol>${faults
    .slice(0, mostShown)
    .map(({ what, at, of }) => html`<li><strong>${placeIn(here, at)}</strong> ${fill(v.faults[what], of)}</li>`)}</ol>${
    more > 0 ? html`<p>${fill(v.moreFaults, { n: more })}</p>` : ''
  }</section>`
}

/** `3쪽 · ‘acts’ 질문 · 2번째 답 · 영어` */
function placeIn({ t }: Here, { page, question, part, nth, lang }: Place): string {
  const p = t.versions.places
  const asked =
    typeof question === 'number'
      ? fill(p.nthQuestion, { n: question })
      : question && fill(p.question, { name: question })
  const steps = [
    page !== undefined && fill(p.page, { n: page }),
    asked,
    part && fill(p.parts[part], { n: nth ?? '' }),
    lang && p.langs[lang],
  ]
  return steps.filter(Boolean).join(' · ') || p.whole
}
