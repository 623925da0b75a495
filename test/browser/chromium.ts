import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { type Browser, chromium } from 'playwright-core'
import type { TestHouse } from '../support/house.ts'

const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
const offline = ['--disable-background-networking', '--disable-component-update']

/** Debian's Chromium, or the one that CHROMIUM names; it asks nothing of the network by itself. */
export const aBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...quiet, ...offline],
    // what is loopback only is never asked of a proxy
    env: { ...process.env, http_proxy: '', https_proxy: '' },
  })

/** A house behind a real port of this machine. */
export async function aServer({ site }: Pick<TestHouse, 'site'>): Promise<{ origin: string; stop(): void }> {
  const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
