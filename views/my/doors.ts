import { html } from 'hono/html'
import type { Audience } from '../consent/texts.ts'
import type { Here, Html } from '../here.ts'
import { ownFrame } from './frame.ts'

/** Where a personal link leads: the same for every link, whether or not it opens anything. It names nobody. */
export function openingPage(here: Here, token: string): Html {
  const { title, heading, text, alone, open } = here.t.my.opening
  return ownFrame(here, {
    title,
    personal: false,
    body: html`<section class="card door"><h1>${heading}</h1><p>${text}</p>
<form method="post" action="/consent/${token}/opening"><button class="primary">${open}</button></form>
<p class="quiet">${alone}</p></section>`,
  })
}

/** Whatever no longer opens, never did, or was left to itself for too long. */
export function goneLinkPage(here: Here): Html {
  const { title, heading, text, again } = here.t.my.gone
  return ownFrame(here, {
    title,
    personal: false,
    body: html`<section class="card door"><h1>${heading}</h1><p>${text}</p><p>${again}</p></section>`,
  })
}

/** A member of staff is signed in on this device. */
export function signOutFirstPage(here: Here): Html {
  const { title, heading, text } = here.t.my.staff
  return ownFrame(here, {
    title,
    personal: false,
    body: html`<section class="card door"><h1>${heading}</h1><p>${text}</p>
<form method="post" action="/sign-out"><button class="primary">${here.t.shared.signOut}</button></form></section>`,
  })
}

/** Answers came a second time, and were others. */
export function spentPage(here: Here, whose: Audience): Html {
  const { heading, text, back } = here.t.my[whose].spent
  return ownFrame(here, {
    title: here.t.my.titles.sheet,
    body: html`<section class="card door"><h1>${heading}</h1><p>${text}</p><p><a class="button" href="/my/page">${back}</a></p></section>`,
  })
}

/** What is left after leaving. */
export function closedPage(here: Here): Html {
  const { title, heading, text } = here.t.my.closed
  return ownFrame(here, {
    title,
    personal: false,
    body: html`<section class="card door"><h1>${heading}</h1><p>${text}</p></section>`,
  })
}
