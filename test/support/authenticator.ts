import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/*
 * A passkey as a phone keeps one, with what a hostile one might do: it signs whatever it is told, for any origin. ES256;
 * no attestation, since the house asks for none.
 */

interface Asked {
  challenge: string
}

/** What may be other than it should. */
export interface Odd {
  origin?: string
  host?: string
  challenge?: string
  type?: string
  /** whether a finger or a PIN was asked for */
  verified?: boolean
  counter?: number
  userHandle?: string
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
const url64 = (data: string | Uint8Array): string => Buffer.from(data).toString('base64url')

/** CBOR as far as a key and a statement need it: lengths below 2^16. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 256) return Buffer.from([(major << 5) | 24, value])
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255])
}
const int = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value))
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value])
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)])
const map = (...pairs: [Buffer, Buffer][]): Buffer => Buffer.concat([head(5, pairs.length), ...pairs.flat()])

export class Authenticator {
  readonly id = url64(randomBytes(32))
  readonly #origin: string
  readonly #publicKey: Buffer
  readonly #privateKey: KeyObject
  #counter = 0

  constructor(origin = 'https://saegil.test') {
    this.#origin = origin
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
    this.#privateKey = privateKey
    this.#publicKey = map(
      [int(1), int(2)],
      [int(3), int(-7)],
      [int(-1), int(1)],
      [int(-2), bytes(left)],
      [int(-3), bytes(right)],
    )
  }

  /** What `navigator.credentials.create` would hand over, as the page's script puts it into the form. */
  made(options: Asked, odd: Odd = {}): string {
    const credential = Buffer.from(this.id, 'base64url')
    const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.length]), credential, this.#publicKey])
    const authData = Buffer.concat([this.#data(0x40, odd), key])
    const attestation = map([text('fmt'), text('none')], [text('attStmt'), map()], [text('authData'), bytes(authData)])
    return this.#answer({
      clientDataJSON: url64(this.#client('webauthn.create', options, odd)),
      attestationObject: url64(attestation),
      transports: ['internal'],
    })
  }

  /** What `navigator.credentials.get` would hand over. */
  signed(options: Asked, odd: Odd = {}): string {
    this.#counter++
    const authData = this.#data(0, odd)
    const client = this.#client('webauthn.get', options, odd)
    const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), this.#privateKey)
    const { userHandle } = odd
    return this.#answer({
      ...{ clientDataJSON: url64(client), authenticatorData: url64(authData), signature: url64(signature) },
      ...(userHandle && { userHandle }),
    })
  }

  #answer(response: object): string {
    return JSON.stringify({ id: this.id, rawId: this.id, type: 'public-key', response, clientExtensionResults: {} })
  }

  #client(type: string, { challenge }: Asked, odd: Odd): Buffer {
    const said = { type: odd.type ?? type, challenge: odd.challenge ?? challenge, origin: odd.origin ?? this.#origin }
    return Buffer.from(JSON.stringify({ ...said, crossOrigin: false }))
  }

  #data(more: number, { host, verified = true, counter }: Odd): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter ?? this.#counter)
    const flags = 0x01 | (verified ? 0x04 : 0) | more
    return Buffer.concat([sha256(host ?? new URL(this.#origin).hostname), Buffer.from([flags]), count])
  }
}

interface Visitor {
  document: { querySelector(selector: string): unknown }
  press(button: string): Promise<unknown>
}
interface Element {
  value: string
  getAttribute(name: string): string | null
}

/** Does what the page's script does: has the passkey answer what the page asks, and sends the form. */
export async function sendPasskey(visitor: Visitor, button: string, answer: (options: Asked) => string): Promise<void> {
  const form = visitor.document.querySelector('form[data-passkey]') as Element
  const field = visitor.document.querySelector('form[data-passkey] input[name=assertion]') as Element
  field.value = answer(JSON.parse(form.getAttribute('data-options') ?? ''))
  await visitor.press(button)
}
