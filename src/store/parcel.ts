// Over 150 lines because packing and unpacking are read side by side.
import { createHash, type Hash, type KeyObject, randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import { CompactEncrypt, compactDecrypt } from 'jose'
import type { Moment } from '../time/days.ts'
import { linesOf } from './lines.ts'
import { Contents, inLines, type Listed, type Piece } from './pieces.ts'
import { sealingKeyOf } from './recovery-key.ts'
import { seal, unseal } from './seal.ts'

/*
 * A parcel: many files in one, sealed to a recovery key, that whoever packed it cannot open again. One line each (JWE):
 *
 *   label     what is in it and the key of the rest; this line alone is sealed to the recovery key
 *   1, 2, 3…  pieces of files, one after another
 *   end       the length and SHA-256 of each file, and of all lines before
 *
 * Cut short, put in another order, or changed in one bit, it is refused.
 */

export interface Label {
  version: 1
  kind: 'records' | 'keys'
  at: Moment
  /** by which the parcels of one house know one another */
  store: string
}
interface End {
  files: Listed[]
  pieces: number
  before: string
}

/** A parcel that is not as it was packed, or was packed for another recovery key. */
export class ParcelRefusal extends Error {
  readonly why: 'damaged' | 'other-key'

  constructor(why: 'damaged' | 'other-key', cause?: unknown) {
    super(why, { cause })
    this.name = 'ParcelRefusal'
    this.why = why
  }
}

const labelSeal = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM' }
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('base64url')
/** By what a parcel says for which recovery key it is, without saying the key. */
const markOf = (publicKey: string) => sha256(`saegil recovery ${publicKey}`).slice(0, 16)

/** Packs files into a new file, on disk when it resolves. Returns how many. */
export async function pack(
  path: string,
  label: Label,
  publicKey: string,
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  try {
    const key = randomBytes(32)
    const before = createHash('sha256')
    const write = async (line: string) => {
      before.update(`${line}\n`)
      await file.appendFile(`${line}\n`)
    }
    const text = Buffer.from(JSON.stringify({ ...label, key: key.toString('base64url') }))
    const labelled = new CompactEncrypt(text).setProtectedHeader({
      ...labelSeal,
      kid: markOf(publicKey),
      store: label.store,
    })
    await write(await labelled.encrypt(sealingKeyOf(publicKey)))
    const list = new Contents()
    let count = 0
    for await (const some of inLines(pieces)) {
      for (const piece of some) list.add(piece)
      const plain = some.map(([name, bytes]) => [name, bytes.toString('latin1')])
      await write(await seal(String(++count), plain, key))
    }
    const files = list.listed()
    const end: End = { files, pieces: count, before: before.digest('base64url') }
    await file.appendFile(`${await seal('end', end, key)}\n`)
    await file.sync()
    return files.length
  } finally {
    await file.close()
  }
}

/**
 * Opens a parcel and hands over its pieces in order. Throws ParcelRefusal when anything is not as it was packed, at
 * the latest when all was handed over: nothing that was taken counts before it resolves.
 */
export async function unpack(
  path: string,
  recovery: { privateKey: KeyObject; publicKey: string },
  take: (piece: Piece) => Promise<void> | void,
): Promise<Label> {
  const before = createHash('sha256')
  const list = new Contents()
  let opened: { label: Label; key: Uint8Array } | undefined
  let count = 0
  let end: End | undefined
  for await (const { bytes, whole } of linesOf(path)) {
    const line = bytes.toString('latin1')
    if (!whole || end) throw new ParcelRefusal('damaged')
    if (!opened) opened = await labelIn(line, recovery)
    else {
      const place = headOf(line).kid === 'end' ? 'end' : String(++count)
      const plain = await unseal<unknown>(place, line, opened.key).catch(refuse)
      if (place === 'end') end = endIn(line, plain as End, before, count)
      else
        for (const [name, text] of plain as [string, string][]) {
          const piece: Piece = [name, Buffer.from(text, 'latin1')]
          list.add(piece)
          await take(piece)
        }
    }
    before.update(bytes).update('\n')
  }
  if (!opened || !end || JSON.stringify(list.listed()) !== JSON.stringify(end.files)) throw new ParcelRefusal('damaged')
  return opened.label
}

const refuse = (cause: unknown): never => {
  throw new ParcelRefusal('damaged', cause)
}

async function labelIn(
  line: string,
  { privateKey, publicKey }: { privateKey: KeyObject; publicKey: string },
): Promise<{ label: Label; key: Uint8Array }> {
  const { alg, kid } = headOf(line)
  if (alg === labelSeal.alg && kid !== markOf(publicKey)) throw new ParcelRefusal('other-key')
  const options = { keyManagementAlgorithms: [labelSeal.alg], contentEncryptionAlgorithms: [labelSeal.enc] }
  const { plaintext } = await compactDecrypt(line, privateKey, options).catch(refuse)
  const { key, ...label } = JSON.parse(new TextDecoder().decode(plaintext))
  return { label, key: Buffer.from(key, 'base64url') }
}

/** The last line is in no hash, so it must be letter for letter as it was written. */
function endIn(line: string, end: End, before: Hash, count: number): End {
  const asWritten = line.split('.').map((part) => Buffer.from(part, 'base64url').toString('base64url'))
  if (asWritten.join('.') !== line || end.pieces !== count || end.before !== before.copy().digest('base64url'))
    throw new ParcelRefusal('damaged')
  return end
}

/** What a line says that it is; the seal says whether that is so. */
function headOf(line: string): { alg?: unknown; kid?: unknown; store?: unknown } {
  try {
    return JSON.parse(Buffer.from(line.slice(0, line.indexOf('.')), 'base64url').toString('utf8')) ?? {}
  } catch {
    return {}
  }
}

/** Whose parcel this says that it is, to those who cannot open it. */
export async function storeOf(path: string): Promise<unknown> {
  for await (const { bytes } of linesOf(path)) return headOf(bytes.toString('latin1')).store
  return undefined
}
