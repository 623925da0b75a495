import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Authenticator, type Odd, sendPasskey } from '../support/authenticator.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/* Adding, naming and removing passkeys. */

let house: TestHouse
let han: Visitor
const test = suite('a new passkey')
test.before.each(async () => {
  house = await aHouse()
  han = await aVisitor(house).signIn('han')
  await han.open('/account/factors')
  han.fill('패스키 이름', '내 전화기')
  await sendPasskey(han, '패스키 등록', (options) => new Authenticator().made(options))
  han.mustSee('패스키를 등록했습니다.', '내 전화기')
})
test.after.each(() => house.close())

const passkeysOf = async (id: string) => (await house.store.person(id))?.factors?.passkeys ?? []

const unmade: [why: string, odd: Odd][] = [
  ['comes from another origin', { origin: 'https://evil.example' }],
  ['is for another host', { host: 'evil.example' }],
  ['asked for neither finger nor PIN', { verified: false }],
  ['answers another challenge', { challenge: Buffer.alloc(54, 1).toString('base64url') }],
  ['was made for signing in', { type: 'webauthn.get' }],
]
for (const [why, how] of unmade)
  test(`is not added when it ${why}`, async () => {
    await han.open('/account/factors')
    han.fill('패스키 이름', '또 하나')
    await sendPasskey(han, '패스키 등록', (options) => new Authenticator().made(options, how))
    assert.is(han.status, 422)
    han.mustSee('패스키를 등록하지 못했습니다.')
    assert.is((await passkeysOf('han')).length, 1)
  })

test('is named, and taken away with a word to its owner; every other visit is over then', async () => {
  const elsewhere = await aVisitor(house).signIn('han')
  await han.open('/account/factors')
  await han.fill('패스키 이름: 내 전화기', '새 전화기').press('이름 바꾸기')
  han.mustSee('패스키 이름을 바꾸었습니다.', '새 전화기')
  await elsewhere.open('/account')
  assert.is(elsewhere.path, '/account')
  await han.press('삭제')
  han.mustSee('패스키를 삭제했습니다.', '등록한 패스키가 없습니다.')
  await elsewhere.open('/account')
  assert.match(elsewhere.path, /^\/sign-in/)
  const notices = await house.store.entries('notices')
  assert.equal(
    notices.map(({ to, what }) => [to, what]),
    [
      ['han', 'factors-changed'],
      ['han', 'factors-changed'],
    ],
  )
})

test.run()
