import { HTTPException } from 'hono/http-exception'
import type { Ask } from './site.ts'

/** More fields than any form of ours has, by far. */
const mostFields = 400

/** The fields of a posted form. Anything that is not a form of ours ends the request with 400 or 415. */
export async function fieldsOf(c: Ask): Promise<URLSearchParams> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase()
  const body = await c.req.text()
  if (type !== 'application/x-www-form-urlencoded' && !(type === '' && body === '')) throw new HTTPException(415)
  const fields = new URLSearchParams(body)
  if (fields.size > mostFields) throw new HTTPException(400)
  return fields
}

/** The object in a JSON body; 400 when it is none, 415 when it does not call itself JSON. */
export async function jsonOf(c: Ask): Promise<Record<string, unknown>> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new HTTPException(415)
  const value = await c.req.json().catch(() => undefined)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new HTTPException(400)
  return value
}
