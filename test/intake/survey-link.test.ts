import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import { asForm, ask, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { saveStages } from '../support/stages.ts'

const test = suite('the link to a survey')

test('leads to where people reach the house, sealed, however its proxy asks for the page', async () => {
  const house = await aHouse(saveStages)
  await signedIn(house)
  const origin = 'https://saegil.example'
  const site = siteOf({ ...house, origin })
  // as a proxy sends it on: unsealed, and by a name of its own
  const request = (url: string, how?: RequestInit) => site.request(`http://10.0.0.5:4321${new URL(url).pathname}`, how)
  const headers = { ...asForm, Origin: origin, 'Sec-Fetch-Site': 'same-origin' }
  const proxied = { site: { request } } as unknown as TestHouse
  const answer = await ask(proxied, 'han', 'POST', '/cases/2026-0002/surveys', { headers, body: 'wave=exit&way=link' })
  const page = await answer.text()
  assert.is(answer.status, 200)
  assert.match(page, new RegExp(`${origin}/s#[\\w-]{43}`))
  assert.not.match(page, '10.0.0.5')
  await house.close()
})

test.run()
