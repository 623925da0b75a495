import { afterCode } from '../people/factors.ts'
import { counterAfter, passkeyIdIn, passkeyOptions } from '../people/passkeys.ts'
import type { Person } from '../people/person.ts'
import { done, type Result, refused } from '../result.ts'
import { challengeCheck, newChallenge, type Purpose, placeOf } from './challenge.ts'
import { inTurn } from './guess.ts'
import type { Ask } from './site.ts'

/** What `navigator.credentials.get` is asked: for any passkey, or for one of this person. Undefined where there are none. */
export async function passkeyRequest(c: Ask, purpose: Purpose, person?: Person): Promise<string | undefined> {
  const place = placeOf(c)
  if (!place || person?.factors?.passkeys.length === 0) return undefined
  return JSON.stringify(await passkeyOptions(place, newChallenge(c, purpose), person))
}

/** A code of the authenticator app or a recovery code; used up in the same change that finds it right. */
export function withCode(c: Ask, { id }: Person, fields: URLSearchParams): Promise<Result<Person>> {
  const code = (fields.get('code') ?? '').slice(0, 100)
  return inTurn(c, { what: 'code', account: id, field: 'code' }, () =>
    c.var.store.change(async (view) => {
      const person = await view.person(id)
      const factors = person && !person.ended && afterCode(person, code, c.var.here.now)
      if (!person || !factors) return refused({ reason: 'code-wrong', field: 'code' })
      view.savePerson({ ...person, factors })
      return done({ ...person, factors })
    }),
  )
}

/**
 * Whoever owns the passkey that signed this browser's challenge; `owner`, if it must be theirs. The challenge and the
 * passkey's counter are used up in the same change that finds the signature right.
 */
export function withPasskey(
  c: Ask,
  purpose: Purpose,
  fields: URLSearchParams,
  owner?: Person,
): Promise<Result<Person>> {
  const text = fields.get('assertion') ?? ''
  const usedId = passkeyIdIn(text)
  const place = placeOf(c)
  return inTurn(c, { what: 'passkey' }, () =>
    c.var.store.change(async (view) => {
      const owners = (await view.people()).filter((one) => !one.ended && (!owner || one.id === owner.id))
      const person = owners.find(({ factors }) => factors?.passkeys.some(({ id }) => id === usedId))
      const passkey = person?.factors?.passkeys.find(({ id }) => id === usedId)
      if (!place || !person?.factors || !passkey) return refused({ reason: 'passkey-wrong' })
      const challenge = challengeCheck(c, purpose)
      const counter = await counterAfter(text, passkey, person.id, place, challenge.isOurs)
      if (counter === undefined) return refused({ reason: 'passkey-wrong' })
      challenge.spend()
      const used = { ...passkey, counter, usedAt: c.var.here.now }
      const passkeys = person.factors.passkeys.map((one) => (one === passkey ? used : one))
      view.savePerson({ ...person, factors: { ...person.factors, passkeys } })
      return done(person)
    }),
  )
}
