import { html } from 'hono/html'
import type { Here, Html } from '../here.ts'

interface Asked {
  /** what the browser is asked, as JSON; absent where passkeys cannot be used */
  options?: string
  /** where the answer goes */
  action: string
  way: 'get' | 'create'
  button: string
  look?: string
  /** further fields of the form */
  inside?: Html
  /** what stands below it, and is there only with it */
  below?: Html
}

/**
 * A form that only a browser with passkeys shows: its script has the browser ask for one, puts the answer into the
 * form and sends it.
 */
export const passkeyForm = ({ t }: Here, { options, action, way, button, look, inside, below }: Asked): Html =>
  options === undefined
    ? html``
    : html`<form method="post" action="${action}" data-passkey="${way}" data-options="${options}" hidden>
<p class="problem" role="alert" hidden>${t.account.passkey.failed}</p>
${inside}<input type="hidden" name="assertion" value="">
<button${look ? html` class="${look}"` : ''}>${button}</button>${below}</form>`

/** Said where passkeys cannot be used; the script takes it away where they can. */
export const withoutPasskeys = ({ t }: Here): Html =>
  html`<p class="hint" data-without-passkeys>${t.account.passkey.unable}</p>`

/** The word between two ways. */
export const or = ({ t }: Here): Html => html`<p class="or">${t.account.passkey.or}</p>`
