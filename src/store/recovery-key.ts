import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'

/*
 * The recovery key: 32 random bytes that stand on paper and nowhere else, shown once at set-up. Backups are sealed to
 * its public half, so that whoever takes a backup, or the house itself, opens none of them. Written as 14 groups of
 * four letters; the last letters are a check on the others, so that a slip of the pen or of the fingers is found.
 */

/** Digits and letters without I, L, O and U, which are taken for others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const takenFor: Record<string, string> = { O: '0', I: '1', L: '1' }
const secretBytes = 32
const checkBytes = 3
const letters = ((secretBytes + checkBytes) * 8) / 5

/** What is wrong with a text that should be a recovery key. The message says so in a sentence. */
export class RecoveryKeySlip extends Error {
  readonly why: 'length' | 'letter' | 'slip'

  constructor(why: 'length' | 'letter' | 'slip', message: string) {
    super(message)
    this.name = 'RecoveryKeySlip'
    this.why = why
  }
}

/** A new one. `text` is for paper only; `publicKey` is what the house keeps. */
export function newRecoveryKey(): { text: string; publicKey: string } {
  const secret = randomBytes(secretBytes)
  const all = lettersOf(Buffer.concat([secret, checkOf(secret)]))
  return { text: (all.match(/.{4}/g) ?? []).join('-'), publicKey: publicHalf(privateHalf(secret)) }
}

/** The public half of a recovery key as it was typed. Throws RecoveryKeySlip when it is none. */
export const publicKeyOf = (text: string): string => publicHalf(privateKeyOf(text))

/** Whether this is the recovery key with that public half; false, too, for a text that is no recovery key at all. */
export function isRecoveryKeyOf(text: string, publicKey: string): boolean {
  try {
    return publicKeyOf(text) === publicKey
  } catch (failure) {
    if (failure instanceof RecoveryKeySlip) return false
    throw failure
  }
}

/** The private half of a recovery key as it was typed: in any case, with or without hyphens and spaces. */
export function privateKeyOf(text: string): KeyObject {
  const bytes = bytesIn(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}.,]/gu, ''),
  )
  const secret = bytes.subarray(0, secretBytes)
  if (!checkOf(secret).equals(bytes.subarray(secretBytes)))
    throw new RecoveryKeySlip('slip', 'The recovery key holds a slip: compare it with the paper, letter by letter.')
  return privateHalf(secret)
}

/** A public half as it is kept, as a key to seal to. */
export const sealingKeyOf = (publicKey: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: publicKey }, format: 'jwk' })

const checkOf = (secret: Buffer): Buffer =>
  createHash('sha256').update('saegil recovery key').update(secret).digest().subarray(0, checkBytes)

/** X25519 private keys are any 32 bytes behind this (PKCS #8, RFC 8410). */
const before = Buffer.from('302e020100300506032b656e04220420', 'hex')

function privateHalf(secret: Buffer): KeyObject {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'saegil recovery', 32))
  return createPrivateKey({ key: Buffer.concat([before, bytes]), format: 'der', type: 'pkcs8' })
}

const publicHalf = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).x ?? ''

function lettersOf(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')
}

function bytesIn(typed: string): Buffer {
  const values = [...typed].map((letter) => alphabet.indexOf(takenFor[letter] ?? letter))
  const wrong = [...typed][values.indexOf(-1)]
  if (wrong !== undefined)
    throw new RecoveryKeySlip(
      'letter',
      `A recovery key holds no “${wrong}”: it is digits and letters in groups of four.`,
    )
  if (values.length !== letters)
    throw new RecoveryKeySlip('length', `A recovery key has ${letters} letters; these are ${values.length}.`)
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
