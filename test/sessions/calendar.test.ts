import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { asks, inHouse, theForm } from '../support/sessions.ts'

const test = suite('the calendar')

test('the lead sees every week or one counsellor’s, a counsellor only their own, whatever the address says', () =>
  inHouse(async (house) => {
    const [han, bora, seo] = [await asks(house, 'han'), await asks(house, 'bora'), await asks(house, 'seo')]
    await han('/cases/2026-0001/sessions', theForm)
    await bora('/cases/2026-0002/sessions', { ...theForm, roomId: 'room-2' })
    const week = '/calendar?week=2026-11-23'
    assert.match((await seo(week)).text, /2026-0001[\s\S]*2026-0002/)
    assert.not((await seo(`${week}&of=han`)).text.includes('2026-0002'))
    assert.not((await han(`${week}&of=bora`)).text.includes('2026-0002'))
    for (const odd of ['2026-02-30', 'next', '1900-01-01', '2199-12-31'])
      assert.is((await han(`/calendar?week=${odd}`)).status, 200)
  }))

test.run()
