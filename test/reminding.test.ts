// Over 150 lines because each way in which somebody could be told twice, or not at all, is tried from end to end.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sendDue } from '../src/reminding.ts'
import { done } from '../src/result.ts'
import type { Sender } from '../src/sending.ts'
import { openEmbeddedStore } from '../src/store/embedded.ts'
import { mailSender } from '../src/web/post-mail.ts'
import { textSender } from '../src/web/post-text.ts'
import { aHouse, standingClock } from './support/house.ts'
import { aDeadPort, aGateway, aMailServer } from './support/post.ts'
import { running } from './support/process.ts'
import { four, minjunReminded, saidOnConsole } from './support/reminders.ts'
import { inHouseWithMail, phone, saveTomorrow, statesIn, tomorrow } from './support/reminding-house.ts'
import { signed, summaries } from './support/samples.ts'

const test = suite('the day before')

test('Minjun gets a text and his mother a mail that there is an appointment tomorrow at four, and nobody gets it twice', () =>
  inHouseWithMail(async ({ store, clock }, mail) => {
    const gateway = await aGateway()
    const senders = { mail: mailSender(mail.way), text: textSender({ url: gateway.url, token: 'x' }) }
    clock.set('2026-11-22T00:59:00.000Z')
    await sendDue(store, senders, clock)
    assert.equal([mail.mails.length, gateway.asked.length], [0, 0])
    clock.set('2026-11-22T01:00:00.000Z')
    for (const at of ['01:00', '01:01', '05:00']) {
      clock.set(`2026-11-22T${at}:00.000Z`)
      await Promise.all([sendDue(store, senders, clock), sendDue(store, senders, clock)])
    }
    assert.equal(
      mail.mails.map(({ to, subject }) => [[to].flat()[0]?.text, subject]),
      [['mother@example.test', '일정 안내']],
    )
    assert.match(mail.mails[0]?.text ?? '', '일시: 2026년 11월 23일 (월) 16:00')
    assert.equal(
      gateway.asked.map(({ body }) => body),
      [{ to: '01012345678', text: `[안내] 11월 23일(월) 16:00 일정이 있습니다. 문의 ${phone}` }],
    )
    await gateway.close()
  }))

test('a session that was moved after that is told of, and one that was called off', () =>
  inHouseWithMail(async ({ store, clock }, mail) => {
    const round = () => sendDue(store, { mail: mailSender(mail.way) }, clock)
    await round()
    const moved = {
      ...{ ...tomorrow, startAt: '2026-11-24T07:00:00.000Z' },
      moved: [{ from: four, askedBy: 'youth', why: 'x', ...signed('han', '2026-11-22T02:00:00.000Z') }],
    }
    clock.set('2026-11-22T02:01:00.000Z')
    await store.change((view) => done(view.saveSession(moved)))
    await round()
    clock.set('2026-11-22T03:01:00.000Z')
    const cancelled = { code: 'excused', ...signed('han', '2026-11-22T03:00:00.000Z') }
    await store.change((view) => done(view.saveSession({ ...moved, cancelled })))
    await round()
    await round()
    assert.equal(
      mail.mails.map(({ subject }) => subject),
      ['일정 안내', '일정 변경 안내', '일정 취소 안내'],
    )
    // what Minjun was to be told by hand no longer holds
    assert.equal(
      (await statesIn(store, clock.now())).filter((one) => one.includes('text')),
      [...['reminder text dropped', 'moved text dropped', 'cancelled text waiting']],
    )
  }))

test('after a restart nobody is told again', async () => {
  const mail = await aMailServer()
  const house = await aHouse(saveTomorrow)
  const { dir, keyFile, clock } = house
  await sendDue(house.store, { mail: mailSender(mail.way) }, clock)
  await house.close()
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
  clock.set('2026-11-22T01:05:00.000Z')
  await sendDue(store, { mail: mailSender(mail.way) }, clock)
  await store.close()
  assert.is(mail.mails.length, 1)
  await mail.close()
})

test('killed while the server had the mail: it is not sent twice, and somebody is to find out', async () => {
  let arrived = () => {}
  const halfway = new Promise<void>((resolve) => {
    arrived = resolve
  })
  // takes the mail and never says so
  const slow = await aMailServer({ onData: (stream) => stream.resume().on('end', () => arrived()) })
  const house = await aHouse(saveTomorrow)
  const { dir, keyFile } = house
  await house.close()
  const orders = JSON.stringify({ dir, keyFile, way: slow.way, now: '2026-11-22T01:00:00.000Z' })
  const child = spawn(process.execPath, [...running('test/support/reminding-child.ts'), orders], { stdio: 'inherit' })
  const over = once(child, 'close')
  await Promise.race([halfway, over])
  child.kill('SIGKILL')
  assert.equal(await over, [null, 'SIGKILL'])
  await slow.close()
  const mail = await aMailServer()
  const clock = standingClock('2026-11-22T01:01:00.000Z')
  const store = await openEmbeddedStore({ dir, keyFile, summaries, clock })
  for (const at of ['2026-11-22T01:01:00.000Z', '2026-11-22T09:00:00.000Z', '2026-11-23T03:00:00.000Z']) {
    clock.set(at)
    await sendDue(store, { mail: mailSender(mail.way) }, clock)
  }
  assert.equal(await statesIn(store, clock.now()), ['reminder text waiting', 'reminder mail unsure'])
  assert.is(mail.mails.length, 0)
  await Promise.all([store.close(), mail.close()])
})

