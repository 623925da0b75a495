import { html } from 'hono/html'
import type { Here, Html, ShownNotice } from '../here.ts'
import { layout } from '../layout.ts'
import { noticeLine } from '../parts/notice-strip.ts'

/** All that the reader was told lately. */
export function noticesPage(here: Here, notices: ShownNotice[]): Html {
  const n = here.t.log.notices
  return layout(here, {
    title: n.title,
    body: html`<h1>${n.title}</h1>${
      notices.length === 0
        ? html`<p class="nothing">${n.none}</p>`
        : html`<section class="card"><ul class="history">${notices.map(
            (one) =>
              html`<li>${noticeLine(here, one)} ${one.seenAt ? '' : html`<span class="mark info">${n.unseen}</span>`}</li>`,
          )}</ul></section>`
    }`,
  })
}
