import { html } from 'hono/html'
import type { Here, Html } from './here.ts'
import { typedList } from './kept.ts'
import { layout } from './layout.ts'

/**
 * While the store is not there, or has no room. `sent`: a form was on its way; what was in it comes back, as far as it can be shown. It
 * may have been saved all the same, when only the word of it was lost: so it is to be looked at before it is sent again.
 */
export function unavailablePage(here: Here, isFull: boolean, sent?: { path: string; fields?: URLSearchParams }): Html {
  const u = here.t.shared.unavailable
  const { title, text } = isFull ? u.full : u
  const again =
    sent?.fields &&
    html`<form method="post" action="${sent.path}" class="card">${typedList(here, sent.fields)}
<p><button class="primary">${u.send}</button></p></form>`
  const asked = html`<p><a class="button" href="${here.address}">${u.retry}</a></p>`
  return layout(here, {
    title,
    bare: true,
    body: html`<h1>${title}</h1><p class="lead">${text}</p>
${sent ? html`<p class="lead">${again ? u.given : u.sent}</p>${again || ''}` : asked}`,
  })
}
