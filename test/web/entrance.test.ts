import { Hono } from 'hono'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clientOf, type Entrance, entrance } from '../../src/web/entrance.ts'
import type { House, Site } from '../../src/web/site.ts'

/** A house that tells whom it thinks it was asked by. */
function aHouse(how: Entrance | undefined, origin?: string, stopping?: () => boolean) {
  const site = new Hono<Site>()
  site.use(async (c, next) => {
    c.set('house', { entrance: how, origin, stopping } as House)
    await next()
  })
  site.use(entrance)
  site.all('*', (c) => c.text(c.var.from))
  return async (url: string, peer: string, headers: Record<string, string> = {}, method = 'GET') => {
    const env = { incoming: { socket: { remoteAddress: peer } } }
    const answer = await site.request(url, { headers, method }, env)
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('Location') }
  }
}

const loopback = suite('a house on this machine only')
const local = aHouse({ loopbackOnly: true, proxies: [], tls: false })

loopback('answers to its own names', async () => {
  for (const host of ['localhost:4321', '127.0.0.1:4321', '[::1]:4321', '127.8.8.8'])
    assert.is((await local(`http://${host}/`, '127.0.0.1')).status, 200, host)
})
loopback('answers to no other name: a foreign page could lead a browser here by one', async () => {
  for (const host of [
    'saegil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    '0.0.0.0',
    '127.1x',
  ])
    assert.is((await local(`http://${host}/cases`, '127.0.0.1')).status, 421, host)
})
loopback('believes nobody about where a request comes from', async () => {
  const { text } = await local('http://localhost/', '127.0.0.1', { 'X-Forwarded-For': '203.0.113.9' })
  assert.is(text, '127.0.0.1')
})

const proxied = suite('a house behind a proxy')
const behind = aHouse({ loopbackOnly: false, proxies: ['10.0.0.2'], tls: false }, 'https://saegil.example')
const viaProxy = { 'X-Forwarded-For': '198.51.100.7, 203.0.113.9', 'X-Forwarded-Proto': 'https' }

proxied('takes the address that its proxy saw, not what the asker wrote before it', async () =>
  assert.is((await behind('http://saegil.example/', '10.0.0.2', viaProxy)).text, '203.0.113.9'),
)
proxied('knows its proxy on a socket of both kinds', async () =>
  assert.is((await behind('http://saegil.example/', '::ffff:10.0.0.2', viaProxy)).text, '203.0.113.9'),
)
proxied('that stops has a proxy ask another for pages; what is sent is still taken', async () => {
  let isStopping = false
  const from = { loopbackOnly: false, proxies: ['10.0.0.2'], tls: true }
  const house = aHouse(from, 'https://saegil.example', () => isStopping)
  const passing = { ...viaProxy, 'X-Pass-On': 'yes' }
  const status = async (peer: string, headers: Record<string, string>, method?: string) =>
    (await house('http://saegil.example/', peer, headers, method)).status
  assert.is(await status('10.0.0.2', passing), 200)
  isStopping = true
  assert.is(await status('10.0.0.2', passing), 502)
  assert.is(await status('10.0.0.2', passing, 'POST'), 200)
  // one that would not ask another, and whoever is no proxy
  assert.is(await status('10.0.0.2', viaProxy), 200)
  assert.is(await status('10.0.0.3', passing), 200)
})
proxied('speaks to nobody else without a seal', async () =>
  assert.is((await behind('http://saegil.example/', '10.0.0.3', viaProxy)).status, 403),
)
proxied('leads back to the seal what the proxy was sent without', async () => {
  const unsealed = { ...viaProxy, 'X-Forwarded-Proto': 'http' }
  const led = await behind('http://saegil.example/cases?page=2', '10.0.0.2', unsealed)
  assert.equal([led.status, led.to], [308, 'https://saegil.example/cases?page=2'])
  assert.is((await behind('http://saegil.example/sign-in', '10.0.0.2', unsealed, 'POST')).status, 403)
})
proxied('that seals itself too speaks to everyone, and believes only the proxy', async () => {
  const sealed = aHouse({ loopbackOnly: false, proxies: ['10.0.0.2'], tls: true }, 'https://saegil.example')
  assert.is((await sealed('https://saegil.example/', '192.0.2.1', viaProxy)).text, '192.0.2.1')
})
proxied('finds the client before a row of proxies, and its proxy where the header says nothing', () => {
  const proxies = ['10.0.0.2', '10.0.0.3']
  assert.is(clientOf('10.0.0.2', '203.0.113.9, 10.0.0.3', proxies), '203.0.113.9')
  assert.is(clientOf('10.0.0.2', '2001:db8::1', proxies), '2001:db8::1')
  for (const nothing of [undefined, '', 'unknown', '10.0.0.3', '203.0.113.9, <script>'])
    assert.is(clientOf('10.0.0.2', nothing, proxies), '10.0.0.2', nothing)
})

const bare = suite('a house whose entrance nobody settled')
bare('lets everything in, from where the socket says', async () => {
  const { status, text } = await aHouse(undefined)('https://saegil.test/', '192.0.2.1', viaProxy)
  assert.equal([status, text], [200, '192.0.2.1'])
})

loopback.run()
proxied.run()
bare.run()
