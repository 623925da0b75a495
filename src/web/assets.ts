import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { Hono } from 'hono'
import { ownFile } from '../own-file.ts'
import type { Site } from './site.ts'

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Served as their packages ship them. survey-core's other stylesheet would call an outside font host. */
const fromPackages = [
  'htmx.org/dist/htmx.min.js',
  'chart.js/dist/chart.umd.min.js',
  'survey-core/survey.core.min.js',
  'survey-core/survey-core.fontless.min.css',
  'survey-core/i18n/korean.min.js',
  'survey-js-ui/survey-js-ui.min.js',
]

interface Asset {
  path: string
  type: string
  plain: Buffer
  /** made on first use, then kept */
  brotli?: Buffer
}

export interface Assets {
  /** the path of an asset by its file name; it holds a hash of the content, so browsers may keep it for good */
  path(name: string): string
  at(path: string): Asset | undefined
}

/** Reads every asset once. Throws when one is missing: better no start than a page without its style. */
export function readAssets(): Assets {
  const own = readdirSync(ownFile('views/assets/')).map((name) => ownFile(`views/assets/${name}`))
  const shipped = fromPackages.map((file) => ownFile(`node_modules/${file}`))
  const named = new Map<string, Asset>()
  for (const file of [...own, ...shipped]) {
    const name = file.pathname.split('/').at(-1) ?? ''
    const plain = readFileSync(file)
    const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 16)
    named.set(name, { path: `/assets/${hash}/${name}`, type: types[name.split('.').at(-1) ?? ''] ?? '', plain })
  }
  const byPath = new Map([...named.values()].map((asset) => [asset.path, asset]))
  return {
    path(name) {
      const asset = named.get(name)
      if (!asset) throw new Error(`no asset is called ${name}`)
      return asset.path
    },
    at: (path) => byPath.get(path),
  }
}

const compressed = (asset: Asset): Buffer => {
  asset.brotli ??= brotliCompressSync(asset.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return asset.brotli
}

/** Style, script and pictures: the same for everyone, so nobody is asked who they are and nothing is logged. */
export const assetRoutes = new Hono<Site>().get('/:hash/:name', (c) => {
  const asset = c.var.house.assets.at(c.req.path)
  if (!asset) return c.text('', 404)
  c.header('Content-Type', asset.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  c.header('Vary', 'Accept-Encoding')
  if (!/\bbr\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.body(new Uint8Array(asset.plain))
  c.header('Content-Encoding', 'br')
  return c.body(new Uint8Array(compressed(asset)))
})
