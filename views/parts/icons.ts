import { html } from 'hono/html'

/** A road that turns: the house's mark. */
export const brand = html`<svg class="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="8"></rect><path d="M10 27c0-8 12-7 12-14 0-4-3-6-6-8" fill="none" stroke-width="3.4" stroke-linecap="round"></path><circle cx="10" cy="27" r="0.1"></circle></svg>`
