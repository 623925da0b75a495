import { messageStateOf } from '../../src/people/message.ts'
import type { Store, View } from '../../src/store/store.ts'
import { aHouse, type TestHouse } from './house.ts'
import { aMailServer, type MailServer } from './post.ts'
import { four, minjunReminded } from './reminders.ts'
import { aSession, settings } from './samples.ts'

/*
 * A house in which somebody is to be told something. It is Sunday, 22 November 2026, 10:00 in Seoul; tomorrow at four
 * Minjun has a session.
 */

export const phone = '02-0000-0000'
export const tomorrow = aSession({ id: '2026-11-16-01', startAt: four })
export const saveTomorrow = (view: View): void => {
  view.saveSettings({ ...settings, contact: { phone } })
  view.saveCase(minjunReminded())
  view.saveSession(tomorrow)
}

/** With a server that takes mail. */
export async function inHouseWithMail(act: (house: TestHouse, mail: MailServer) => Promise<void>): Promise<void> {
  const house = await aHouse(saveTomorrow)
  const mail = await aMailServer()
  try {
    await act(house, mail)
  } finally {
    await mail.close()
    await house.close()
  }
}

/** What became of each message: `reminder mail sent`. */
export const statesIn = async (store: Store, now: string): Promise<string[]> =>
  (await store.entries('messages')).map((one) => [one.what, one.way, messageStateOf(one, now)].join(' '))
