// Over 150 lines because all that is tried on one link is to be seen together.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, heldIn, type TestHouse } from '../support/house.ts'
import { aLink, asksByLink, aYoungCase, saidByGuardian, saveCase } from '../support/own.ts'

/*
 * One link, many hands: a scanner that opens everything, a button that is pressed again and again, somebody who tries
 * what is not theirs.
 */

const kinds = ['guardian-under-14', 'sensitive', 'third-party', 'guardian-participation', 'research']
const answers = (research: string) => ({
  ...Object.fromEntries([...kinds, 'confidentiality-limits'].map((kind) => [kind, 'given'])),
  ...{ research, signedName: '박서윤' },
})

let house: TestHouse
const test = suite('a personal link under siege')
test.before.each(async () => {
  house = await aHouse()
})
test.after.each(() => house.close())

test('100 previews of it spend nothing, change nothing and are told nothing', async () => {
  const { token, link } = aLink()
  await saveCase(house, aYoungCase({ links: [link] }))
  const before = await heldIn(house.store)
  const bots: Record<string, string>[] = [
    {},
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'User-Agent': 'kakaotalk-scrap/1.0' },
    { 'User-Agent': 'facebookexternalhit/1.1' },
  ]
  const pages = await Promise.all(
    Array.from({ length: 100 }, async (_, at) => {
      const path = at % 5 === 4 ? aLink().token : token
      const answer = await house.site.request(`https://saegil.test/consent/${path}`, { headers: bots[at % 4] })
      assert.is(answer.status, 200)
      const text = await answer.text()
      return text.replaceAll(path, '').replace(/(content|value)="[\w-]{43}"/g, '')
    }),
  )
  assert.is(new Set(pages).size, 1, 'a link that opens and one that does not look the same')
  assert.not.match(pages[0]!, /김민준|박서윤|새길|saegil/i)
  assert.is(await heldIn(house.store), before)
  assert.is((await asksByLink(house, token)('/my/answers', answers('given'))).status, 303)
})

test('200 answers at once are kept as exactly one, and only those that say the same are thanked', async () => {
  const { token, link } = aLink()
  await saveCase(house, aYoungCase({ links: [link] }))
  const asks = asksByLink(house, token)
  const came = await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      const research = at % 2 === 0 ? 'given' : 'refused'
      return { research, status: (await asks('/my/answers', answers(research))).status }
    }),
  )
  const file = (await house.store.caseFile('2026-0001'))!
  assert.is(file.consents.length, 6)
  const kept = file.consents.find(({ kind }) => kind === 'research')?.answer
  for (const { research, status } of came) assert.is(status, research === kept ? 303 : 409)
  assert.is((await house.store.entries('notices')).length, 1)
  assert.is(file.journal.length, 1)
})

test('one guardian’s page never shows the other’s answers, nor another child', async () => {
  const hers = aLink()
  const other = aLink()
  const mine = saidByGuardian('guardian-participation', 0)
  const his = saidByGuardian('research', 1, {
    answer: 'refused',
    withdrawn: { on: '2026-11-21', why: 'ZQWHY', by: 'han', at: '2026-11-21T00:00:00.000Z' },
  })
  const survey = {
    id: 's',
    survey: 'intake',
    version: 1,
    wave: 'intake',
    linkHash: 'x',
    expiresAt: '2026-12-01T00:00:00.000Z',
    by: 'han',
    at: '2026-11-20T00:00:00.000Z',
  }
  const surveys = [
    { ...survey, response: { at: '2026-11-21T00:00:00.000Z', lang: 'ko' as const, answers: { q: 'ZQANSWER' } } },
  ]
  const notes = [
    { sessionId: 'x', signed: { summary: 'ZQNOTE', by: 'han', at: '2026-11-20T00:00:00.000Z' }, addenda: [] },
  ]
  await saveCase(
    house,
    aYoungCase({
      links: [{ ...hers.link, answered: '2026-11-20T00:00:00.000Z' }],
      consents: [mine, his],
      surveys,
      notes,
    }),
  )
  await saveCase(
    house,
    aYoungCase({
      number: '2026-0002',
      youth: { name: '나다움', birthDate: '2014-01-01', gender: 'female' },
      links: [other.link],
    }),
  )
  const asks = asksByLink(house, hers.token)
  for (const path of ['/my', '/my/page', '/my/looked', '/my/answers/1/withdrawal']) {
    const page = await asks(path)
    assert.is(page.status, 200, path)
    assert.not.match(await page.text(), /나다움|2026-0002|2026-0001|박서윤|김도현|ZQ|연구에 쓰기|한지우/, path)
  }
  // 2 is the father's, 3 is nobody's
  for (const at of [2, 3, 999]) {
    assert.is((await asks(`/my/answers/${at}/withdrawal`)).status, 404, `GET ${at}`)
    assert.is((await asks(`/my/answers/${at}/withdrawal`, {})).status, 404, `POST ${at}`)
  }
  const file = (await house.store.caseFile('2026-0001'))!
  assert.equal(file.consents, [mine, his])
  assert.is(file.journal.length, 0)
})

test('every link that opens nothing is answered the same: unknown, over, revoked, erased', async () => {
  const revoked = { by: 'han', at: '2026-11-22T00:00:00.000Z' }
  const cases = [aLink({ revoked }), aLink({ expiresAt: '2026-11-22T01:00:00.000Z' }), aLink(), aLink()]
  const [gone, over, erased, unknown] = cases.map(({ token }) => token)
  await saveCase(house, aYoungCase({ links: [cases[0]!.link, cases[1]!.link] }))
  await saveCase(house, aYoungCase({ number: '2026-0002', links: [cases[2]!.link] }))
  await house.store.change((view) => {
    view.eraseCase('2026-0002')
    return { ok: true, value: undefined }
  })
  for (const [path, fields] of [
    ['/my', undefined],
    ['/my/page', undefined],
    ['/my/looked', undefined],
    ['/my/answers', {}],
    ['opening', {}],
  ] as const) {
    const answers = await Promise.all(
      [gone, over, erased, unknown, 'x'].map(async (token = '') => {
        const to = path === 'opening' ? `/consent/${token}/opening` : path
        const answer = await asksByLink(house, token)(to, fields)
        return JSON.stringify([
          answer.status,
          [...answer.headers],
          (await answer.text()).replaceAll(token.length > 1 ? token : 'none', ''),
        ])
      }),
    )
    assert.is(new Set(answers).size, 1, path)
    assert.match(answers[0]!, /^\[404/, path)
  }
})

test('who came by a link is in the log, with the case and what they are', async () => {
  const { token, link } = aLink()
  await saveCase(house, aYoungCase({ links: [link] }))
  await asksByLink(house, token)('/my')
  const entries = []
  for await (const entry of house.store.logged('2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'))
    entries.push(entry)
  const last = entries.at(-1)!
  assert.equal(
    [last.deed, last.by, last.role, last.caseNumber],
    ['open an own page', 'guardian', undefined, '2026-0001'],
  )
  assert.not.match(JSON.stringify(entries), token)
})

test.run()
