import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { done } from '../../src/result.ts'
import { aCertificate, checkCodeOf } from '../support/certified.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aCaseInSessions, saveStages } from '../support/stages.ts'
import { aBrowser, aServer } from './chromium.ts'
import { faultsOn, keepShot } from './look.ts'
import { BrowserWalker } from './walker.ts'

/* What is printed: one sheet of A4 each, however long the names on it are, and the page where it is checked. */

const long = '아주아주긴이름을가진청소년 '.repeat(3).trim()
const course = {
  ko: '청소년 상담·교육 과정과 보호자 교육을 함께 하는 긴 이름의 과정',
  en: 'A course with a rather long name. '.repeat(3),
}
const number = '2026-0002'
const file: CaseFile = aCaseInSessions({
  number,
  certificates: [
    aCertificate(number, {
      ...{ name: long, programme: course, issuer: '이름이 꽤 긴 시립 청소년 상담 센터 부설 교육원' },
      ...{ basis: 'conditional-non-indictment', decisionNumber: '서울-2026-형제-123456 (2)', decidedOn: '2026-09-01' },
      ...{ orderedHours: 40, sessions: 40, minutes: 2395 },
    }),
  ],
})

let house: TestHouse
let server: Awaited<ReturnType<typeof aServer>>
let browser: Browser

const test = suite('papers of the centre')
test.before(async () => {
  house = await aHouse(saveStages)
  await house.store.change((view) =>
    done(view.saveCase({ ...file, referral: { ...file.referral, schoolId: 'river' } })),
  )
  server = await aServer(house)
  browser = await aBrowser()
})
test.after(async () => {
  await browser.close()
  server.stop()
  await house.close()
})

const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

for (const lang of ['ko', 'en'])
  test(`are one sheet of A4 each in ${lang}, and sound on a telephone`, async () => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    await new BrowserWalker(page, server.origin, house.store).signIn('han')
    if (lang === 'en') await Promise.all([page.waitForEvent('load'), page.click('button[name=lang]')])
    for (const path of ['certificates/1', 'letter']) {
      await page.goto(`${server.origin}/cases/${number}/${path}`)
      assert.is(pagesIn(await page.pdf({ preferCSSPageSize: true })), 1, path)
      await page.setViewportSize({ width: 390, height: 844 })
      await keepShot(page, `paper-${path.replace('/', '-')}-${lang}`)
      assert.equal(await faultsOn(page), [])
      assert.ok(
        (await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0,
        `${path} is too wide`,
      )
    }
    const anybody = await (await browser.newContext()).newPage()
    await anybody.setViewportSize({ width: 390, height: 844 })
    await anybody.goto(`${server.origin}/certificates/${checkCodeOf(number)}`)
    if (lang === 'en') await Promise.all([anybody.waitForEvent('load'), anybody.click('button[name=lang]')])
    await anybody.getByText(long).waitFor()
    assert.equal(await faultsOn(anybody), [])
  })

test.run()
