import { readFileSync } from 'node:fs'
import type { PoolConfig } from 'pg'

/** How a database is reached: see DatabaseWay in settings.ts. */
export interface Way {
  url: string
  sealed: boolean
  ca?: string
}

/** For the driver. Beyond this machine nothing is sent unsealed, nor to whoever cannot prove to be that host. */
export function connectTo({ url, sealed, ca }: Way): PoolConfig {
  if (!sealed) return { connectionString: url }
  const vouched = ca === undefined ? {} : { ca: readFileSync(ca, 'utf8') }
  return { connectionString: url, ssl: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...vouched } }
}
