import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { issueSurvey } from '../../src/intake/issue-survey.ts'
import { hashOf, newToken } from '../../src/people/token.ts'
import { done } from '../../src/result.ts'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { ko as words } from '../../views/words.ko.ts'
import { wholeAnswers } from '../support/answers.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { signed } from '../support/samples.ts'
import { aCaseUnderWay } from '../support/under-way.ts'
import { aHastyVisitor } from '../support/visitor.ts'

const v = words.versions
const intake = newestOf(shipped, 'intake')!

let house: TestHouse
const test = suite('publishing a version, through the site')
test.before.each(async () => {
  house = await aHouse()
  await signedIn(house)
})
test.after.each(() => house.close())

const before = '글이나 사진을 보내기 전에 잠깐 멈추고 생각해요.'
const after = '글이나 사진을 보내기 전에 멈추고 생각해요.'
const reworded = () => JSON.stringify(intake.definition).replace(before, after)
const editions = () => house.store.entries('editions')
const post = (who: string, path: string, fields: Record<string, string> = {}) =>
  ask(house, who, 'POST', path, { headers: { ...ownPage, ...asForm }, body: new URLSearchParams(fields).toString() })
const saved = async () =>
  assert.is((await post('seo', '/surveys', { survey: 'intake', definition: reworded() })).status, 303)
const publish = async () => {
  const [draft] = await editions()
  return post('seo', '/surveys/intake.v2/publication', { publishSure: 'yes', seen: draft?.at ?? '' })
}

test('what was published stays as it is, whatever is sent: not changed, not taken away, not published twice', async () => {
  await saved()
  assert.is((await publish()).status, 303)
  const frozen = await editions()
  const definition = reworded().replace(after, '다른 문장이에요.')
  for (const [to, fields] of [
    ['replacement', { definition }],
    ['removal', {}],
    ['publication', { publishSure: 'yes', seen: frozen[0]!.at }],
  ] as [string, Record<string, string>][]) {
    const answer = await post('seo', `/surveys/intake.v2/${to}`, fields)
    assert.is(answer.status, 422, to)
    assert.ok((await answer.text()).includes(words.reasons['edition-published']), to)
    assert.is((await post('seo', `/surveys/intake.v1/${to}`, fields)).status, 422, to)
  }
  assert.equal(await editions(), frozen)
})

test('a draft that the rules of today do not allow any more is not published, and says why', async () => {
  await saved()
  const [draft] = await editions()
  const old = JSON.parse(JSON.stringify(draft).replace(after, 'https://example.test 가'))
  await house.store.change((view) => done(view.saveEntry('editions', old)))
  const answer = await publish()
  const page = await answer.text()
  assert.is(answer.status, 422)
  assert.ok(page.includes(words.reasons['definition-faulty']) && page.includes(v.faults['words-with-address']))
  assert.is((await editions())[0]?.published, undefined)
})

test('a draft that was changed since it was looked at is not published', async () => {
  await saved()
  const [seen] = await editions()
  house.clock.set('2026-11-22T01:05:00.000Z')
  await post('seo', '/surveys/intake.v2/replacement', { definition: reworded().replace(after, '다른 문장이에요.') })
  const answer = await post('seo', '/surveys/intake.v2/publication', { publishSure: 'yes', seen: seen!.at })
  assert.is(answer.status, 422)
  assert.ok((await answer.text()).includes(words.reasons['changed-meanwhile']))
  assert.is((await editions())[0]?.published, undefined)
})

const consent = {
  kind: 'survey',
  giver: 'youth',
  route: 'in-person',
  textVersion: '1',
  answer: 'given',
  on: '2026-11-02',
}
/** A case whose intake survey is out, and the token of its link. */
async function handedOut(number: string): Promise<string> {
  const token = newToken()
  const file = aCaseUnderWay({ number })
  const asked = { ...file, consents: [...file.consents, { ...consent, ...signed() } as (typeof file.consents)[number]] }
  const issued = issueSurvey(asked, { wave: 'intake', linkHash: hashOf(token) }, 1, signed('han', house.clock.now()))
  assert.ok(issued.ok, JSON.stringify(issued))
  await house.store.change((view) => done(view.saveCase(issued.value)))
  return token
}
const tell = async (to: string, body: object) => {
  const headers = { ...ownPage, 'Content-Type': 'application/json' }
  const answer = await ask(house, undefined, 'POST', `/s/${to}`, { headers, body: JSON.stringify(body) })
  return answer.json()
}

test('whoever opened a survey before stays with that version; whoever opens it afterwards is asked the new one', async () => {
  const [first, second] = [await handedOut('2026-0001'), await handedOut('2026-0002')]
  assert.is((await tell('opening', { token: first })).version, 1)
  await saved()
  assert.is((await tell('opening', { token: first })).version, 1)
  assert.is((await publish()).status, 303)
  const [one, other] = [await tell('opening', { token: first }), await tell('opening', { token: second })]
  assert.equal([one.version, other.version], [1, 2])
  assert.equal([JSON.stringify(one).includes(before), JSON.stringify(one).includes(after)], [true, false])
  assert.equal([JSON.stringify(other).includes(before), JSON.stringify(other).includes(after)], [false, true])
  const answers = wholeAnswers(intake)
  assert.equal(await tell('answers', { token: second, version: 1, answers, page: 1 }), { refused: 'survey-changed' })
  for (const [token, version] of [
    [first, 1],
    [second, 2],
  ])
    assert.is((await tell('submission', { token, version, answers, seconds: 600, pages: {} })).sent, true)
  const kept = await Promise.all(['2026-0001', '2026-0002'].map((number) => house.store.caseFile(number)))
  assert.equal(
    kept.map((file) => file?.surveys[0]?.version),
    [1, 2],
  )
  const visitor = await aHastyVisitor(house).signIn('seo')
  await visitor.open('/surveys/intake.v2')
  visitor.mustSee(`${v.handed}1`, `${v.answered}1`)
})

test.run()
