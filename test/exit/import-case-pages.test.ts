import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ko } from '../../views/words.ko.ts'
import { linksOn } from '../support/crawl.ts'
import { aHouse } from '../support/house.ts'
import { bring } from '../support/import-desk.ts'
import { aRow, csvOf, type Record17, tableOf } from '../support/import-rows.ts'
import { aVisitor } from '../support/visitor.ts'

const i = ko.importing
const csv = (...records: Record17[]) => csvOf(tableOf(records))

const test = suite('an imported case')

test('has pages on which nothing falls over, in both languages', async () => {
  const house = await aHouse()
  const surveys = {
    'intake:ctrl1': '4',
    'intake:ctrl2': 'declined',
    'exit:ctrl1': '5',
    'intake:acts': 'posting-sharing',
  }
  const bare = { motives: '', main_motive: '', types: '', channels: '', relation: '', grade: '', sessions_held: '' }
  await bring(
    house,
    csv(
      aRow(surveys),
      aRow({ case: 'B', ...bare, minutes_held: '', closed_on: '', closure_reason: '' }),
      aRow({ case: 'C', closed_on: '', closure_reason: '' }),
    ),
  )
  const seo = await aVisitor(house).signIn('seo')
  await (await seo.open('/report/import/check')).press('3건 모두 가져오기')
  await seo.open('/cases/2020-0001')
  seo.mustSee(i.mark)
  let looked = 0
  for (const lang of ['ko', 'en'] as const) {
    const opened = new Set<string>()
    const reader = aVisitor(house)
    if (lang === 'en') reader.inEnglish()
    await reader.signIn('seo')
    const look = async (path: string) => {
      await reader.open(path)
      assert.is(reader.status, 200, path)
      const said = reader.text.replace(/<textarea[\s\S]*?<\/textarea>| data-definition="[^"]*"/g, '')
      assert.not.match(said, /undefined|NaN|\[object /, path)
      opened.add(path)
    }
    for (const path of ['/', '/cases', '/retention', '/report', '/report/outcome']) await look(path)
    // every page of each case: whatever its own pages lead to
    for (const number of ['2020-0001', '2020-0002', '2020-0003']) {
      const own = `/cases/${number}`
      const waiting = [own]
      for (let path = waiting.shift(); path; path = waiting.shift()) {
        await look(path)
        const further = linksOn(reader).filter((to) => to.startsWith(`${own}/`) && !opened.has(to))
        for (const to of further.filter((one) => !waiting.includes(one))) waiting.push(to)
      }
    }
    looked += opened.size
  }
  assert.ok(looked > 60, `${looked}`)
  await house.close()
})

test.run()
