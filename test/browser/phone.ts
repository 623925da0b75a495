import type { Browser } from 'playwright-core'
import * as assert from 'uvu/assert'
import { Youth } from './youth.ts'

/** Answers a survey on a youth's phone, 390 wide, by touch: in each line of a scale the choice in this place, counted from 1. */
export async function answerOnPhone(
  browser: Browser,
  link: string,
  place: number,
  lang: 'ko' | 'en' = 'ko',
): Promise<void> {
  const youth = await Youth.at(browser, new URL(link).origin, { lang })
  await youth.page.goto(link)
  await youth.see(youth.words.startTitle)
  await youth.look('start')
  await youth.start()
  await youth.answerToTheEnd(place, (page) => youth.look(`page-${page}`))
  await youth.sendButton.tap()
  await youth.see(youth.words.thanks)
  await youth.look('thanks')
  assert.equal(youth.complaints, [])
  assert.is((await youth.left()).kept, 0)
  await youth.context.close()
}
