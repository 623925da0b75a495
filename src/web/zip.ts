import { crc32, inflateRawSync } from 'node:zlib'

/** An archive that cannot be read as one, is locked, or would become too large. */
export class NotUnpacked extends Error {
  readonly why: 'broken' | 'locked' | 'too-large'

  constructor(why: NotUnpacked['why']) {
    super(why)
    this.why = why
  }
}

interface Entry {
  name: string
  packed: Buffer
  method: number
}

/** More parts than a spreadsheet has, by far. */
const mostEntries = 500

/**
 * The same archive with nothing compressed in it, of the files that `wanted` names alone. What comes out is never larger than
 * `most` bytes: it is unpacked here, under that cap, whatever the archive says of its own sizes, so that whoever reads
 * on has nothing left to unpack. Throws NotUnpacked.
 */
export function unpacked(zip: Buffer, wanted: (name: string) => boolean, most: number): Buffer {
  let left = most
  const files = entriesOf(zip)
    .filter(({ name }) => wanted(name))
    .map(({ name, packed, method }) => {
      const data = method === 0 ? packed : inflated(packed, left)
      left -= data.length
      if (left < 0) throw new NotUnpacked('too-large')
      return { name, data }
    })
  return stored(files)
}

function inflated(packed: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (failure) {
    const { code } = failure as { code?: string }
    throw new NotUnpacked(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken')
  }
}

/** What the list at the end of the archive names (APPNOTE.TXT 4.3.12 and 4.3.16). */
function entriesOf(zip: Buffer): Entry[] {
  try {
    const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    if (end < 0) throw new NotUnpacked('broken')
    const count = zip.readUInt16LE(end + 10)
    if (count > mostEntries) throw new NotUnpacked('too-large')
    const entries: Entry[] = []
    for (let at = zip.readUInt32LE(end + 16); entries.length < count; ) {
      if (zip.readUInt32LE(at) !== 0x02014b50) throw new NotUnpacked('broken')
      const [nameLength, extra, remark] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ]
      if (zip.readUInt16LE(at + 8) & 1) throw new NotUnpacked('locked')
      entries.push({
        name: zip.toString('utf8', at + 46, at + 46 + nameLength),
        ...bodyAt(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20)),
      })
      at += 46 + nameLength + extra + remark
    }
    return entries
  } catch (failure) {
    throw failure instanceof NotUnpacked ? failure : new NotUnpacked('broken')
  }
}

function bodyAt(zip: Buffer, at: number, length: number): Omit<Entry, 'name'> {
  if (zip.readUInt32LE(at) !== 0x04034b50) throw new NotUnpacked('broken')
  const method = zip.readUInt16LE(at + 8)
  if (method !== 0 && method !== 8) throw new NotUnpacked('broken')
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  if (from + length > zip.length) throw new NotUnpacked('broken')
  return { method, packed: zip.subarray(from, from + length) }
}

function stored(files: { name: string; data: Buffer }[]): Buffer {
  let at = 0
  const parts = files.map(({ name, data }) => {
    const path = Buffer.from(name)
    // version, flags (UTF-8 names), method, time, date, checksum, size twice, length of the name
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(0x0800, 2)
    about.writeUInt32LE(crc32(data), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(data.length, 18)
    about.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, path, data])
    const listed = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, Buffer.alloc(14), path])
    listed.writeUInt32LE(at, 42)
    at += local.length
    return { local, listed }
  })
  const list = Buffer.concat(parts.map(({ listed }) => listed))
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts.map(({ local }) => local), list, end])
}
