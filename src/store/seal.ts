import { CompactEncrypt, compactDecrypt } from 'jose'

/** `dir`: the key seals the record itself. `A256GCMKW`: it wraps another key. */
type Algorithm = 'dir' | 'A256GCMKW'

/** Record lengths are rounded up to this many bytes, so that a file's size says little about what is in it. */
const step = 256

/**
 * A record as an encrypted text (JWE, AES-256-GCM). Its path is sealed in with it, so that a record cannot be put in
 * another's place.
 */
export function seal(path: string, value: unknown, key: Uint8Array, alg: Algorithm = 'dir'): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(value))
  const padded = Buffer.alloc(Math.ceil(bytes.length / step) * step, ' ')
  bytes.copy(padded)
  return new CompactEncrypt(padded).setProtectedHeader({ alg, enc: 'A256GCM', kid: path }).encrypt(key)
}

/** What was sealed. Throws when the key is another, when a byte was changed, or when it was sealed for another path. */
export async function unseal<T>(path: string, text: string, key: Uint8Array, alg: Algorithm = 'dir'): Promise<T> {
  const { plaintext, protectedHeader } = await compactDecrypt(text, key, {
    keyManagementAlgorithms: [alg],
    contentEncryptionAlgorithms: ['A256GCM'],
  })
  if (protectedHeader.kid !== path) throw new Error('sealed for another place')
  return JSON.parse(new TextDecoder().decode(plaintext))
}
