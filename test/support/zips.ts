import { inflateRawSync } from 'node:zlib'

/*
 * Archives made by hand, so that they can lie. Each entry is deflated already; its checksum and sizes are not those of
 * what it holds.
 */

interface Entry {
  name: string
  data: Buffer
  method?: number
}

export function aZip(entries: Entry[]): Buffer {
  let at = 0
  const parts = entries.map(({ name, data, method = 0 }) => {
    const path = Buffer.from(name)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(method, 4)
    about.writeUInt32LE(data.length, 14)
    // whatever it unpacks to, it says that it is small
    about.writeUInt32LE(100, 18)
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
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts.map(({ local }) => local), list, end])
}

/** An archive with one of its files replaced by something that is deflated already. */
export function withEntry(zip: Buffer, name: string, deflated: Buffer): Buffer {
  const others = entriesOf(zip).filter((one) => one.name !== name)
  return aZip([...others, { name, data: deflated, method: 8 }])
}

function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const entries: Entry[] = []
  for (let at = zip.readUInt32LE(end + 16); entries.length < zip.readUInt16LE(end + 10); ) {
    const [length, extra, remark] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const method = zip.readUInt16LE(at + 10)
    const data = method === 8 ? inflateRawSync(packed) : packed
    entries.push({ name: zip.toString('utf8', at + 46, at + 46 + length), data })
    at += 46 + length + extra + remark
  }
  return entries
}
