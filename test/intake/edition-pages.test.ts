// Over 150 lines because it is one way through: looked at, written, refused, previewed, published.
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newestOf, shipped } from '../../src/surveys/shelf.ts'
import { ko as words } from '../../views/words.ko.ts'
import { asForm, ask, ownPage, signedIn } from '../support/asking.ts'
import { hostile } from '../support/hostile-definitions.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aHastyVisitor, aVisitor } from '../support/visitor.ts'

const v = words.versions
const box = words.fields.definition
const intake = newestOf(shipped, 'intake')!

let house: TestHouse
const test = suite('versions of surveys, through the site')
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
const saved = async (definition = reworded()) => {
  const answer = await post('seo', '/surveys', { survey: 'intake', definition })
  assert.is(answer.headers.get('Location'), '/surveys/intake.v2?done=edition-drafted', await answer.text())
}
test('a counsellor sees what is asked, word for word in both languages, and can change nothing', async () => {
  await saved()
  const visitor = await aHastyVisitor(house).signIn('han')
  await visitor.open('/surveys')
  visitor.mustSee(v.survey.intake, v.survey.exit, v.survey['follow-up'], v.states.came, v.current, v.states.draft)
  await visitor.follow('1판', v.survey.intake)
  visitor.mustSee(before, 'I stop and think for a moment before I send', '거꾸로', '바로 알림: 자해·자살 위험')
  visitor.mustSee('정답: 맞아요')
  await visitor.open('/surveys/intake.v2')
  visitor.mustSee(after)
  for (const button of [v.publish, v.remove, v.replace, v.add]) assert.not(visitor.sees(button), button)
  const [draft] = await editions()
  for (const path of ['/surveys', ...['publication', 'removal', 'replacement'].map((to) => `/surveys/intake.v2/${to}`)])
    assert.is((await post('han', path, { survey: 'exit', definition: reworded(), publishSure: 'yes' })).status, 403)
  assert.equal(await editions(), [draft])
})

test('neither a school nor the admin, nor somebody from outside, sees any of it', async () => {
  for (const path of ['/surveys', '/surveys/intake.v1', '/surveys/intake.v1/preview', '/surveys/new']) {
    for (const who of ['oh', 'yoo']) assert.is((await ask(house, who, 'GET', path)).status, 403, `${who} ${path}`)
    assert.is((await ask(house, undefined, 'GET', path)).status, 303)
  }
})

test('the lead changes a sentence of the version in use, sees what that means, and publishes it', async () => {
  const visitor = await aHastyVisitor(house).signIn('seo')
  await visitor.open('/report')
  await visitor.follow(v.toAsked)
  await visitor.follow(`${v.survey.intake} ${v.add}`)
  assert.equal(JSON.parse(visitor.valueOf(box)), intake.definition)
  await visitor.press(v.save)
  assert.is(visitor.status, 422)
  visitor.mustSee(words.reasons['same-as-newest'])
  await visitor.fill(box, visitor.valueOf(box).replace(before, after)).press(v.save)
  visitor.mustSee('사전 설문 2판', v.states.draft, v.whats.worded, before, after)
  visitor.mustSee('자기 조절 (CTRL)', v.effect.changed, '공감 (EMP)', v.effect.alike)
  await visitor.press(v.publish)
  assert.is(visitor.status, 422)
  visitor.mustSee(words.reasons['not-sure'])
  await visitor.tick(words.fields.publishSure, v.sure).press(v.publish)
  visitor.mustSee(words.done['edition-published'], v.states.published, v.current, '서연우')
  assert.is((await editions())[0]?.published?.by, 'seo')
  await visitor.open('/surveys/new?survey=intake')
  assert.match(visitor.valueOf(box), after)
})

