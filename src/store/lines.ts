import { createReadStream } from 'node:fs'

/** The lines of a file as bytes, from a place in it on; the last is not `whole` when its line break is missing. */
export async function* linesOf(path: string, start = 0): AsyncIterable<{ bytes: Buffer; whole: boolean }> {
  let parts: Buffer[] = []
  for await (const part of createReadStream(path, { start }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = part.indexOf(10); end >= 0; end = part.indexOf(10, from)) {
      yield { bytes: Buffer.concat([...parts, part.subarray(from, end)]), whole: true }
      parts = []
      from = end + 1
    }
    if (from < part.length) parts.push(part.subarray(from))
  }
  if (parts.length > 0) yield { bytes: Buffer.concat(parts), whole: false }
}
