import { suite } from 'uvu'
import * as way from '../journeys/whole-way.ts'
import { aHouse } from '../support/house.ts'
import { aBrowser, aServer } from './chromium.ts'
import { answerOnPhone } from './phone.ts'
import { BrowserWalker } from './walker.ts'

const journey = suite('the whole way in a real browser')

journey('from the school’s referral to the figures, the youth on a phone', async () => {
  const house = await aHouse()
  await way.prepare(house)
  const server = await aServer(house)
  const browser = await aBrowser()
  const walker = new BrowserWalker(await browser.newPage(), server.origin, house.store)
  try {
    const before = await way.figures(house)
    await way.refer(walker)
    await way.accept(walker)
    await way.agree(walker)
    await way.intake(walker)
    await answerOnPhone(browser, await way.issue(walker, '사전 설문'), 2)
    await way.bookEleven(walker, house)
    await way.holdTen(walker, house)
    await way.writeNotes(walker, house)
    await answerOnPhone(browser, await way.issue(walker, '사후 설문'), 4)
    await way.seeChange(walker)
    await way.close(walker)
    await way.compare(house, before)
  } finally {
    await browser.close()
    server.stop()
    await house.close()
  }
})

journey.run()
