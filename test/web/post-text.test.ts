import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { SessionMessage } from '../../src/people/message.ts'
import { textSender } from '../../src/web/post-text.ts'
import { letterOf } from '../../views/reminders/message.ts'
import { aDeadPort, aGateway } from '../support/post.ts'
import { tellingWordsIn } from '../support/telling-words.ts'

/* Text messages, as a real server takes them over HTTP. */

const message = (more: Partial<SessionMessage> = {}): SessionMessage => ({
  ...{ id: 'Qm9uam91ci1kYXMtaXN0LWVp', what: 'reminder', whose: 'youth', way: 'text', to: '010-1234-5678', lang: 'ko' },
  ...{ startAt: '2026-12-23T07:00:00.000Z', minutes: 50, sessionId: '2026-11-16-01', caseNumber: '2026-0001' },
  at: '2026-12-22T01:00:00.000Z',
  ...more,
})
const from = '2026-12-20T07:00:00.000Z'
const phone = '02-1234-5678'
const said = (more: Partial<SessionMessage>, call: string | undefined = phone) => letterOf(message(more), call).text

const words = suite('a text message')

words('says the day, the time and whom to call, and nothing else', () => {
  assert.is(said({}), '[안내] 12월 23일(수) 16:00 일정이 있습니다. 문의 02-1234-5678')
  assert.is(
    said({ what: 'moved', from }),
    '[안내] 일정 변경: 12월 20일(일) 16:00 → 12월 23일(수) 16:00. 문의 02-1234-5678',
  )
  assert.is(said({ what: 'cancelled', place: 'phone' }, ''), '[안내] 12월 23일(수) 16:00(전화) 일정이 취소되었습니다.')
  assert.is(said({ lang: 'en' }), '[Notice] Appointment on Wed 23 Dec 16:00. Call 02-1234-5678')
  assert.is(said({ whose: 'school' }), '[안내] 2026-0001 12월 23일(수) 16:00 일정이 있습니다. 문의 02-1234-5678')
})

/** Bytes as a Korean carrier counts them. */
const bytes = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 128 ? 1 : 2), 0)

words('fits into one short message of 90 bytes, a reminder into 80, and tells a stranger nothing', () => {
  for (const lang of ['ko', 'en'] as const)
    for (const place of [undefined, 'phone', 'online'])
      for (const what of ['reminder', 'moved', 'cancelled'] as const) {
        const text = said({ lang, what, ...(place && { place }), ...(what === 'moved' && { from }) })
        assert.ok(bytes(text) <= (what === 'moved' ? 90 : 80), `${bytes(text)}: ${text}`)
        assert.equal(tellingWordsIn(text), [])
        assert.not.match(text, /상담|센터|새길|counsel|cent(er|re)|saegil|https?:|undefined|\{\w+\}/i)
      }
})

words.run()

const gateway = suite('a gateway')
const outcomeAt = async (statuses: number[]) => {
  const { url, asked, close } = await aGateway(statuses)
  const outcome = await textSender({ url, token: 'key-1' })(message(), phone)
  await close()
  return { outcome, asked }
}

gateway('is given number and text, its token, and by which number it would know the same again', async () => {
  const { outcome, asked } = await outcomeAt([202])
  assert.is(outcome, 'sent')
  assert.is(asked.length, 1)
  const { headers, body } = asked[0] ?? { headers: {}, body: {} }
  assert.equal(body, { to: '01012345678', text: said({}) })
  assert.is(headers.authorization, 'Bearer key-1')
  assert.is(headers['idempotency-key'], 'Qm9uam91ci1kYXMtaXN0LWVp')
  assert.is(headers['content-type'], 'application/json')
  assert.equal(tellingWordsIn(JSON.stringify(headers)), [])
  assert.not.match(JSON.stringify(headers), /saegil|node/i)
})

gateway('has sent it, refused it, or nobody can say', async () => {
  const expected: [status: number, outcome: string][] = [
    ...[200, 201, 202, 204].map((status): [number, string] => [status, 'sent']),
    ...[400, 404, 422, 429, 503, 302].map((status): [number, string] => [status, 'refused']),
    ...[401, 403].map((status): [number, string] => [status, 'not-signed-in']),
    // it may have sent it and then fallen over, or broken off
    ...[500, 502, 504, 408, 0].map((status): [number, string] => [status, 'unsure']),
  ]
  for (const [status, outcome] of expected) assert.is((await outcomeAt([status])).outcome, outcome, `${status}`)
})

gateway('that is not there was not reached', async () => {
  const send = (url: string) => textSender({ url, token: 'x' })(message(), phone)
  assert.is(await send(`http://127.0.0.1:${await aDeadPort()}/`), 'not-reached')
  assert.is(await send('http://text.invalid/'), 'not-reached')
})

gateway.run()
