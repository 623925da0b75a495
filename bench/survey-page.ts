import type { CDPSession } from 'playwright-core'
import { issueSurvey } from '../src/intake/issue-survey.ts'
import { hashOf, newToken } from '../src/people/token.ts'
import { aBrowser, aServer } from '../test/browser/chromium.ts'
import { aHouse } from '../test/support/house.ts'
import { signed } from '../test/support/samples.ts'
import { aCaseInSessions } from '../test/support/stages.ts'

/*
 * How much the youth's page fetches, and how long it takes until its first question can be answered on a slow phone:
 * a processor four times slower than this one, a slow line, nothing kept from before; then the same with what the
 * browser kept. Beside it, in the same run, the sign-in page, which has no survey on it. Prints a table.
 *
 *   node --import tsx bench/survey-page.ts
 */

const lines = {
  '4G, weak': { kbit: 1600, delay: 150 },
  '3G': { kbit: 400, delay: 400 },
}
const slower = 4

interface Taken {
  /** milliseconds until there is something to read, and until it can be answered */
  shown: number
  ready: number
  kilobytes: number
  requests: number
}

const tokens = [newToken(), newToken(), newToken(), newToken()]
const house = await aHouse((view) => {
  for (const [at, token] of tokens.entries()) {
    const file = aCaseInSessions({ number: `2026-000${at + 1}`, surveys: [] })
    const link = { wave: 'intake', linkHash: hashOf(token) } as const
    const issued = issueSurvey(file, link, 1, signed('han', '2026-11-22T00:00:00.000Z'))
    if (issued.ok) view.saveCase(issued.value)
  }
})
const server = await aServer(house)
const browser = await aBrowser()

async function throttled(cdp: CDPSession, { kbit, delay }: { kbit: number; delay: number }): Promise<void> {
  const bytes = (kbit * 1000) / 8
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: delay, downloadThroughput: bytes, uploadThroughput: bytes },
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
}

/** Opens a page twice in one browser of its own: with nothing kept, and once more. */
async function timed(path: string, line: { kbit: number; delay: number }, toReady: string[]): Promise<Taken[]> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'ko-KR',
    serviceWorkers: 'block',
  })
  const taken: Taken[] = []
  for (const kept of ['nothing kept', 'kept']) {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await throttled(cdp, line)
    if (kept === 'nothing kept') await cdp.send('Network.clearBrowserCache')
    const sum = { bytes: 0, requests: 0 }
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      sum.bytes += encodedDataLength
      if (encodedDataLength > 0) sum.requests++
    })
    const began = performance.now()
    await page.goto(server.origin + path, { waitUntil: 'commit' })
    const timeout = 120_000
    await page
      .locator(toReady[0] ?? 'body')
      .first()
      .waitFor({ state: 'visible', timeout })
    const shown = performance.now() - began
    for (const selector of toReady.slice(0, -1)) await page.locator(selector).first().click({ timeout })
    await page
      .locator(toReady.at(-1) ?? 'body')
      .first()
      .waitFor({ state: 'visible', timeout })
    taken.push({ shown, ready: performance.now() - began, kilobytes: sum.bytes / 1000, requests: sum.requests })
    await page.close()
  }
  await context.close()
  return taken
}

/** The start screen must be passed first; a quick reader takes no time for it here. */
const toQuestion = ['#start', '#survey input[type=radio]']
let next = 0
console.log('page            line        kept   kB over the wire   requests   seconds to read   to answer   × sign-in')
for (const [name, line] of Object.entries(lines)) {
  const plain = await timed('/sign-in', line, ['input[name=password]'])
  const survey = await timed(`/s#${tokens[next++]}`, line, toQuestion)
  for (const [at, kept] of ['no', 'yes'].entries())
    for (const [page, taken] of [['sign-in', plain] as const, ['survey', survey] as const]) {
      const { shown, ready, kilobytes, requests } = taken[at] ?? { shown: 0, ready: 0, kilobytes: 0, requests: 0 }
      const ratio = ready / (plain[at]?.ready ?? 1)
      const cells = [page.padEnd(15), name.padEnd(11), kept.padEnd(6), kilobytes.toFixed(0).padStart(8)]
      const seconds = [shown, ready].map((time) => (time / 1000).toFixed(1).padStart(14))
      console.log(...cells, String(requests).padStart(14), ...seconds, ratio.toFixed(1).padStart(8))
    }
}
await browser.close()
server.stop()
await house.close()