test('a version comes as a file of a neutral name, and can be sent in again as the next', async () => {
  const file = await ask(house, 'seo', 'GET', '/surveys/intake.v1/definition.json')
  assert.is(file.headers.get('Content-Disposition'), 'attachment; filename="intake.v1.json"')
  const text = await file.text()
  assert.equal(JSON.parse(text), intake.definition)
  await saved(text.replace(before, after))
})

test('a draft is looked at as the youth would see it: nothing of the scoring, nothing that could send it', async () => {
  await saved()
  const page = await (await ask(house, 'seo', 'GET', '/surveys/intake.v2/preview')).text()
  for (const part of [v.previewMark, after, 'data-definition']) assert.ok(page.includes(part), part)
  assert.not.match(page, /&quot;(scale|reversed|key|safety)&quot;:/)
  assert.not.match(page, /<form|survey\.js|<script>|style=/)
  const visitor = await aHastyVisitor(house).signIn('seo')
  await visitor.open('/surveys/intake.v2/preview')
  assert.is(visitor.status, 200)
})

test('there is one draft at a time, also when two send one at once; it can be changed and taken away', async () => {
  const two = await Promise.all([1, 2].map(() => post('seo', '/surveys', { survey: 'intake', definition: reworded() })))
  assert.equal(two.map(({ status }) => status).sort(), [303, 422])
  const visitor = await aHastyVisitor(house).signIn('seo')
  await visitor.open('/surveys/new?survey=intake')
  visitor.mustSee(v.draftThere)
  await visitor.follow(v.toDraft)
  await visitor.follow(v.replace)
  await visitor.fill(box, visitor.valueOf(box).replace(after, '다른 문장이에요.')).press(v.save)
  visitor.mustSee('다른 문장이에요.')
  await visitor.press(v.remove)
  visitor.mustSee(words.done['edition-removed'])
  assert.equal(await editions(), [])
  assert.is((await ask(house, 'seo', 'GET', '/surveys/intake.v2')).status, 404)
})

test('a hostile definition is refused at its field with what is wrong, and comes back whole', async () => {
  const tried = hostile.filter((_, nth) => nth % 9 === 0)
  for (const [what, definition] of tried) {
    const text = JSON.stringify(definition)
    // what is larger than a file may be is another matter
    if (text.length > 200_000) continue
    const answer = await post('seo', '/surveys', { survey: 'exit', definition: text })
    const page = await answer.text()
    assert.is(answer.status, 422, what)
    assert.ok(page.includes(words.reasons['definition-faulty']), what)
    assert.not.match(page, /<script>|<img/, what)
  }
  assert.ok(tried.length > 8)
  const visitor = await aVisitor(house).signIn('seo')
  await visitor.open('/surveys/new?survey=exit')
  await visitor.fill(box, '{"pages": [\n<script>alert(1)</script>').press(v.save)
  assert.is(visitor.status, 422)
  assert.is(visitor.valueOf(box).replace('\r\n', '\n'), '{"pages": [\n<script>alert(1)</script>')
  assert.equal(await editions(), [])
})

test('of many faults thirty are shown, and how many more there are', async () => {
  const definition = reworded().replaceAll('"en":"', '"en":"<')
  const page = await (await post('seo', '/surveys', { survey: 'intake', definition })).text()
  assert.is(page.match(/<li><strong>/g)?.length, 30)
  assert.match(page, /그 밖에 \d+가지가 더 있습니다/)
})

test('a text over 256 KiB is refused at its field, a body over what the site takes by a page of its own', async () => {
  const large = await post('seo', '/surveys', { survey: 'intake', definition: 'x'.repeat(256 * 1024 + 1) })
  assert.is(large.status, 422)
  assert.ok((await large.text()).includes('256KiB보다 깁니다'))
  for (const size of [700_000, 10_000_000]) {
    const refused = await post('seo', '/surveys', { survey: 'intake', definition: 'x'.repeat(size) })
    assert.is(refused.status, 413)
    assert.ok((await refused.text()).includes(words.shared.refused['too-large'].title))
  }
  assert.equal(await editions(), [])
})

test.run()
