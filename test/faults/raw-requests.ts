// Over 150 lines because every kind is written out, so that a missing one is seen.
import type { Chance } from '../support/chance.ts'

/*
 * What comes in at a socket and is no request, or is one that two servers in a row would read in two ways. Drawn by
 * chance from a seed. In some of them `smuggled` stands: a valid request of somebody signed in, which must not be read
 * as one.
 */

/** What is sent, piece by piece. */
export interface Raw {
  kind: string
  pieces: Buffer[]
  /** the sender goes before an answer can come */
  goes?: boolean
}

const oneOf = <T>(chance: Chance, all: readonly T[]): T => all[chance(all.length)]!
const bytes = (chance: Chance, length: number) => Buffer.from(Array.from({ length }, () => chance(256)))
const text = (kind: string, ...pieces: string[]): Raw => ({
  kind,
  pieces: pieces.map((one) => Buffer.from(one, 'latin1')),
})

const methods = ['GET', 'POST', 'get', 'G\0T', 'CONNECT', 'TRACE', 'PRI', '', 'A'.repeat(300), 'GET\t', 'PUT']
const paths = [
  '/',
  '/health',
  '*',
  'http://evil.example/',
  '//',
  '/%',
  '/\x80\xff',
  `/${'a'.repeat(9_000)}`,
  '',
  '/ /',
  '/../..',
]
const versions = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'HTTP/1.1 x', 'http/1.1', '', 'HTTP/1.', 'SIP/2.0']
const odd = [
  ...['\0: x', 'A: \0', 'A : x', ': x', 'A', 'A: \r B: x', ' folded', 'A: \xff\xfe', 'Content-Length: -1'],
  ...['Content-Length: 99999999999999999999', 'Content-Length: 0x10', 'Content-Length: 1e3', 'Content-Length: +3'],
  ...[
    'Transfer-Encoding: x',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding:\x0bchunked',
    'Expect: 200-ok',
  ],
  ...[
    'Expect: 100-continue',
    'Upgrade: websocket',
    'Upgrade: h2c',
    'Host: a, b',
    'Host: ',
    'Host: a b',
    'Connection: x',
  ],
  ...['Range: bytes=0-0,1-1,2-2', 'Cookie: \xff=\xff', 'Sec-WebSocket-Key: x', 'HTTP2-Settings: AAAA', 'Via: \t'],
]

export function rawFrom(chance: Chance, host: string, smuggled: string): Raw {
  const start = `POST /language HTTP/1.1\r\nHost: ${host}\r\n`
  const kinds: (() => Raw)[] = [
    () =>
      text(
        'a broken line',
        `${oneOf(chance, methods)} ${oneOf(chance, paths)} ${oneOf(chance, versions)}\r\nHost: ${host}\r\n\r\n`,
      ),
    () => ({ kind: 'no text at all', pieces: [bytes(chance, 1 + chance(600))] }),
    () => ({
      kind: 'the beginning of TLS',
      pieces: [Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]), bytes(chance, 200)],
    }),
    () => {
      const lines = Array.from({ length: 1 + chance(4) }, () => oneOf(chance, odd)).join('\r\n')
      return text('odd headers', `${chance(2) ? start : `GET / HTTP/1.1\r\nHost: ${host}\r\n`}${lines}\r\n\r\n`)
    },
    () =>
      text('a flood of headers', `GET / HTTP/1.1\r\nHost: ${host}\r\n${'A: b\r\n'.repeat(500 + chance(4_000))}\r\n`),
    () => text('a long header', `GET / HTTP/1.1\r\nHost: ${host}\r\nA: ${'b'.repeat(20_000 + chance(40_000))}\r\n\r\n`),
    () => text('two hosts', `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`),
    () => text('no host', `GET / HTTP/1.1\r\n\r\n`),
    // what another would take for the end, or for the beginning of the next
    () => text('both lengths', `${start}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`),
    () =>
      text(
        'both lengths, turned round',
        `${start}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${smuggled.length.toString(16)}\r\n${smuggled}\r\n0\r\n\r\n`,
      ),
    () => text('two lengths', `${start}Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`),
    () => text('two lengths in one', `${start}Content-Length: 0, ${smuggled.length}\r\n\r\n${smuggled}`),
    () =>
      text(
        'a hidden encoding',
        `${start}${oneOf(chance, ['Transfer-Encoding : chunked', 'Transfer-Encoding: xchunked', 'Transfer-Encoding: chunked\x00', 'Transfer-Encoding:\r\n chunked, x'])}\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
      ),
    () => text('a request in a body', `${start}Content-Length: ${smuggled.length}\r\n\r\n${smuggled}`),
    () => text('ends of line that are none', `GET / HTTP/1.1\nHost: ${host}\n\n`, `GET / HTTP/1.1\rHost: ${host}\r\r`),
    () =>
      text(
        'odd chunks',
        `${start}Transfer-Encoding: chunked\r\n\r\n`,
        oneOf(chance, [
          'zz\r\n',
          '-1\r\n',
          'ffffffffffffffff\r\nx',
          '5;a=\0\r\nabcde\r\n0\r\n\r\n',
          '5\r\nab',
          '0x5\r\nabcde\r\n',
          '\r\n',
          `${'1\r\na\r\n'.repeat(500)}`,
        ]),
      ),
    () => ({ ...text('a body that stops', `${start}Content-Length: 5000\r\n\r\n`, 'a=1', '&b=2'), goes: true }),
    () => ({ ...text('half a request', start), goes: true }),
    () =>
      text(
        'an absurd length',
        `${start}Content-Length: ${oneOf(chance, ['9007199254740993', '2147483648', '1000000000'])}\r\n\r\na=1`,
      ),
    () =>
      text(
        'many in a row',
        `${`GET /health HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(1 + chance(30))}GET / HTTP/9\r\n\r\n`,
      ),
    () =>
      text(
        'another protocol',
        oneOf(chance, [
          'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
          'EHLO x\r\n',
          'SSH-2.0-x\r\n',
          '*1\r\n$4\r\nPING\r\n',
          '\x00\x00\x00\x08\x04\xd2\x16\x2f',
        ]),
      ),
    () =>
      text(
        'an upgrade',
        `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: ${oneOf(chance, ['h2c', 'websocket', 'TLS/1.0'])}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      ),
    () => text('one that is waited for', `${start}Expect: 100-continue\r\nContent-Length: 3\r\n\r\n`, 'a=1'),
    () => ({
      kind: 'a body of no text',
      pieces: [
        Buffer.from(`${start}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 300\r\n\r\n`),
        bytes(chance, 300),
      ],
    }),
  ]
  return oneOf(chance, kinds)()
}
