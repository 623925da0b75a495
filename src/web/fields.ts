import { HTTPException } from 'hono/http-exception'
import type { Ask } from './site.ts'
import { tokenField, tokenHeader } from './token.ts'
import { hasTooManyParts, isUpload, partsIn } from './upload.ts'

/** More fields than any form of ours has, by far. */
const mostFields = 400

/** Answers to a survey nest three deep. */
const deepest = 20

const typeOf = (c: Ask) => (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase()

/** What was posted as a form, the token of the page left out; undefined when it does not call itself a form. */
export async function formIn(c: Ask): Promise<URLSearchParams | undefined> {
  if (typeOf(c) !== 'application/x-www-form-urlencoded') return undefined
  const fields = new URLSearchParams(await c.req.text())
  fields.delete(tokenField)
  return fields
}

/** The token that a request carries: in the header, or in the form. */
export async function tokenIn(c: Ask): Promise<string | undefined> {
  const inHeader = c.req.header(tokenHeader)
  if (inHeader === undefined && isUpload(c)) {
    const token = (await partsIn(c))?.get(tokenField)
    return typeof token === 'string' ? token : undefined
  }
  if (inHeader !== undefined || typeOf(c) !== 'application/x-www-form-urlencoded') return inHeader
  return new URLSearchParams(await c.req.text()).get(tokenField) ?? undefined
}

/** Whether a request calls itself something that a page of ours sends. */
export const isOwnType = (c: Ask): boolean =>
  typeOf(c) === 'application/x-www-form-urlencoded' || typeOf(c) === 'application/json' || isUpload(c)

/** Whether a form has more fields than any of ours. They are counted before one of them is read: there may be 300,000. */
export async function hasTooManyFields(c: Ask): Promise<boolean> {
  if (isUpload(c)) return hasTooManyParts(c)
  if (typeOf(c) !== 'application/x-www-form-urlencoded') return false
  const text = await c.req.text()
  let fields = 1
  for (let at = text.indexOf('&'); at >= 0 && fields <= mostFields; at = text.indexOf('&', at + 1)) fields++
  return fields > mostFields
}

/** The fields of a posted form. Anything that is not a form ends the request with 415. */
export async function fieldsOf(c: Ask): Promise<URLSearchParams> {
  const fields = await formIn(c)
  if (!fields) throw new HTTPException(415)
  return fields
}

/** A survey with every text at its longest is far smaller. */
const longestJson = 256 * 1024

/** The object in a JSON body; 400 when it is none, 413 when it is too long, 415 when it does not call itself JSON. */
export async function jsonOf(c: Ask): Promise<Record<string, unknown>> {
  if (typeOf(c) !== 'application/json') throw new HTTPException(415)
  if ((await c.req.text()).length > longestJson) throw new HTTPException(413)
  const value = await c.req.json().catch(() => undefined)
  if (isDeeper(value, deepest)) throw new HTTPException(400)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new HTTPException(400)
  return value
}

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return most === 0 || Object.values(value).some((one) => isDeeper(one, most - 1))
}
