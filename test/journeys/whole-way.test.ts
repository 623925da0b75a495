import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { wholeAnswers } from '../support/answers.ts'
import { ownPage, tokenOf } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { databases } from '../support/postgres.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'
import * as way from './whole-way.ts'

const origin = 'https://saegil.test'

/** The visitor as one who walks the whole way. */
const walking = (visitor: Visitor): way.Walker => Object.assign(visitor, { wordsHere: () => visitor.words })

const asNobody = { Cookie: '__Host-guest=nobody', 'X-Token': tokenOf('nobody') }

/** The survey page needs scripts; what its script sends is sent here by hand. */
async function answer({ site }: TestHouse, link: string, survey: 'intake' | 'exit', row: number): Promise<void> {
  const token = link.split('#')[1]
  const definition = newestOf(shipped, survey)
  assert.ok(token && definition, link)
  const tell = (path: string, body: unknown) =>
    site.request(`${origin}/s/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...ownPage, ...asNobody },
      body: JSON.stringify(body),
    })
  assert.is((await tell('opening', { token })).status, 200)
  const sent = await tell('submission', { token, answers: wholeAnswers(definition, row), lang: 'ko' })
  assert.is(sent.status, 200, await sent.text())
}

const journey = suite('the whole way with scripts off')

journey('from the school’s referral to the figures', async () => goneOn(await aHouse()))

// a change that meets another is decided anew: deciding must do nothing but decide
journey('the same with everything decided twice', async () =>
  goneOn(await aHouse(undefined, undefined, undefined, true)),
)

const onDatabase = databases === undefined ? journey.skip : journey
onDatabase('the same on PostgreSQL', async () => goneOn(await aHouse(undefined, undefined, 'postgres')))

async function goneOn(house: TestHouse): Promise<void> {
  await way.prepare(house)
  const walker = walking(aVisitor(house))
  const before = await way.figures(house)
  await way.refer(walker)
  await way.accept(walker)
  await way.agree(walker)
  await way.intake(walker)
  await answer(house, await way.issue(walker, '사전 설문'), 'intake', 2)
  await way.bookEleven(walker, house)
  await way.holdTen(walker, house)
  await way.writeNotes(walker, house)
  await answer(house, await way.issue(walker, '사후 설문'), 'exit', 4)
  await way.seeChange(walker)
  await way.close(walker)
  await way.compare(house, before)
  await house.close()
}

journey.run()
