import { html } from 'hono/html'
import type { followsFrom, OwnAnswer } from '../../src/consent/own-page.ts'
import type { Refusal } from '../../src/result.ts'
import type { Audience, TextValues } from '../consent/texts.ts'
import type { Here, Html } from '../here.ts'
import { say } from '../parts/form.ts'
import { fill } from '../words.ts'
import { ownFrame } from './frame.ts'
import { consentName } from './page.ts'

interface Asked {
  whose: Audience
  answer: OwnAnswer
  follows: ReturnType<typeof followsFrom>
  values: TextValues
}

/** Before a yes is taken back: what follows from it. Why is theirs to say or not. */
export function withdrawalPage(
  here: Here,
  { whose, answer, follows, values }: Asked,
  typed: URLSearchParams,
  refusals: Refusal[],
): Html {
  const w = here.t.my[whose].withdrawal
  const [problem] = refusals
  return ownFrame(here, {
    title: here.t.my.titles.withdrawal,
    refused: refusals.length > 0,
    body: html`<h1>${fill(w.heading, { kind: consentName(here, whose, answer.kind, values) })}</h1>
<section class="card"><p class="big">${fill(w.follows[follows], values)}</p><p>${w.before}</p>
<form method="post" action="/my/answers/${answer.number}/withdrawal"><div class="ask${problem ? ' wrong' : ''}"><label for="why">${w.why}</label>
${problem ? html`<p class="problem" id="why-problem" tabindex="-1">${say(here, problem)}</p>` : ''}<textarea id="why" name="why" rows="3"${problem ? html` aria-describedby="why-problem" aria-invalid="true"` : ''}>${typed.get('why') ?? ''}</textarea></div>
<p class="send"><button class="primary">${w.withdraw}</button> <a class="button" href="/my/page">${w.back}</a></p></form></section>`,
  })
}
