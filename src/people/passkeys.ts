import { createHash } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Passkey, Person } from './person.ts'

/** Where a passkey is good: the name of this house, and the origin that its pages come from. */
export interface Place {
  host: string
  origin: string
}

/** 25 MB of memory, and few have a passkey: read when the first one is used. */
const library = () => import('@simplewebauthn/server')

/** Whether a challenge is one that this browser was shown. */
type IsOurs = (challenge: string) => boolean
type Challenge = Uint8Array<ArrayBuffer>

/** What a passkey keeps as the name of its account: the same for a person always, and it says nothing about them. */
export const userHandleOf = (personId: string): string =>
  createHash('sha256').update(`passkeys of ${personId}`).digest('base64url')

const known = ({ id, transports }: Passkey) => ({ id, transports: transports as AuthenticatorTransport[] })

/** For `navigator.credentials.create`. The passkey must be able to sign in by itself, and must ask for finger or PIN. */
export const newPasskeyOptions = async (person: Person, { host }: Place, challenge: Challenge) =>
  (await library()).generateRegistrationOptions({
    rpName: 'Saegil',
    rpID: host,
    userID: new Uint8Array(Buffer.from(userHandleOf(person.id), 'base64url')),
    userName: person.email,
    userDisplayName: person.name,
    challenge,
    // we believe no maker's word about a device, so we ask for none
    attestationType: 'none',
    excludeCredentials: (person.factors?.passkeys ?? []).map(known),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** For `navigator.credentials.get`: any passkey of this house, or one of a known person. */
export const passkeyOptions = async ({ host }: Place, challenge: Challenge, person?: Person) =>
  (await library()).generateAuthenticationOptions({
    rpID: host,
    challenge,
    userVerification: 'required',
    ...(person && { allowCredentials: (person.factors?.passkeys ?? []).map(known) }),
  })

/** What the browser handed over, when it looks like that at all: the library throws on whatever else is wrong. */
function handedOver(text: string): { id: string; response: Record<string, unknown> } | undefined {
  try {
    const value = text.length < 20_000 ? JSON.parse(text) : undefined
    return typeof value?.id === 'string' && typeof value.response === 'object' && value.response ? value : undefined
  } catch {
    return undefined
  }
}

/** Which passkey somebody says to have used. */
export const passkeyIdIn = (text: string): string | undefined => handedOver(text)?.id

/** Statements that are checked without asking anybody on the network for lists of certificates. */
const formats = ['none', 'packed']

/** The new passkey in what the browser handed over; undefined when anything about it is wrong. */
export async function passkeyIn(
  text: string,
  { host, origin }: Place,
  isOurs: IsOurs,
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | undefined> {
  const response = handedOver(text) as RegistrationResponseJSON | undefined
  try {
    if (!response || !formats.includes(await formatOf(response))) return undefined
    const { verified, registrationInfo } = await (await library()).verifyRegistrationResponse({
      response,
      expectedChallenge: isOurs,
      expectedOrigin: origin,
      expectedRPID: host,
    })
    if (!verified) return undefined
    const { id, publicKey, counter, transports } = registrationInfo.credential
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports: named(transports) }
  } catch {
    return undefined
  }
}

async function formatOf({ response }: RegistrationResponseJSON): Promise<string> {
  const { decodeAttestationObject, isoBase64URL } = await import('@simplewebauthn/server/helpers')
  return decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject)).get('fmt')
}

/** Ways to reach a passkey, as far as they are words that a browser may be handed back. */
const named = (transports: unknown): string[] =>
  Array.isArray(transports) ? transports.filter((one) => /^[a-z-]{1,20}$/.test(one)).slice(0, 8) : []

/**
 * The counter of a passkey after it signed our challenge for this person; undefined when it did not. A counter that
 * did not grow is refused as well: the key may have been copied. The finger or PIN must have been asked for.
 */
export async function counterAfter(
  text: string,
  { id, publicKey, counter }: Passkey,
  personId: string,
  { host, origin }: Place,
  isOurs: IsOurs,
): Promise<number | undefined> {
  const response = handedOver(text) as AuthenticationResponseJSON | undefined
  try {
    const handle = response?.response.userHandle
    if (!response || response.id !== id || (handle && handle !== userHandleOf(personId))) return undefined
    const { verified, authenticationInfo } = await (await library()).verifyAuthenticationResponse({
      response,
      expectedChallenge: isOurs,
      expectedOrigin: origin,
      expectedRPID: host,
      credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
