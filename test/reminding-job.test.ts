import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { destroy, housekeep } from '../src/housekeeping.ts'
import { keepReminding, sendDue } from '../src/reminding.ts'
import { done } from '../src/result.ts'
import type { Sender } from '../src/sending.ts'
import { serveSite } from '../src/server.ts'
import type { Store } from '../src/store/store.ts'
import { mailSender } from '../src/web/post-mail.ts'
import { freshFolder } from './support/folder.ts'
import { aHouse } from './support/house.ts'
import { aMailServer } from './support/post.ts'
import { minjunReminded, saidOnConsole } from './support/reminders.ts'
import { inHouseWithMail, saveTomorrow, statesIn, tomorrow } from './support/reminding-house.ts'
import { settings, signed } from './support/samples.ts'

const job = suite('the job')

job('runs at the start, waits at the end for the message under way, and says no more than that it failed', () =>
  inHouseWithMail(async ({ store, clock }) => {
    let sent = 0
    let answer = () => {}
    const slow: Sender = () =>
      new Promise((resolve) => {
        answer = () => {
          sent += 1
          resolve('sent')
        }
      })
    const stop = keepReminding(store, { mail: slow, text: slow }, clock)
    while ((await store.entries('messages')).every(({ takenAt }) => !takenAt)) await new Promise(setImmediate)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const stopped = stop()
    answer()
    await stopped
    assert.equal(await statesIn(store, clock.now()), ['reminder text sent', 'reminder mail waiting'])
    assert.is(sent, 1)
    const broken = { ...store, settings: () => Promise.reject(new Error('mother@example.test')) } as unknown as Store
    assert.equal(await saidOnConsole(() => keepReminding(broken, {}, clock)()), ['reminding failed: Error'])
  }),
)

job('is done by the server, but never for a demonstration', async () => {
  for (const demo of [false, true]) {
    const mail = await aMailServer()
    const { root } = freshFolder()
    const place = { dir: join(root, 'data/store'), keyFile: join(root, 'keys/store.key') }
    const house = await aHouse((view) => {
      saveTomorrow(view)
      view.saveSettings({ ...settings, demo })
    }, place)
    await house.close()
    const { dir, keyFile, clock } = house
    const asked = { port: 0, host: '127.0.0.1', data: dir, keyFile, demo, proxies: [], mail: mail.way }
    const served = await serveSite(asked, { clock })
    while ((await served.store.entries('messages')).length === 0) await new Promise(setImmediate)
    await new Promise((resolve) => setTimeout(resolve, 400))
    const states = await statesIn(served.store, clock.now())
    await served.close()
    assert.equal([mail.mails.length, states[1]], demo ? [0, 'reminder mail waiting'] : [1, 'reminder mail sent'])
    await mail.close()
  }
})

job('tells the others when the file of one case cannot be read', () =>
  inHouseWithMail(async ({ store, clock, dir }, mail) => {
    const number = '2026-0002'
    await store.change((view) => {
      view.saveCase(minjunReminded({ number }))
      view.saveSession({ ...tomorrow, id: '2026-11-15-01', attendees: [{ caseNumber: number, ordinal: 1 }] })
      return done(undefined)
    })
    await saidOnConsole(() => sendDue(store, { mail: async () => 'not-reached' }, clock))
    await store.change((view) => done(view.saveSession({ ...tomorrow, startAt: '2026-11-23T08:00:00.000Z' })))
    await writeFile(join(dir, 'cases', `${number}.json`), 'torn')
    clock.set('2026-11-22T01:05:00.000Z')
    const lines = await saidOnConsole(() => sendDue(store, { mail: mailSender(mail.way) }, clock))
    assert.equal([...new Set(lines)], ['reminding: a case file cannot be read'])
    assert.is(mail.mails.length, 1)
  }),
)

job('leaves messages for 90 days, and the erasure of their case takes them along', () =>
  inHouseWithMail(async ({ store, clock }) => {
    await sendDue(store, {}, clock)
    clock.set('2027-02-20T00:59:00.000Z')
    assert.is((await housekeep(store, clock.now())).messages, 0)
    const [one] = await store.entries('messages')
    const by = signed('rule')
    await store.change(async (view) => {
      if (one) view.saveEntry('messages', { ...one, id: 'other', caseNumber: '2026-0002' })
      const record = { id: '1', caseNumber: '2026-0001', rule: 'case-closed', dueOn: '2027-02-20' } as const
      return done(await destroy(view, { ...record, proposed: by, approved: by, how: 'key-destroyed' }))
    })
    assert.equal(
      (await store.entries('messages')).map(({ id }) => id),
      ['other'],
    )
    clock.set('2027-02-20T01:00:00.000Z')
    assert.is((await housekeep(store, clock.now())).messages, 1)
  }),
)

job.run()
