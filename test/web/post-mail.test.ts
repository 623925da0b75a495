// Over 150 lines because every way in which a server may take a mail, or not take it, has its own case.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { SessionMessage } from '../../src/people/message.ts'
import { mailSender } from '../../src/web/post-mail.ts'
import { aCertificate } from '../support/certificate.ts'
import { aDeadPort, aMailServer, type MailServer } from '../support/post.ts'
import { tellingWordsIn } from '../support/telling-words.ts'

/* Mail as a real SMTP server receives it, read by a parser that somebody else wrote. */

const message = (more: Partial<SessionMessage> = {}): SessionMessage => ({
  ...{ id: 'Qm9uam91ci1kYXMtaXN0LWVp', what: 'reminder', whose: 'guardian', way: 'mail', to: 'mother@example.test' },
  ...{ lang: 'ko', startAt: '2026-11-23T07:00:00.000Z', minutes: 50, sessionId: '2026-11-16-01' },
  ...{ caseNumber: '2026-0001', at: '2026-11-22T01:00:00.000Z' },
  ...more,
})
const phone = '02-0000-0000'
const kinds: Partial<SessionMessage>[] = [
  {},
  { what: 'moved', from: '2026-11-20T07:00:00.000Z' },
  { what: 'cancelled' },
  { place: 'phone' },
  { place: 'online' },
  { whose: 'youth' },
  { whose: 'school' },
  { whose: 'counsellor' },
]

let server: MailServer
const test = suite('a mail')
test.before(async () => {
  server = await aMailServer()
})
test.before.each(() => {
  server.mails.length = 0
})
test.after(() => server.close())

async function received(more: Partial<SessionMessage>, call: string | undefined = phone) {
  assert.is(await mailSender(server.way)(message(more), call), 'sent')
  const mail = server.mails.at(-1)
  assert.ok(mail)
  return mail
}

test('arrives as it was written, in Korean', async () => {
  const mail = await received({})
  assert.is(mail.subject, '일정 안내')
  assert.is(
    mail.text?.trim(),
    [
      ...['안녕하세요.', '', '다음 일정을 알려 드립니다.', '', '일시: 2026년 11월 23일 (월) 16:00', ''],
      ...[
        '오시기 어렵거나 궁금한 점이 있으면 전화해 주십시오. 02-0000-0000',
        '이 알림을 그만 받으시려면 말씀해 주십시오.',
      ],
    ].join('\n'),
  )
  assert.equal(mail.from?.value, [{ name: '일정 안내', address: 'notice@mail.example' }])
  assert.equal([mail.to].flat()[0]?.value, [{ name: '', address: 'mother@example.test' }])
})

test('arrives as it was written, in English', async () => {
  const mail = await received({ lang: 'en', what: 'moved', from: '2026-11-20T07:00:00.000Z', place: 'phone' })
  assert.is(mail.subject, 'Appointment changed')
  assert.is(
    mail.text?.trim(),
    [
      ...['Hello,', '', 'Your appointment has changed.', '', 'New time: Mon 23 Nov 2026, 16:00'],
      ...['Before: Fri 20 Nov 2026, 16:00', 'How: by phone', ''],
      ...['If you cannot come or have a question, please call 02-0000-0000.'],
      'If you no longer want these messages, please tell us.',
    ].join('\n'),
  )
})

test('tells a school and a counsellor which, by its number alone, and youth and guardian not even that', async () => {
  for (const [whose, named] of Object.entries({ school: true, counsellor: true, youth: false, guardian: false }))
    assert.is((await received({ whose: whose as SessionMessage['whose'] })).text?.includes('2026-0001'), named, whose)
})

