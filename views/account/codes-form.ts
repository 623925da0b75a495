import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import type { formOf } from '../parts/form.ts'

interface CodesOffer {
  codes: string[]
  shown: string
}

/** The codes, and the box by which they begin to count. */
export function codesForm(
  here: Here,
  f: ReturnType<typeof formOf>,
  { offer, action, inside }: { offer: CodesOffer; action: string; inside?: Html },
): Html {
  const t = here.t.account.codes
  return html`<p>${t.lead}</p><p class="warning">${t.once}</p>
<ol class="codes" translate="no">${offer.codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
<form method="post" action="${action}">${inside}
<input type="hidden" name="shown" value="${offer.shown}">
${f.checks('codesKept', [['yes', t.kept]])}
<button class="primary">${t.button}</button>
</form>`
}
