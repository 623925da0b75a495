// Over 150 lines because each way in which somebody could be called twice, or not at all, is tried from end to end.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { keepAlarming } from '../src/alarming.ts'
import { messageStateOf } from '../src/people/message.ts'
import { sendDue } from '../src/reminding.ts'
import { done } from '../src/result.ts'
import type { Sender } from '../src/sending.ts'
import type { Store } from '../src/store/store.ts'
import { mailSender } from '../src/web/post-mail.ts'
import { textSender } from '../src/web/post-text.ts'
import { addresses, at, byMail, inHouse, round } from './support/alarming-house.ts'
import { alarmsIn, helpNeeded } from './support/alarms.ts'
import type { TestHouse } from './support/house.ts'
import { aDeadPort, aGateway } from './support/post.ts'
import { saidOnConsole } from './support/reminders.ts'
import { signed } from './support/samples.ts'
import { tellingWordsIn } from './support/telling-words.ts'

/** It is Sunday, 22 November 2026, 10:00 in Seoul: Minjun answers that he needs help. */
const statesIn = async ({ store, clock }: TestHouse) =>
  (await store.entries('messages')).map((one) => `${one.what} ${one.to} ${messageStateOf(one, clock.now())}`)
const take = async ({ store }: TestHouse) => {
  const [alarm] = await alarmsIn(store)
  await store.change((view) => done(alarm && view.saveEntry('alarms', { ...alarm, taken: signed('han') })))
}

const post = suite('a mail that calls for help')

post('goes at once to everyone who was told, once', () =>
  inHouse(async (house, mail) => {
    await helpNeeded(house)
    await Promise.all([round(house, byMail(mail)), round(house, byMail(mail))])
    at(house, '01:20')
    await round(house, byMail(mail))
    assert.equal(addresses(mail), ['han@example.test', 'lead-2@example.test', 'seo@example.test'])
    assert.ok(mail.mails.every(({ subject }) => subject === '확인 요청'))
  }),
)

post('goes out once more when nobody is on it, to the duty address too, and a text to its telephone', () =>
  inHouse(async (house, mail) => {
    const gateway = await aGateway()
    const senders = { ...byMail(mail), text: textSender({ url: gateway.url, token: 'x' }) }
    await helpNeeded(house)
    await round(house, senders)
    mail.mails.length = 0
    for (const time of ['01:30', '01:31']) {
      at(house, time)
      await round(house, senders)
    }
    assert.equal(addresses(mail), [
      ...['duty@example.test', 'han@example.test', 'lead-2@example.test', 'seo@example.test'],
    ])
    assert.equal(
      gateway.asked.map(({ body }) => body),
      [{ to: '01099990000', text: '[안내] 아직 아무도 확인하지 않은 것이 있습니다. 지금 로그인해 주십시오.' }],
    )
    await gateway.close()
  }),
)

post('goes out at night as well', () =>
  inHouse(async (house, mail) => {
    house.clock.set('2026-11-22T14:00:00.000Z')
    await helpNeeded(house)
    await round(house, byMail(mail))
    assert.is(mail.mails.length, 3)
  }),
)

post('says to sign in, and nothing of what, whose or where it is, in either language', () =>
  inHouse(async (house, mail) => {
    await house.store.change(async (view) => {
      const han = await view.person('han')
      return done(han && view.savePerson({ ...han, reminders: { way: 'mail', lang: 'en', at: signed().at } }))
    })
    await helpNeeded(house)
    await round(house, byMail(mail))
    at(house, '01:30')
    await round(house, byMail(mail))
    assert.is(mail.mails.length, 7)
    for (const { headerLines, subject, text, from, html } of mail.mails) {
      const whole = [...headerLines.map(({ line }) => line), subject, text, from?.text].join('\n')
      assert.equal(tellingWordsIn(whole), [])
      assert.not.match(
        whole,
        /2026-0001|김민준|상담|센터|새길|사례|설문|청소년|counsel|cent(er|re)|saegil|survey|youth|help/i,
      )
      assert.not.match(whole, /https?:|undefined|\{\w+\}|\[object/)
      assert.is(html, false)
    }
    const english = mail.mails.filter(({ text = '' }) => !/[가-힣]/.test(text)).map(({ text }) => text?.trim())
    assert.equal(english, [
      'Hello,\n\nThere is something for you to look at. Please sign in now.',
      'Hello,\n\nThere is something that nobody has looked at yet. Please sign in now.',
    ])
    assert.match(
      mail.mails.find(({ text = '' }) => /[가-힣]/.test(text))?.text ?? '',
      '확인할 것이 있습니다. 지금 로그인해 주십시오.',
    )
  }),
)

post('is not made where nothing sends it: nobody is left to send it by hand', () =>
  inHouse(async (house) => {
    await helpNeeded(house)
    at(house, '01:30')
    await round(house)
    assert.equal(await house.store.entries('messages'), [])
  }),
)

post('is tried again soon while the server is down, and dropped once somebody is on it', () =>
  inHouse(async (house) => {
    const way = { host: '127.0.0.1', port: await aDeadPort(), tls: 'none', from: 'notice@mail.example' } as const
    await helpNeeded(house)
    const lines = await saidOnConsole(async () => {
      for (const time of ['01:00', '01:00', '01:01', '01:02', '01:03']) {
        at(house, time)
        await round(house, { mail: mailSender(way) })
      }
    })
    assert.equal(lines, Array(9).fill('alarm: a mail did not leave: not-reached'))
    await take(house)
    at(house, '01:08')
    await round(house, { mail: mailSender(way) })
    assert.ok((await statesIn(house)).every((one) => one.endsWith('dropped')))
  }),
)

post(
  'is never sent twice when nobody knows whether it left, failed ones stand in the outbox, and reminders leave it alone',
  () =>
    inHouse(async (house) => {
      let tries = 0
      const sender: Sender = async ({ to }) => {
        tries += 1
        return to.startsWith('han') ? 'unsure' : 'refused'
      }
      await helpNeeded(house)
      await saidOnConsole(async () => {
        for (const time of ['01:00', '01:01', '01:03', '01:08', '01:23']) {
          at(house, time)
          await round(house, { mail: sender })
          await sendDue(house.store, { mail: sender }, house.clock)
        }
      })
      assert.equal(
        [tries, (await statesIn(house)).sort()],
        [
          1 + 5 + 5,
          [
            'look-now han@example.test unsure',
            'look-now lead-2@example.test failed',
            'look-now seo@example.test failed',
          ],
        ],
      )
    }),
)

post('does not wait for a minute, and the job stops with what is under way', () =>
  inHouse(async (house, mail) => {
    await helpNeeded(house)
    const stop = keepAlarming(house.store, byMail(mail), house.clock)
    while ((await house.store.entries('messages')).length === 0) await new Promise(setImmediate)
    await stop()
    const broken = { ...house.store, entries: () => Promise.reject(new Error('han@example.test')) } as unknown as Store
    assert.equal(await saidOnConsole(() => keepAlarming(broken, {}, house.clock)()), ['alarm failed: Error'])
  }),
)

post.run()
