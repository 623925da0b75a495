import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { siteOf } from '../../src/app.ts'
import type { Store } from '../../src/store/store.ts'
import { asForm, ask, ownPage, signedIn, tokenOf } from '../support/asking.ts'
import { aHouse, password, type TestHouse } from '../support/house.ts'
import { aCaseUnderWay } from '../support/under-way.ts'

/** Its disk takes nothing: what is to be saved or logged fails with a code, unless that is empty. */
const failing = (store: Store, code: () => string): Store =>
  new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if ((name !== 'change' && name !== 'log') || code() === '')
        return typeof value === 'function' ? value.bind(target) : value
      return () => Promise.reject(Object.assign(new Error('the disk'), { code: code() }))
    },
  })

let house: TestHouse

const test = suite('a page while the disk takes nothing')
test.before(async () => {
  house = await aHouse((view) => view.saveCase(aCaseUnderWay({ number: '2026-0001' })))
  await signedIn(house)
})
test.after(() => house.close())

test('is told of a full one or a broken one, and gives back what was typed, until it is well again', async () => {
  const told: string[] = []
  const { error } = console
  console.error = (line: string) => told.push(line)
  const site = siteOf({ ...house, store: failing(house.store, () => code) })
  const body = new URLSearchParams({ text: '오늘은 왔다', password }).toString()
  const note = {
    headers: { ...ownPage, ...asForm, 'X-Token': tokenOf('han'), 'Content-Length': String(body.length) },
    body,
  }
  let code = 'ENOSPC'
  try {
    for (const [said, title] of [
      ['ENOSPC', '저장 공간이 가득 찼습니다'],
      ['EDQUOT', '저장 공간이 가득 찼습니다'],
      ['EIO', '지금은 이용할 수 없습니다'],
      ['EROFS', '지금은 이용할 수 없습니다'],
    ] as const) {
      code = said
      const answer = await ask({ site }, 'han', 'POST', '/cases/2026-0001/notes', note)
      assert.equal([answer.status, answer.headers.get('Retry-After')], [title.startsWith('저장') ? 507 : 503, '15'])
      const page = await answer.text()
      assert.match(page, `<h1>${title}</h1>`)
      assert.match(page, '<input type="hidden" name="text" value="오늘은 왔다">')
      assert.not.match(page, password)
      assert.match(told.at(-1) ?? '', `(${said}): POST `)
    }
    code = 'ENOSPC'
    const page = await ask({ site }, 'han', 'GET', '/cases/2026-0001', {
      headers: { ...ownPage, Cookie: '__Host-visit=han; __Host-lang=en' },
    })
    assert.match(await page.text(), '<h1>There is no room left</h1>')
    code = ''
    assert.is((await ask({ site }, 'han', 'GET', '/cases/2026-0001')).status, 200)
  } finally {
    console.error = error
  }
})

test.run()
