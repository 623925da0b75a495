import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { aCaseInSessions } from '../support/stages.ts'
import { aBrowser, aServer } from './chromium.ts'
import { BrowserWalker } from './walker.ts'

const answered = (wave: 'intake' | 'exit', row: number): CaseFile['surveys'][number] => {
  const survey = newestOf(shipped, wave)!
  return {
    ...{ id: `${wave}-1`, survey: wave, version: survey.version, wave, expiresAt: '2026-12-01T00:00:00.000Z' },
    ...signed(),
    response: { at: '2026-11-16T02:00:00.000Z', lang: 'ko', answers: wholeAnswers(survey, row) },
  }
}

const charts = suite('charts in a real browser')

charts('are drawn from their tables, saved as pictures, and drawn anew for paper', async () => {
  const house = await aHouse((view) => {
    for (const [at, row] of [1, 2, 3, 4, 3, 2, 1].entries())
      view.saveCase(
        aCaseInSessions({ number: `2026-000${at + 1}`, surveys: [answered('intake', row), answered('exit', 3)] }),
      )
  })
  const server = await aServer(house)
  const browser = await aBrowser()
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await new BrowserWalker(page, server.origin, house.store).signIn('seo')
    await page.goto(`${server.origin}/report/outcome?scale=CTRL`)
    const drawn = () =>
      page.$$eval('.chart', (boxes) =>
        boxes.map((box) => {
          const canvas = box.querySelector('canvas')
          const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
          // white ground all over, and ink on it
          return (box as HTMLElement).dataset.chart + String(pixels.some((one, at) => at % 4 === 0 && one < 128))
        }),
      )
    assert.equal(await drawn(), ['meanstrue', 'meanstrue', 'linestrue', 'dotstrue'])
    const buttons = await page.$$('.save-picture')
    assert.is(buttons.length, 2, 'charts of single people cannot be saved')
    const [download] = await Promise.all([page.waitForEvent('download'), buttons[0]?.click()])
    assert.is(download.suggestedFilename(), 'chart-1.png')
    assert.equal([...readFileSync(await download.path()).subarray(1, 4)], [...Buffer.from('PNG')])
    await page.pdf({ format: 'A4' })
    assert.equal(await drawn(), ['meanstrue', 'meanstrue', 'linestrue', 'dotstrue'])
    await page.goto(`${server.origin}/report`)
    assert.ok((await drawn()).filter((one) => one === 'barstrue').length > 3)
    assert.equal(complaints, [])
  } finally {
    await browser.close()
    server.stop()
    await house.close()
  }
})

charts.run()
