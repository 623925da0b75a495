import { type Deed, mightEver } from '../people/may.ts'
import type { Ask } from './site.ts'
import { mostMiB } from './tables.ts'

/** The only path that takes a file, and who may send one: everyone else's goes the way of any form. */
const path = '/report/import'
const deed: Deed = 'import cases'

/** With what stands around the file in the request. */
export const largestUpload = mostMiB * 1024 * 1024 + 16 * 1024

/** More parts than that form has. */
const mostParts = 20

export const isUpload = (c: Ask): boolean =>
  c.req.method === 'POST' &&
  c.req.path === path &&
  /^multipart\/form-data\s*;/i.test(c.req.header('Content-Type') ?? '') &&
  c.var.person !== undefined &&
  mightEver(c.var.person, deed)

/** Read once for each request: first for the token, then for the file. */
const read = new WeakMap<object, Promise<FormData | undefined>>()

/** The parts of an upload; undefined when it cannot be read as one. */
export async function partsIn(c: Ask): Promise<FormData | undefined> {
  const known = read.get(c.req)
  if (known) return known
  const headers = { 'Content-Type': c.req.header('Content-Type') ?? '' }
  const parts = c.req
    .arrayBuffer()
    .then((body) => new Response(body, { headers }).formData())
    .catch(() => undefined)
  read.set(c.req, parts)
  return parts
}

/** Counted before one of them is read, by what stands between them. */
export async function hasTooManyParts(c: Ask): Promise<boolean> {
  const type = c.req.header('Content-Type') ?? ''
  const [, quoted, plain] = /(?:^|;)\s*boundary=(?:"([^"\\]+)"|([^\s;"]+))/i.exec(type) ?? []
  const between = quoted ?? plain
  // what names two, even one within quotes or in another's name, could be read in two ways
  if (!between || type.split(/boundary=/i).length > 2) return true
  const body = Buffer.from(await c.req.arrayBuffer())
  let parts = 0
  for (let at = body.indexOf(`--${between}`); at >= 0 && parts <= mostParts; at = body.indexOf(`--${between}`, at + 2))
    parts++
  return parts > mostParts
}

/** A file of an upload, with its name without what may not stand in one; undefined when none was chosen. */
export async function fileIn(c: Ask, field: string): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const file = isUpload(c) ? (await partsIn(c))?.get(field) : undefined
  if (!(file instanceof File) || file.size === 0) return undefined
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
