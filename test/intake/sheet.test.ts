import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { onPaper } from '../../src/surveys/on-paper.ts'
import { shipped } from '../../src/surveys/shelf.ts'
import { wordsOf } from '../../views/words.ts'
import { tellingTitle } from '../house/neutral.ts'
import { aHouse, type TestHouse } from '../support/house.ts'
import { jiho } from '../support/samples.ts'
import { saveStages } from '../support/stages.ts'
import { aVisitor, type Visitor } from '../support/visitor.ts'

let house: TestHouse
let han: Visitor
const sheet = suite('the form that is printed')
sheet.before(async () => {
  house = await aHouse(saveStages)
  han = await aVisitor(house).signIn('han')
})
sheet.after(() => house.close())

for (const survey of shipped)
  for (const lang of ['ko', 'en'] as const)
    sheet(`has every question of ${survey.survey} with its boxes, in ${lang}`, async () => {
      const id = `${survey.survey}.v${survey.version}`
      await han.open(`/surveys/${id}/sheet?lang=${lang}`)
      assert.is(han.document.documentElement.lang, lang)
      han.mustSee(id)
      const asked = onPaper(survey, lang).flatMap(({ questions }) => questions)
      for (const { no, title, rows } of asked) {
        han.mustSee(`${no}. ${title}`.replace(/\s+/g, ' '))
        for (const { text } of rows) han.mustSee(text)
      }
      const boxes = asked
        .filter(({ type }) => type !== 'comment' && type !== 'text')
        .reduce((sum, { rows, offered }) => sum + (rows.length || 1) * offered.length, 0)
      assert.is(han.document.querySelectorAll('.sheet .box').length, boxes)
    })

sheet('says before the questions what the page on a screen says, and has the help lines', async () => {
  for (const lang of ['ko', 'en'] as const) {
    await han.open(`/surveys/intake.v1/sheet?lang=${lang}`)
    const { youth, paper } = wordsOf(lang)
    han.mustSee(youth.who, youth.same, youth.test, youth.safety, paper.decline, '1388', '109')
  }
})

sheet('says of a question that is not for everyone for whom it is', async () => {
  await han.open('/surveys/intake.v1/sheet?lang=ko')
  assert.match(han.words, /\(\d+번에서 ‘다른 이유가 있어요’ 칸을 고른 사람만 답해 주세요\.\)/)
  assert.match(han.words, /\d+번에서 고른 것 가운데 하나만 골라 주세요\./)
})

sheet('has a box for a case number, and nothing else of a case', async () => {
  await han.open('/surveys/intake.v1/sheet?case=2026-0002')
  assert.is(han.document.querySelector('.boxed [translate=no]')?.textContent, '2026-0002')
  assert.not(han.sees(jiho.name))
  assert.equal(tellingTitle(han.title, [jiho.name]), [])
  for (const crooked of ['2026-1', '김민준', '<b>2026-0002</b>', '2026-0002 김민준']) {
    await han.open(`/surveys/intake.v1/sheet?case=${encodeURIComponent(crooked)}`)
    assert.is(han.document.querySelector('.boxed [translate=no]')?.textContent, '', crooked)
  }
})

sheet('is there for what was published and nothing else', async () => {
  for (const id of ['intake.v9', 'nothing.v1', 'intake', 'intake.v1.json', '__proto__.v1']) {
    await han.open(`/surveys/${id}/sheet`)
    assert.is(han.status, 404, id)
  }
})

sheet.run()
