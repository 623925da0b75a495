import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Site } from './site.ts'

const compress = promisify(brotliCompress)
/** Five is a few milliseconds for our largest page, and nearly as small as it gets. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
const least = 1024

/**
 * Packs an answer for a slow line. Only behind routes that write nothing of what was asked into their answer: else its
 * length would tell, guess by guess, what stands beside it (BREACH).
 */
export const packed: MiddlewareHandler<Site> = async (c, next) => {
  await next()
  if (!c.res.ok || c.res.headers.has('Content-Encoding')) return
  if (!/\bbr\b/.test(c.req.header('Accept-Encoding') ?? '')) return
  const plain = Buffer.from(await c.res.clone().arrayBuffer())
  if (plain.length < least) return
  const small = await compress(plain, { params })
  const headers = new Headers(c.res.headers)
  headers.set('Content-Encoding', 'br')
  headers.delete('Content-Length')
  c.res = new Response(new Uint8Array(small), { status: c.res.status, headers })
}
