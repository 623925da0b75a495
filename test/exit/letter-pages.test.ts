import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { done } from '../../src/result.ts'
import { aHouse } from '../support/house.ts'
import { casesAtEveryStage, saveStages } from '../support/stages.ts'
import { aVisitor } from '../support/visitor.ts'

const letter = suite('the letter to the school, on its page')

letter('names the school, the days and the hours, and nothing that was said', async () => {
  const house = await aHouse(saveStages)
  const counsellor = await aVisitor(house).signIn('han')
  await counsellor.open('/cases/2026-0002/letter')
  counsellor.mustSee('강변고등학교 귀중', '정지호', '2026-11-16 (월)', '50분', '2026-11-23 (월)', '새길 상담센터')
  const paper = counsellor.document.querySelector('.paper')?.textContent ?? ''
  assert.not.match(paper, /ZQ|동기|불법|설문/)
  await house.close()
})

letter('is not made where the school may not be told: the page says why', async () => {
  const house = await aHouse(saveStages)
  const file = casesAtEveryStage.find(({ number }) => number === '2026-0002')
  const consents = file?.consents.filter(({ kind }) => kind !== 'third-party') ?? []
  await house.store.change((view) => done(file && view.saveCase({ ...file, consents })))
  const counsellor = await aVisitor(house).signIn('han')
  await counsellor.open('/cases/2026-0002/letter')
  counsellor.mustSee('진행 확인서를 만들 수 없습니다', '청소년이 학교에 알리는 데 동의하지 않았습니다')
  assert.not.ok(counsellor.document.querySelector('.paper'))
  await house.close()
})

letter.run()
