import { html } from 'hono/html'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { labelOf } from '../../src/codebook/codebook.ts'
import type { Here, Html } from '../here.ts'

/** What must be watched with this youth, and what was settled, each with how. */
export function concernsCard(here: Here, caseFile: CaseFile): Html {
  const c = here.t.cases
  if (caseFile.concerns.length === 0) return html``
  return html`<section class="card"><h2>${c.concernsTitle}</h2><ul class="history">${caseFile.concerns.map(
    ({ code, severity, from, settled }, at) =>
      html`<li><span class="mark ${settled ? '' : severity === 'urgent' ? 'bad' : 'care'}">${settled ? c.settled : c.severity[severity]}</span> ${labelOf('concern', code, here.lang)} <small>${c.concernFrom[from]}</small>${
        settled
          ? html`<br><small>${settled.how}</small>`
          : !here.may('settle a concern')
            ? ''
            : html`<details><summary>${c.settle}</summary><form method="post" action="/cases/${caseFile.number}/concerns/${at}/settlement" class="inline"><label for="how-${at}">${c.how}</label><input type="text" id="how-${at}" name="how"><button class="small">${c.settle}</button></form></details>`
      }</li>`,
  )}</ul></section>`
}
