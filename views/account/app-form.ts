import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'
import type { formOf } from '../parts/form.ts'

interface AppOffer {
  secret: string
  /** squares to a side, and the path of the dark ones */
  qr: { size: number; path: string }
}

/** White around a QR code, in squares: readers need it. */
const margin = 4

/** In groups of four, as one types it. */
const grouped = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')

/** The secret as a picture and as text, and the first code as proof that it arrived. */
export function appForm(
  here: Here,
  f: ReturnType<typeof formOf>,
  { offer, action, inside }: { offer: AppOffer; action: string; inside?: Html },
): Html {
  const t = here.t.account.app
  const side = offer.qr.size + 2 * margin
  return html`<p>${t.scan}</p>
<svg class="qr" viewBox="${-margin} ${-margin} ${side} ${side}" role="img" aria-label="${t.picture}"><rect x="${-margin}" y="${-margin}" width="${side}" height="${side}"></rect><path d="${offer.qr.path}"></path></svg>
<p>${t.byHand}</p>
<p><span class="hint">${t.secret}</span><br><code class="secret" translate="no">${grouped(offer.secret)}</code></p>
<form method="post" action="${action}">${inside}
${f.text('code', { autocomplete: 'one-time-code', hint: t.enter, short: true })}
<button class="primary">${t.button}</button>
</form>`
}
