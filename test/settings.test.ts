import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Launch, launch } from '../src/settings.ts'
import { isLoopback, NotServed } from '../src/ways.ts'

/** What is made of a command line and an environment; the sentence, if it is refused. */
function asked(args: string, env: Record<string, string> = {}, demo = false) {
  try {
    return launch({ demo }, { argv: ['node', 'server.ts', ...args.split(' ').filter(Boolean)], env })
  } catch (error) {
    if (!(error instanceof NotServed)) throw error
    return error.message
  }
}
const tls = { TLS_CERT: 'tls.pem', TLS_KEY: 'tls.key' }

const safe = suite('what is asked for')

safe('is this machine alone, with the data under data/store and its key elsewhere', () => {
  const mark = createHash('sha256').update(resolve('data/store')).digest('hex').slice(0, 8)
  assert.equal(asked('', { XDG_CONFIG_HOME: '/home/yoo/.config' }), {
    ...{ port: 4321, host: '127.0.0.1', data: resolve('data/store'), demo: false, proxies: [] },
    ...{
      keyFile: `/home/yoo/.config/saegil/store-${mark}.key`,
      checkpoints: `/home/yoo/.config/saegil/store-${mark}.checkpoints`,
      origin: undefined,
      tls: undefined,
    },
  })
})
safe('is never the key of another folder of the same name', () => {
  const [one, other] = ['/a/store', '/b/store'].map((dir) => asked(`--data ${dir}`, {}) as Launch)
  assert.is.not(one?.keyFile, other?.keyFile)
})
safe('is a demonstration with its key beside it', () => {
  const { keyFile, demo } = asked('--data /tmp/x', {}, true) as ReturnType<typeof launch>
  assert.equal([keyFile, demo], ['/tmp/x.key', true])
})
safe('may come from the environment; the command line wins', () => {
  const env = {
    PORT: '1',
    HOST: '10.0.0.1',
    DATA: '/a',
    KEY_FILE: '/k',
    ORIGIN: 'https://a.example',
    PROXY: '10.0.0.2, ::1',
  }
  const { port, host, data, keyFile, origin, proxies } = asked('--port 2 --data /b', env) as ReturnType<typeof launch>
  assert.equal([port, host, data, keyFile, origin], [2, '10.0.0.1', '/b', '/k', 'https://a.example'])
  assert.equal(proxies, ['10.0.0.2', '::1'])
})
safe('may be sealed by this process, or by a proxy of its own machine', () => {
  assert.type(asked('--host 0.0.0.0 --origin https://saegil.example', tls), 'object')
  assert.type(asked('--origin https://saegil.example/ --proxy 127.0.0.1'), 'object')
  assert.type(asked('--origin https://saegil.example:8443', tls), 'object')
  assert.type(asked('', tls), 'object')
})
safe('is mail and text messages, as the environment alone says', () => {
  const env = {
    SMTP_URL: 'smtps://notice%40mail.example:a%2Fb@mail.example',
    MAIL_FROM: 'notice@mail.example',
    TEXT_GATEWAY: 'https://text.example/messages',
    TEXT_TOKEN: 'key-1',
  }
  const { mail, text } = asked('', env) as Launch
  const account = { user: 'notice@mail.example', pass: 'a/b' }
  assert.equal(mail, { host: 'mail.example', port: 465, tls: 'whole', account, from: 'notice@mail.example' })
  assert.equal(text, { url: 'https://text.example/messages', token: 'key-1' })
})
safe('is mail that is sealed before anything is said, but for a server of this machine', () => {
  const wayOf = (SMTP_URL: string) => (asked('', { SMTP_URL, MAIL_FROM: 'a@b.example' }) as Launch).mail
  for (const [url, host, port, tls] of [
    ['smtp://mail.example', 'mail.example', 587, 'started'],
    ['smtp://10.0.0.1:25/', '10.0.0.1', 25, 'started'],
    ['smtps://mail.example:2465', 'mail.example', 2465, 'whole'],
    ['smtp://localhost:25', 'localhost', 25, 'none'],
    ['smtp://127.0.0.1:2525', '127.0.0.1', 2525, 'none'],
    ['smtp://[::1]:25', '::1', 25, 'none'],
  ] as const)
    assert.equal(wayOf(url), { host, port, tls, from: 'a@b.example' }, url)
})
safe('is this machine under each of its names, and no other', () => {
  for (const host of ['127.0.0.1', '127.9.9.9', 'localhost', '::1', '[::1]']) assert.ok(isLoopback(host), host)
  for (const host of ['0.0.0.0', '::', '10.0.0.1', '127.evil.example', 'localhost.example', ''])
    assert.not(isLoopback(host))
})