test('while the server is down it is tried again, and sent once when it is back', () =>
  inHouseWithMail(async ({ store, clock }) => {
    const port = await aDeadPort()
    const way = { host: '127.0.0.1', port, tls: 'none', from: 'notice@mail.example' } as const
    const round = (at: string) => {
      clock.set(`2026-11-22T${at}:00.000Z`)
      return sendDue(store, { mail: mailSender(way) }, clock)
    }
    const lines = await saidOnConsole(async () => {
      for (const at of ['01:00', '01:01', '01:04', '01:05', '01:24']) await round(at)
    })
    assert.equal(lines, Array(2).fill('reminding: a mail did not leave: not-reached'))
    assert.ok((await statesIn(store, clock.now())).includes('reminder mail retrying'))
    const [, failing] = await store.entries('messages')
    assert.equal([failing?.failed?.why, failing?.failed?.times], ['not-reached', 2])
    const mail = await aMailServer({}, port)
    for (const at of ['01:25', '01:26', '05:00']) await round(at)
    assert.is(mail.mails.length, 1)
    assert.ok((await statesIn(store, clock.now())).includes('reminder mail sent'))
    await mail.close()
  }))

test('given up after five failures, and never sent when the session has begun', () =>
  inHouseWithMail(async ({ store, clock }) => {
    let tries = 0
    const refusing: Sender = async () => {
      tries += 1
      return 'refused'
    }
    await saidOnConsole(async () => {
      for (let minutes = 0; minutes < 16 * 60; minutes += 20) {
        clock.set(new Date(Date.parse('2026-11-22T01:00:00.000Z') + minutes * 60_000).toISOString())
        await sendDue(store, { mail: refusing }, clock)
      }
    })
    assert.is(tries, 5)
    assert.ok((await statesIn(store, clock.now())).includes('reminder mail failed'))
    clock.set(four)
    await sendDue(store, { mail: refusing, text: refusing }, clock)
    assert.equal([tries, (await statesIn(store, four))[0]], [5, 'reminder text dropped'])
  }))

test('nobody is told about a case that was closed after the message was made', () =>
  inHouseWithMail(async ({ store, clock }, mail) => {
    await sendDue(store, {}, clock)
    assert.equal(await statesIn(store, clock.now()), ['reminder text waiting', 'reminder mail waiting'])
    const closings = [{ on: '2026-11-22', reason: 'moved', ...signed() }]
    await store.change((view) => done(view.saveCase(minjunReminded({ closings }))))
    await sendDue(store, { mail: mailSender(mail.way) }, clock)
    assert.equal(await statesIn(store, clock.now()), ['reminder text dropped', 'reminder mail dropped'])
    assert.is(mail.mails.length, 0)
  }))

test('what failed is no longer there to be sent by hand once they do not want it; what is over stays on record', () =>
  inHouseWithMail(async ({ store, clock }) => {
    const failed = { at: clock.now(), why: 'refused', times: 5 } as const
    await sendDue(store, {}, clock)
    for (const one of await store.entries('messages'))
      await store.change((view) => done(view.saveEntry('messages', { ...one, failed })))
    await sendDue(store, {}, clock)
    assert.equal(await statesIn(store, clock.now()), ['reminder text failed', 'reminder mail failed'])
    const [youth, ...rest] = minjunReminded().reminders ?? []
    const none = [...(youth ? [{ ...youth, way: 'none' as const }] : []), ...rest]
    await store.change((view) => done(view.saveCase(minjunReminded({ reminders: none }))))
    await sendDue(store, {}, clock)
    assert.equal(await statesIn(store, clock.now()), ['reminder text dropped', 'reminder mail failed'])
    clock.set(four)
    await sendDue(store, {}, clock)
    assert.equal(await statesIn(store, four), ['reminder text dropped', 'reminder mail failed'])
  }))

test('is told to nobody by a house that is not set up', async () => {
  const { dir, keyFile, clock, close } = await aHouse()
  await close()
  const store = await openEmbeddedStore({ dir: `${dir}-2`, keyFile, summaries, clock })
  await sendDue(store, {}, clock)
  assert.equal(await store.entries('messages'), [])
  await store.close()
})

test.run()
