import { createHash } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { hashOf } from '../../src/people/password.ts'
import type { Person } from '../../src/people/person.ts'
import type { View } from '../../src/store/store.ts'
import { password } from './house.ts'
import { bora } from './samples.ts'

/** Somebody with a password who has not set up a second factor yet. */
export const newcomer: Person = { ...bora, id: 'nari', name: '나리', email: 'nari@example.test' }

export async function withNewcomer(): Promise<(view: View) => void> {
  const hash = await hashOf(password, 2 ** 10)
  return (view) => view.savePerson({ ...newcomer, password: hash })
}

/** Somebody invited at a moment, who has no password yet; `token` is what stands in the link. */
export const invited = (token: string, until: string, person: Person = newcomer): Person => ({
  ...person,
  invitation: { by: 'yoo', at: until, until, hash: createHash('sha256').update(token).digest('base64url') },
})

/** What an authenticator app shows at a moment. */
export const totpAt = (secret: string, at: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({ timestamp: Date.parse(at) })

interface Page {
  document: {
    querySelector(selector: string): { textContent: string | null } | null
    querySelectorAll(selector: string): Iterable<{ textContent: string | null }>
  }
}

/** The secret that stands on a page to be typed into an app. */
export const secretOn = ({ document }: Page): string => document.querySelector('code.secret')?.textContent ?? ''

/** The recovery codes that stand on a page. */
export const codesOn = ({ document }: Page): string[] =>
  [...document.querySelectorAll('.codes code')].map(({ textContent }) => textContent ?? '')