const unsafe = suite('what must not be')
const cases: [args: string, env: Record<string, string>, says: RegExp][] = [
  ['--host 0.0.0.0', {}, /others could read what is sent/],
  ['--host :: --origin https://a.example', {}, /others could read/],
  ['--host 0.0.0.0', tls, /Say where people reach it/],
  ['--proxy 127.0.0.1', {}, /Say where people reach it/],
  ['--origin http://a.example', {}, /must begin with https/],
  ['--origin http://localhost:4321 --proxy 127.0.0.1', {}, /must begin with https/],
  ['--origin https://a.example', {}, /Who seals https:\/\/a.example/],
  ['--origin https://a.example/centre --proxy ::1', {}, /without a path/],
  ['--origin https://yoo@a.example --proxy ::1', {}, /without a path/],
  ['--origin ftp://a.example', {}, /give it as https/],
  ['--origin a.example', {}, /give it as https/],
  ['--origin https://a.example --proxy proxy.example', {}, /name it by its address/],
  ['--origin https://a.example', { TLS_CERT: 'tls.pem' }, /go together/],
  ['--origin https://a.example', { TLS_KEY: 'tls.key' }, /go together/],
  ['--port 65536', {}, /not a port number/],
  ['--port -1', {}, /port/],
  ['--port 80.5', {}, /not a port number/],
  ['', { PORT: ' ' }, /not a port number/],
  ['--frob', {}, /Unknown option '--frob'.*Known: --port/],
  ['data', {}, /Unexpected argument/],
  ['', { SMTP_URL: 'smtps://mail.example' }, /SMTP_URL and MAIL_FROM go together/],
  ['', { MAIL_FROM: 'a@b.example' }, /SMTP_URL and MAIL_FROM go together/],
  [
    '',
    { SMTP_URL: 'smtps://mail.example', MAIL_FROM: '"상담" <a@b.example>' },
    /MAIL_FROM: give it as an address alone/,
  ],
  ...[
    ...['mail.example', 'mail.example:25', 'https://mail.example', 'smtp://', 'smtp://u:SECRET@mail.example/inbox'],
    ...['smtp://u:SECRET@mail.example?requireTLS=false', 'smtp://u:SECRET%zz@mail.example', 'smtp://u@mail.example'],
    ...['smtp://u:SECRET@mail.example:70000', 'smtp://u:SECRET@mail.example#x', 'smtp://u:SEC RET@ma il.example'],
  ].map((SMTP_URL): [string, Record<string, string>, RegExp] => [
    ...(['', { SMTP_URL, MAIL_FROM: 'a@b.example' }] as const),
    /^SMTP_URL cannot be read: (?!.*SEC)/,
  ]),
  ['', { TEXT_GATEWAY: 'https://text.example' }, /TEXT_GATEWAY and TEXT_TOKEN go together/],
  ['', { TEXT_TOKEN: 'x' }, /TEXT_GATEWAY and TEXT_TOKEN go together/],
  ['', { TEXT_GATEWAY: 'http://text.example', TEXT_TOKEN: 'x' }, /TEXT_GATEWAY: give it as https/],
  ['', { TEXT_GATEWAY: 'https://u:p@text.example', TEXT_TOKEN: 'x' }, /no password in it/],
  ['', { TEXT_GATEWAY: 'text.example', TEXT_TOKEN: 'x' }, /TEXT_GATEWAY: give it as https/],
  ['', { TEXT_GATEWAY: 'https://text.example', TEXT_TOKEN: 'x\ny' }, /TEXT_TOKEN: letters/],
]
for (const [args, env, says] of cases)
  unsafe(`is refused with a sentence: ${args} ${Object.keys(env).join(' ')}`, () =>
    assert.match(String(asked(args, env)), says),
  )

unsafe('is a demonstration for others', () => {
  for (const [args, env] of [['--host 0.0.0.0'], ['--origin https://a.example --proxy ::1'], ['', tls]] as const)
    assert.match(String(asked(args, env, true)), /on this machine only/)
})

safe.run()
unsafe.run()
