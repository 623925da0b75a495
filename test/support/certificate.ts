import { generateKeyPairSync, sign } from 'node:crypto'

/* A certificate that signs itself, made for one test run (X.509 v3, RFC 5280), so that no key lies in the repository. */

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const long = body.length.toString(16).padStart(2, '0')
  const bytes = Buffer.from(long.length % 2 ? `0${long}` : long, 'hex')
  const length =
    body.length < 128 ? Buffer.from([body.length]) : Buffer.concat([Buffer.from([128 + bytes.length]), bytes])
  return Buffer.concat([Buffer.from([tag]), length, body])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const object = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const text = (tag: number, words: string) => der(tag, Buffer.from(words))

const ecdsaWithSha256 = sequence(object('2a8648ce3d040302'))
const commonName = object('550403')
const subjectAltName = object('551d11')

/** Good for `localhost` from 2020 to 2120. */
export function aCertificate(): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const name = sequence(der(0x31, sequence(commonName, text(0x0c, 'localhost'))))
  const validity = sequence(text(0x17, '200101000000Z'), text(0x18, '21200101000000Z'))
  const names = sequence(sequence(subjectAltName, der(0x04, sequence(text(0x82, 'localhost')))))
  const signed = sequence(
    ...[der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.from([1])), ecdsaWithSha256, name, validity, name],
    ...[publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, names)],
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', signed, privateKey))
  const lines =
    sequence(signed, ecdsaWithSha256, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}
