import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { aHouse, type TestHouse } from '../support/house.ts'
import { aLink, aYoungCase, comesBy, said, saidByGuardian, saveCase } from '../support/own.ts'
import { aSession } from '../support/samples.ts'
import { tellingWordsIn } from '../support/telling-words.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

/*
 * Every page for youths and guardians, in both languages: no word of what this is about, no name in a title, sound HTML
 * (the visitor looks at that), nothing inline.
 */

const answered = '2026-11-20T01:00:00.000Z'
const kinds = [
  'collection',
  'sensitive',
  'counselling',
  'third-party',
  'survey',
  'research',
  'diversion',
  'confidentiality-limits',
]
const guardians = [
  'guardian-under-14',
  'sensitive',
  'third-party',
  'guardian-participation',
  'research',
  'collection',
  'diversion',
]

let house: TestHouse
let looked: string[] = []
const test = suite('pages for youths and guardians')
test.before(async () => {
  house = await aHouse()
})
test.after(() => house.close())

function look(visitor: Visitor): void {
  const { path, text, title, words, headers } = visitor
  looked.push(path.replace(/[\w-]{43}/, ':'))
  // who is who is asked of the page itself, which stands behind the button; the centre's own name is what it is
  assert.equal(tellingWordsIn(`${title} ${words} ${path}`), [], path)
  assert.not.match(title, /김민준|박서윤|김도현|한지우|새길/, path)
  assert.is(headers.get('Cache-Control'), 'no-store', path)
  assert.not.match(text, /undefined|\[object |NaN|\{\w+\}/, path)
  assert.not.match(text, /<[^>]* (style|on\w+)=|<style|<script(?![^>]*src=)/, path)
  assert.not.match(text, /href="\/(cases|sign-in|calendar|referrals|report)?"/, `${path}: a door to a staff page`)
}

for (const lang of ['ko', 'en'] as const)
  for (const whose of ['guardian', 'youth'] as const)
    test(`say nothing of what it is about to a ${whose}, in ${lang}`, async () => {
      looked = []
      const { token, link } = aLink({ whose })
      const file = aYoungCase({
        links: [link],
        referral: { ...aYoungCase().referral, source: 'police', types: ['illegal-filming'], channels: ['sns'] },
      })
      await saveCase(house, file)
      await house.store.change((view) => {
        view.saveSession(aSession({ id: '2026-11-23-01', startAt: '2026-11-23T05:00:00.000Z', kind: 'education' }))
        return { ok: true, value: undefined }
      })
      const visitor = lang === 'en' ? aVisitor(house).inEnglish() : aVisitor(house)
      await visitor.open(`/consent/${token}`)
      look(visitor)
      for (const path of ['/my', '/my/closed']) look(await visitor.open(path))
      look(await comesBy(visitor, token))
      look(await visitor.press(lang === 'ko' ? '답 보내기' : 'Send my answers'))
      assert.is(visitor.status, 422)
      const given = [...kinds.map((kind) => said(kind)), ...guardians.map((kind) => saidByGuardian(kind, 0))]
      for (const basis of ['voluntary', 'conditional-non-indictment']) {
        const { schoolId, ...elsewhere } = file.referral
        const referral = basis === 'voluntary' ? { ...elsewhere, schoolId, basis } : { ...elsewhere, basis }
        await saveCase(house, {
          ...file,
          referral,
          consents: given,
          links: [{ ...link, ...(basis !== 'voluntary' && { answered }) }],
        })
        for (const path of ['/my', '/my/page', '/my/looked', '/my/answers', '/my/reminders'])
          look(await visitor.open(path))
        const first = whose === 'youth' ? 1 : kinds.length + 1
        for (const at of [0, 1, 2, 3, 5, 6]) look(await visitor.open(`/my/answers/${first + at}/withdrawal`))
      }
      house.clock.set('2027-01-02T01:00:00.000Z')
      await saveCase(house, {
        ...file,
        consents: given,
        closings: [{ on: '2026-11-22', reason: 'moved', by: 'han', at: answered }],
      })
      look(await visitor.open('/my/page'))
      house.clock.set('2026-11-22T01:00:00.000Z')
      assert.ok(new Set(looked).size >= 8, looked.join())
    })

test('would be found out if they did', () => {
  for (const words of ['디지털 성범죄 예방', 'Sexual offences', '조건부 기소유예 동의', 'Conditional non-indictment'])
    assert.ok(tellingWordsIn(words).length > 0, words)
})

test('and a link is made with a message that says nothing either', async () => {
  await saveCase(house, aYoungCase())
  for (const whom of ['어머니 박서윤', '청소년 (김민준)']) {
    const han = await aVisitor(house).signIn('han')
    await han.open('/cases/2026-0001/consents')
    await han.choose('누구에게 보낼 링크인지', whom).press('링크 만들기')
    const message = han.valueOf('보낼 글')
    assert.match(message, /^안녕하세요\. 새길 상담센터[\s\S]*https:\/\/saegil\.test\/consent\/[\w-]{43}/)
    assert.equal(tellingWordsIn(message), [])
    assert.not.match(message, /김민준|박서윤/)
    // drawn into the page: nothing is fetched for it, and no policy is bent
    assert.is(han.document.querySelectorAll('svg.qr path').length, 1)
    assert.not.match(han.text, /data:image|<img/)
  }
})

test.run()