test('says nothing to a stranger: not in its subject, its text, its sender or any other header', async () => {
  const all = (['ko', 'en'] as const).flatMap((lang) => kinds.map((kind) => message({ ...kind, lang })))
  const send = mailSender(server.way)
  await Promise.all([...all.map((one) => send(one, phone)), ...all.map((one) => send(one, undefined))])
  assert.is(server.mails.length, 2 * all.length)
  for (const { headerLines, subject, text, from, greeting, html } of server.mails) {
    const whole = [...headerLines.map(({ line }) => line), subject, text, from?.text, greeting].join('\n')
    assert.equal(tellingWordsIn(whole), [])
    assert.not.match(whole, /상담|센터|새길|김민준|counsel|cent(er|re)|saegil|nodemailer|x-mailer|https?:|localhost/i)
    assert.not.match(whole, /undefined|\{\w+\}|\[object/)
    assert.is(html, false)
  }
})

test('has a number of its own, always the same, and asks for no answer by a machine', async () => {
  const [one, other] = [await received({}), await received({})]
  assert.is(one.messageId, '<Qm9uam91ci1kYXMtaXN0LWVp@mail.example>')
  assert.is(other.messageId, one.messageId)
  assert.is(one.headers.get('auto-submitted'), 'auto-generated')
  assert.is(one.greeting, 'mail.example')
})

test.run()

const trouble = suite('a server')
const outcomeAt = async (server: MailServer, more = {}) => {
  const outcome = await mailSender({ ...server.way, ...more })(message(), phone)
  await server.close()
  return [outcome, server.mails.length]
}
const no = (responseCode: number) => Object.assign(new Error('mother@example.test is not here'), { responseCode })

trouble('that is not there was not reached', async () => {
  const way = { host: '127.0.0.1', port: await aDeadPort(), tls: 'none', from: 'notice@mail.example' } as const
  assert.is(await mailSender(way)(message(), phone), 'not-reached')
  assert.is(await mailSender({ ...way, host: 'mail.invalid' })(message(), phone), 'not-reached')
})

trouble('that says no, before the mail or after it, has not taken it', async () => {
  for (const code of [450, 550]) {
    assert.equal(await outcomeAt(await aMailServer({ onRcptTo: (_to, _session, answer) => answer(no(code)) })), [
      'refused',
      0,
    ])
    const late = await aMailServer({
      onData: (stream, _session, answer) => stream.resume().on('end', () => answer(no(code))),
    })
    assert.equal(await outcomeAt(late), ['refused', 0])
  }
})

trouble('that does not know us was not signed in to; one that does is', async () => {
  const auth = { authOptional: false, allowInsecureAuth: true, authMethods: ['PLAIN'] }
  const account = { user: 'notice', pass: 'right' }
  const door = () =>
    aMailServer({
      ...auth,
      onAuth: ({ password }, _session, answer) =>
        password === 'right' ? answer(null, { user: 'notice' }) : answer(no(535)),
    })
  assert.equal(await outcomeAt(await door(), { account }), ['sent', 1])
  assert.equal(await outcomeAt(await door(), { account: { ...account, pass: 'wrong' } }), ['not-signed-in', 0])
})

trouble('that breaks off when it has the mail may have taken it', async () => {
  const broken: MailServer = await aMailServer({
    onData: (stream) => stream.resume().on('end', () => setImmediate(() => broken.cut())),
  })
  assert.equal(await outcomeAt(broken), ['unsure', 0])
})

trouble('beyond this machine is sent nothing without a seal, or with one that does not hold', async () => {
  const bare = await aMailServer()
  assert.equal(await outcomeAt(bare, { tls: 'started' }), ['not-reached', 0])
  const { cert, key } = aCertificate()
  assert.equal(await outcomeAt(await aMailServer(), { tls: 'whole' }), ['not-reached', 0])
  const own = { cert, key, disabledCommands: [] }
  assert.equal(await outcomeAt(await aMailServer(own), { tls: 'started', host: 'localhost' }), ['not-reached', 0])
  assert.equal(await outcomeAt(await aMailServer({ ...own, secure: true }), { tls: 'whole', host: 'localhost' }), [
    'not-reached',
    0,
  ])
})

trouble.run()
