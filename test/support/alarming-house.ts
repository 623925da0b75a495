import { callForHelp } from '../../src/alarming.ts'
import type { CaseFile } from '../../src/casefile/casefile.ts'
import { mailSender } from '../../src/web/post-mail.ts'
import { aHouse, type TestHouse } from './house.ts'
import { aMailServer, type MailServer } from './post.ts'
import { seo, settings } from './samples.ts'
import { aCaseUnderWay } from './under-way.ts'

/*
 * A house from which somebody is to be called: it is Sunday, 22 November 2026, 10:00 in Seoul. Minjun is Han's; there
 * are two leads, and an address for when nobody looks.
 */

const duty = { minutes: 30, mail: 'duty@example.test', phone: '010-9999-0000' }

export async function inHouse(
  act: (house: TestHouse, mail: MailServer) => Promise<void>,
  more: Partial<CaseFile> = {},
) {
  const mail = await aMailServer()
  const house = await aHouse((view) => {
    view.saveSettings({ ...settings, alarm: duty })
    view.saveCase(aCaseUnderWay(more))
    view.savePerson({ ...seo, id: 'lead-2', name: '강다온', email: 'lead-2@example.test' })
  })
  try {
    await act(house, mail)
  } finally {
    await mail.close()
    await house.close()
  }
}
export const at = ({ clock }: Pick<TestHouse, 'clock'>, time: string) => clock.set(`2026-11-22T${time}:00.000Z`)
export const round = ({ store, clock }: TestHouse, senders = {}) => callForHelp(store, senders, clock)
export const byMail = (mail: MailServer) => ({ mail: mailSender(mail.way) })
export const addresses = ({ mails }: MailServer) => mails.map(({ to }) => [to].flat()[0]?.text).sort()
