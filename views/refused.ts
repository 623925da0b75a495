import { html } from 'hono/html'
import type { Here, Html } from './here.ts'
import { layout } from './layout.ts'

/** Says no, and what to do next. The same for everything that is not there or not to be known. */
export function refusedPage(here: Here, why: keyof Here['t']['shared']['refused']): Html {
  const { title, text } = here.t.shared.refused[why]
  const [to, label] = here.person ? ['/', here.t.shared.home] : ['/sign-in', here.t.shared.signIn.title]
  return layout(here, {
    title,
    body: html`<h1>${title}</h1><p class="lead">${text}</p><p><a class="button" href="${to}">${label}</a></p>`,
  })
}
