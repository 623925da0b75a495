import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, signedIn } from '../support/asking.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { casesAtEveryStage, saveStages, secrets } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'

/** Case 4 of the stages is in the sample; Han interviewed. Its first codes are told apart from all else on the page. */
const number = '2026-0004'

async function inHouse(act: (house: TestHouse) => Promise<void>): Promise<void> {
  const house = await aHouse((view) => {
    saveStages(view)
    const file = casesAtEveryStage.find((one) => one.number === number)
    const { interview } = file ?? {}
    if (file && interview)
      view.saveCase({
        ...file,
        interview: { ...interview, goals: { counsellor: 'ZQGOAL' }, home: '할머니와 산다', relation: 'teacher' },
      })
  })
  await signedIn(house)
  try {
    await act(house)
  } finally {
    await house.close()
  }
}

const coding = suite('coding a second time, on the pages')

coding('shows the interview in its words, and nothing of the first codes or of whom it is about', () =>
  inHouse(async (house) => {
    const lead = await aVisitor(house).signIn('seo')
    await lead.open('/report/coding')
    lead.mustSee('표본 1건 · 마친 것 0건 · 남은 것 1건', number)
    await lead.follow(`코딩하기 ${number}`)
    lead.mustSee(secrets.interview, '할머니와 산다')
    assert.not.ok(lead.sees('ZQGOAL') || lead.sees('라온유'))
    assert.is(lead.document.querySelectorAll('main :is(input[checked], option[selected])').length, 0)
    const links = [...lead.document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))
    assert.equal(links, ['/report/coding'])
  }),
)

coding('is kept, can be put right, and is then counted', () =>
  inHouse(async (house) => {
    const lead = await aVisitor(house).signIn('seo')
    await lead.open(`/cases/${number}/coding`)
    await lead.press('코딩 저장')
    assert.is(lead.status, 422)
    lead.tick('동기(모두)', '호기심').choose('주된 동기', '호기심')
    lead.tick('행위 유형', '불법촬영(카메라 이용 촬영)').choose('피해자와의 관계', '미상')
    await lead.press('코딩 저장')
    lead.mustSee('두 번째 코딩을 저장했습니다', '마친 것 1건', '두 사람 모두 판단한 청소년 1명', '아무 결론도')
    await lead.follow(`고치기 ${number}`)
    await lead.choose('피해자와의 관계', '교사').press('코딩 저장')
    assert.is((await house.store.caseFile(number))?.secondCoding?.relation, 'teacher')
  }),
)

coding('is for leads alone', () =>
  inHouse(async (house) => {
    assert.is((await ask(house, 'han', 'GET', `/cases/${number}/coding`)).status, 403)
    assert.is((await ask(house, 'han', 'GET', '/report/coding')).status, 403)
  }),
)

coding.run()
