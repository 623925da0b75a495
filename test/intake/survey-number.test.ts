import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { aHouse } from '../support/house.ts'
import { surveyIn, surveyOutIn, youthAt } from '../support/survey-out.ts'

/*
 * A link whose number is told by voice: whoever finds the link alone opens nothing, and nobody tries more than five
 * numbers, at whichever door.
 */

const house = await aHouse()
const tell = youthAt(house)
const answers = wholeAnswers(newestOf(shipped, 'intake')!)
const pin = '135792'
const bodies = { opening: {}, answers: { answers: {}, page: 0 }, submission: { answers }, refusal: {} }
const doors = Object.entries(bodies)
const missed = async (number: string) => (await surveyIn(house, number)).survey?.pin?.wrong

const test = suite('a number told by voice')

test('is asked for at every door, and asking counts as no try', async () => {
  const { number, token } = await surveyOutIn(house, { pin })
  for (const [path, body] of doors)
    for (const none of [undefined, '', '13579', '1357924', 'abcdef', 135792, null, [pin], { pin }]) {
      const said = await tell(`/s/${path}`, { token, pin: none, ...body })
      assert.equal([said.status, await said.json()], [403, { refused: 'pin-needed' }], `${path} ${none}`)
    }
  assert.is(await missed(number), 0)
})

test('opens when it is right, and goes with every request', async () => {
  const { number, token } = await surveyOutIn(house, { pin })
  assert.is((await tell('/s/opening', { token, pin })).status, 200)
  assert.is((await tell('/s/answers', { token, pin, answers: {}, page: 0 })).status, 200)
  assert.is((await tell('/s/submission', { token, answers })).status, 403)
  assert.is((await tell('/s/submission', { token, pin, answers })).status, 200)
  assert.ok((await surveyIn(house, number)).survey?.response)
})

for (const [path, body] of doors)
  test(`that is wrong five times at /s/${path} ends the link, for the right one too`, async () => {
    const { number, token } = await surveyOutIn(house, { pin })
    for (let tries = 1; tries <= 5; tries++) {
      const said = await tell(`/s/${path}`, { token, pin: `00000${tries}`, ...body })
      assert.equal([said.status, (await said.json()).refused], [403, 'pin-wrong'], `try ${tries}`)
      assert.is(await missed(number), tries)
    }
    for (const [door, given] of doors) {
      const said = await tell(`/s/${door}`, { token, pin, ...given })
      assert.equal([said.status, (await said.json()).refused], [403, 'link-locked'], door)
    }
    const { survey } = await surveyIn(house, number)
    assert.equal([survey?.opened, survey?.response, survey?.refused], [undefined, undefined, undefined])
    assert.equal(await house.store.drafts(number), [])
  })

test('that is wrong four times, at one door after another, still opens', async () => {
  const { token } = await surveyOutIn(house, { pin })
  for (const [path, body] of doors) assert.is((await tell(`/s/${path}`, { token, pin: '000000', ...body })).status, 403)
  assert.is((await tell('/s/opening', { token, pin })).status, 200)
})

test('cannot be tried forty times at once', async () => {
  const { number, token } = await surveyOutIn(house, { pin })
  const tries = Array.from({ length: 40 }, (_, n) => String(n).padStart(6, '0'))
  const said = await Promise.all(
    tries.map(async (one) => (await tell('/s/answers', { token, pin: one, answers: {} })).json()),
  )
  assert.is(said.filter(({ refused }) => refused === 'pin-wrong').length, 5)
  assert.is(said.filter(({ refused }) => refused === 'link-locked').length, 35)
  assert.is(await missed(number), 5)
})

test('is not asked for on the tablet, where the counsellor stands beside', async () => {
  const { token } = await surveyOutIn(house, { pin, code: '11112222' })
  const taken = await (await tell('/tablet/opening', { code: '11112222' })).json()
  assert.is((await tell('/s/opening', { token: taken.token })).status, 200)
  assert.is((await tell('/s/opening', { token })).status, 403)
})

test.after(() => house.close())
test.run()
