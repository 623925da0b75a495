import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { chromium } from 'playwright-core'
import { suite } from 'uvu'
import * as way from '../journeys/whole-way.ts'
import { aHouse } from '../support/house.ts'
import { answerOnPhone } from './phone.ts'
import { BrowserWalker } from './walker.ts'

const journey = suite('the whole way in a real browser')

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']

journey('from the school’s referral to the figures, the youth on a phone', async () => {
  const house = await aHouse()
  await way.prepare(house)
  const server = serve({ fetch: house.site.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({
    executablePath,
    args: [...flags, '--disable-component-update', '--disable-sync'],
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const walker = new BrowserWalker(page, origin)
  try {
    const before = await way.figures(house)
    await way.refer(walker)
    await way.accept(walker)
    await way.agree(walker)
    await way.intake(walker)
    await answerOnPhone(browser, await way.issue(walker, '시작 설문'), 2)
    await way.bookEleven(walker, house)
    await way.holdTen(walker, house)
    await way.writeNotes(walker, house)
    await answerOnPhone(browser, await way.issue(walker, '마침 설문'), 4)
    await walker.open('/cases/2026-0002/surveys')
    await walker.mustSee('시작과 마침', '차이')
    await way.close(walker)
    await way.compare(house, before)
  } finally {
    await browser.close()
    server.close()
    await house.close()
  }
})

journey.run()
