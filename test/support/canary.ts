/** What is typed so that it can be looked for afterwards. */
export const mark = 'ZQXCANARY'

/** The mark as it would stand in a file: as it is, in UTF-16, in hexadecimal, in Base64 at each of its three offsets. */
const disguises = [
  mark,
  Buffer.from(mark, 'utf16le').toString('latin1'),
  Buffer.from(mark).toString('hex'),
  ...[0, 1, 2].map((offset) => {
    const text = Buffer.from(' '.repeat(offset) + mark).toString('base64url')
    // letters at either end are shared with what stands before and after
    return text.slice(offset === 0 ? 0 : offset + 1, -2)
  }),
]

export const holdsMark = (bytes: Buffer): boolean =>
  disguises.some((form) => bytes.includes(Buffer.from(form, 'latin1')))
