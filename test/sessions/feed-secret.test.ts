import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hashOf } from '../../src/people/token.ts'
import { done } from '../../src/result.ts'
import type { View } from '../../src/store/store.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aFeed, feedToken, reads } from '../support/feed.ts'
import type { TestHouse } from '../support/house.ts'
import { entriesIn } from '../support/logged.ts'
import { han, signed } from '../support/samples.ts'
import { inHouse } from '../support/sessions.ts'

const change = (house: TestHouse, make: (view: View) => void) => house.store.change((view) => done(make(view)))

const test = suite('the secret in a feed’s address')

test('that opens nothing is answered like a page that is not there, to the last letter', () =>
  inHouse(async (house) => {
    await signedIn(house)
    const asked = async (path: string, who?: string) => {
      const answer = await ask(house, who, 'GET', path, { from: '10.0.0.9' })
      return JSON.stringify([answer.status, [...answer.headers], await answer.text()])
    }
    const own = `/feed/${feedToken}.ics`
    const missing = await asked('/feed/x')
    assert.match(missing, /^\[404,/)
    assert.is(await asked(own, 'bora'), await asked('/nowhere', 'bora'))
    const states: [why: string, make: (view: View) => void][] = [
      ['nobody has it', () => undefined],
      ['its owner has left', (view) => view.savePerson({ ...han, feed: aFeed, ended: signed('yoo') })],
      ['its owner is a lead now', (view) => view.savePerson({ ...han, feed: aFeed, role: 'lead' })],
      ['another one took its place', (view) => view.savePerson({ ...han, feed: { ...aFeed, hash: hashOf('x') } })],
    ]
    for (const [why, make] of states) {
      await change(house, make)
      assert.is(await asked(own), missing, why)
    }
    await change(house, (view) => view.savePerson({ ...han, feed: aFeed }))
    for (const near of [
      `/feed/${feedToken}`,
      `/feed/${feedToken}.ICS`,
      `/feed/${aFeed.hash}.ics`,
      `/feed/${feedToken}x.ics`,
    ])
      assert.is(await asked(near), missing, near)
    assert.match(await asked(own), /^\[200,/)
  }))

test('is gone when an account ends, and does not come back with it', () =>
  inHouse(async (house) => {
    await signedIn(house)
    await change(house, (view) => view.savePerson({ ...han, feed: aFeed }))
    const post = (path: string, fields: Record<string, string> = {}) =>
      ask(house, 'yoo', 'POST', `/settings/people/han/${path}`, {
        headers: { ...ownPage, ...asForm },
        body: new URLSearchParams(fields).toString(),
      })
    assert.is((await post('ending')).status, 303)
    assert.is((await post('return')).status, 303)
    const { ended, feed } = (await house.store.person('han')) ?? {}
    assert.equal([ended, feed], [undefined, undefined])
  }))

test('leaves a line in the log for whose it is, and no trace of itself, not even when something fails', () =>
  inHouse(async (house) => {
    await change(house, (view) => view.savePerson({ ...han, feed: aFeed }))
    await reads(house, feedToken)
    await reads(house, 'g'.repeat(43))
    const deed = 'read a calendar feed'
    assert.equal(
      (await entriesIn(house)).map((one) => [one.deed, one.by, one.status]),
      [
        [deed, 'han', 200],
        [deed, undefined, 404],
      ],
    )
    const { error } = console
    const said: unknown[] = []
    console.error = (...words) => said.push(...words)
    house.store.rooms = () => Promise.reject(new Error('no rooms'))
    const failed = await reads(house, feedToken)
    console.error = error
    assert.is(failed.status, 500)
    assert.match(said.join(), '/feed/:feed')
    assert.not(JSON.stringify([said, await entriesIn(house)]).includes(feedToken))
  }))

test('is read so often by one address, and no oftener', () =>
  inHouse(async (house) => {
    for (let n = 0; n < 60; n++) assert.is((await reads(house, feedToken)).status, 404)
    const late = await reads(house, feedToken)
    assert.equal([late.status, late.headers.get('Retry-After')], [429, '60'])
    house.clock.set('2026-11-22T01:01:00.000Z')
    assert.is((await reads(house, feedToken)).status, 404)
  }))

test.run()
